<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Image Ferry</source>
        <translation>关于镜像摆渡(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Check a file…</source>
        <translation>检查文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Containers</source>
        <translation>容器(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export to file…</source>
        <translation>导出到文件(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>镜像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Import a file system…</source>
        <translation>导入文件系统(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Load images…</source>
        <translation>载入镜像(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Name…</source>
        <translation>命名(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>粘贴文件(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove name…</source>
        <translation>移除名称(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Save to file…</source>
        <translation>保存到文件(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Transfers</source>
        <translation>传输(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Which one do I need?</source>
        <translation>我该用哪一种(&amp;W)？</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostic report…</source>
        <translation>复制诊断报告(&amp;D)…</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>显示日志(&amp;L)</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>用户指南(&amp;G)</translation>
    </message>
</context>
<context>
    <name>ArchiveContentsModel</name>
    <message>
        <source>(no name) {id}</source>
        <translation>（无名称）{id}</translation>
    </message>
    <message>
        <source>Another image in the engine has this name now.</source>
        <translation>引擎中的另一个镜像正在使用此名称。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Taken already</source>
        <translation>已被占用</translation>
    </message>
    <message>
        <source>{platform}  ⚠ other processor</source>
        <translation>{platform}  ⚠ 处理器不同</translation>
    </message>
</context>
<context>
    <name>Attempts</name>
    <message>
        <source>Broke off</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Its certificates do not fit</source>
        <translation>证书不匹配</translation>
    </message>
    <message>
        <source>Nobody answers</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>Not reached by ssh</source>
        <translation>ssh 无法连接</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>拒绝连接</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>版本过旧</translation>
    </message>
    <message>
        <source>Your account may not use it</source>
        <translation>您的账户无权使用</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>&amp;Try the failed ones again</source>
        <translation>重试失败的(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel a&amp;ll</source>
        <translation>全部取消(&amp;L)</translation>
    </message>
    <message>
        <source>Clear the ended &amp;ones</source>
        <translation>清除已结束的(&amp;O)</translation>
    </message>
    <message>
        <source>Progress of all transfers</source>
        <translation>所有传输的进度</translation>
    </message>
    <message>
        <source>They are still found under “Earlier”.</source>
        <translation>在“更早的传输”中仍可找到它们。</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n 个已取消</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) done</source>
        <translation>
            <numerusform>%n 个传输已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) ended</source>
        <translation>
            <numerusform>%n 个传输已结束</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>{ended} of {total} done</source>
        <translation>已完成 {ended}/{total}</translation>
    </message>
</context>
<context>
    <name>CheckFilesDialog</name>
    <message>
        <source>&amp;Full</source>
        <translation>完整(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quick</source>
        <translation>快速(&amp;Q)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Check %n file(s)</source>
        <translation>
            <numerusform>检查 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Check {files}</source>
        <translation>检查 {files}</translation>
    </message>
    <message>
        <source>Checking only reads: nothing is loaded, and nothing is changed.</source>
        <translation>检查只读取文件：不会载入任何内容，也不会做任何更改。</translation>
    </message>
    <message>
        <source>Looks at the structure only: whether the file ends too early, and whether everything on its lists is there. A changed byte in a layer goes unnoticed.</source>
        <translation>只查看结构：文件是否提前结束，清单中列出的内容是否齐全。层中被改动的字节不会被发现。</translation>
    </message>
    <message>
        <source>Reads every byte and compares every checksum: the proof that the copy is right. Large files take minutes.</source>
        <translation>读取每一个字节，并比对每一个校验和，以证明副本正确无误。大文件需要几分钟。</translation>
    </message>
</context>
<context>
    <name>CheckFlow</name>
    <message>
        <source>Check files</source>
        <translation>检查文件</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>发现 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Full: every checksum</source>
        <translation>完整：每一个校验和</translation>
    </message>
    <message>
        <source>Its structure is whole.</source>
        <translation>结构完整。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Quick: the structure only</source>
        <translation>快速：仅结构</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The contents of its layers were not read.</source>
        <translation>未读取各层的内容。</translation>
    </message>
    <message>
        <source>Whole: every checksum is right.</source>
        <translation>完好：每一个校验和都正确。</translation>
    </message>
    <message>
        <source>Whole: the file is the one that its checksum was written for.</source>
        <translation>完好：文件与为它写下的校验和一致。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Brings the images of an archive into the engine, under the names in it.</source>
        <translation>把归档文件中的镜像按其中的名称载入引擎。</translation>
    </message>
    <message>
        <source>Compares the file with the checksum beside it, if there is one.</source>
        <translation>把文件与旁边的校验和（如果有）进行比较。</translation>
    </message>
    <message>
        <source>Cuts it into parts of this many bytes. Image Ferry also writes a list of the parts.</source>
        <translation>按这个字节数切成分卷。镜像摆渡还会写分卷清单。</translation>
    </message>
    <message>
        <source>Gives an image one more name, a “tag”.</source>
        <translation>给镜像再加一个名称，即“标签”。</translation>
    </message>
    <message>
        <source>Gives the new name. Docker has used the name in the file until now, and has taken it from any other image that had it. Image Ferry gives the new name from the start.</source>
        <translation>加上新名称。在此之前 Docker 会使用文件中的名称；如果另一个镜像已有该名称，那个镜像会失去它。镜像摆渡从一开始就使用新名称。</translation>
    </message>
    <message>
        <source>Makes a new image, of one layer, out of the files in an archive.</source>
        <translation>用归档文件中的文件制作一个只有一层的新镜像。</translation>
    </message>
    <message>
        <source>Makes the file smaller on the way.</source>
        <translation>在写入途中压缩，使文件更小。</translation>
    </message>
    <message>
        <source>Only the image for this platform. Docker knows this from version 28 on.</source>
        <translation>只要这个平台的镜像。Docker 从 28 版开始支持。</translation>
    </message>
    <message>
        <source>Put in its place the ID that the first command prints.</source>
        <translation>请换成第一个命令显示的 ID。</translation>
    </message>
    <message>
        <source>Puts the parts together again, in their order.</source>
        <translation>把分卷按顺序重新拼接起来。</translation>
    </message>
    <message>
        <source>Reads the archive to its end, and complains if that comes too early. Docker itself has no command that checks a file.</source>
        <translation>把归档文件读到末尾，如果提前结束就会报错。Docker 本身没有检查文件的命令。</translation>
    </message>
    <message>
        <source>Stands for what the command before it hands over.</source>
        <translation>代表前一个命令交过来的内容。</translation>
    </message>
    <message>
        <source>Takes this name off. The image stays as long as it has another one.</source>
        <translation>去掉这个名称。只要还有别的名称，镜像就会保留。</translation>
    </message>
    <message>
        <source>The file that is read.</source>
        <translation>要读取的文件。</translation>
    </message>
    <message>
        <source>The file that is written.</source>
        <translation>要写入的文件。</translation>
    </message>
    <message>
        <source>The name that the image gets.</source>
        <translation>镜像得到的名称。</translation>
    </message>
    <message>
        <source>Unpacks the file on the way.</source>
        <translation>在读取途中解压文件。</translation>
    </message>
    <message>
        <source>Which container.</source>
        <translation>哪个容器。</translation>
    </message>
    <message>
        <source>Which engine: not the usual one of this computer.</source>
        <translation>指定引擎，因为它不是这台计算机上默认的那个。</translation>
    </message>
    <message>
        <source>Which images, by name or by ID.</source>
        <translation>哪些镜像，用名称或 ID 表示。</translation>
    </message>
    <message>
        <source>Writes a checksum file, to check copies with.</source>
        <translation>在文件旁写一个校验和，用来检查副本。</translation>
    </message>
    <message>
        <source>Writes all files of a container into an archive, as they are now.</source>
        <translation>把容器当前的所有文件写入一个归档文件。</translation>
    </message>
    <message>
        <source>Writes images into an archive, with all their layers, settings and names.</source>
        <translation>把镜像连同所有的层、设置和名称写入一个归档文件。</translation>
    </message>
</context>
<context>
    <name>CompressionChoice</name>
    <message>
        <source>&amp;Not compressed (tar)</source>
        <translation>不压缩（tar）(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Smaller and quick (zstd)</source>
        <translation>体积小、速度快（zstd）(&amp;S)</translation>
    </message>
    <message>
        <source>Good for slow sticks. Docker by itself needs version 23 or later.</source>
        <translation>适合速度慢的 U 盘。直接用 Docker 载入需 23 或更高版本。</translation>
    </message>
    <message>
        <source>Smaller, for &amp;everyone (gzip)</source>
        <translation>体积小、通用（gzip）(&amp;E)</translation>
    </message>
    <message>
        <source>Takes longer. Every Docker reads it.</source>
        <translation>耗时较长。所有 Docker 都能读取。</translation>
    </message>
    <message>
        <source>The quickest. Every Docker and Podman reads it.</source>
        <translation>最快。所有 Docker 和 Podman 都能读取。</translation>
    </message>
</context>
<context>
    <name>ContainersModel</name>
    <message>
        <source>Being removed</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Half removed</source>
        <translation>删除未完成</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>从未启动</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>正在重启</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>ContainersPage</name>
    <message numerus="yes">
        <source>%n container(s) selected</source>
        <translation>
            <numerusform>已选择 %n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>A container appears here when an image is started. To take an image to another computer, save it on the Images page.</source>
        <translation>启动镜像后，这里就会出现容器。要把镜像带到另一台计算机，请在“镜像”页面保存它。</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>One container goes into one file. Select one.</source>
        <translation>一个文件只能存放一个容器，请只选择一个。</translation>
    </message>
    <message>
        <source>There are no containers in this engine.</source>
        <translation>此引擎中没有容器。</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>A list or configuration is in it twice, not alike; another engine may find other images in it.</source>
        <translation>其中有一份列表或配置出现了两次且内容不一致，换一个引擎可能会读出不同的镜像。</translation>
    </message>
    <message>
        <source>At least one image in it has no name.</source>
        <translation>其中至少有一个镜像没有名称。</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>Everything in it lies in one more archive or folder.</source>
        <translation>其中的内容外面还多包了一层归档文件或文件夹。</translation>
    </message>
    <message>
        <source>File system of a container</source>
        <translation>容器的文件系统</translation>
    </message>
    <message>
        <source>Images in an OCI archive</source>
        <translation>OCI 归档文件中的镜像</translation>
    </message>
    <message>
        <source>It ends before its archive does.</source>
        <translation>文件不完整，后面的内容缺失。</translation>
    </message>
    <message>
        <source>It has a manifest.json and an OCI index, as “docker save” writes them.</source>
        <translation>其中有 manifest.json 和 OCI 索引，与“docker save”生成的一样。</translation>
    </message>
    <message>
        <source>It has a manifest.json, as “docker save” writes it.</source>
        <translation>其中有 manifest.json，与“docker save”生成的一样。</translation>
    </message>
    <message>
        <source>It has an OCI index, but no manifest.json.</source>
        <translation>其中有 OCI 索引，但没有 manifest.json。</translation>
    </message>
    <message>
        <source>It has layers and configurations of images. Its lists stand at the end.</source>
        <translation>其中有镜像的层和配置。镜像列表位于文件末尾。</translation>
    </message>
    <message>
        <source>It has the file .containerenv, which Podman puts into every container.</source>
        <translation>其中有文件 .containerenv，Podman 会在每个容器中放入此文件。</translation>
    </message>
    <message>
        <source>It has the file .dockerenv, which Docker puts into every container.</source>
        <translation>其中有文件 .dockerenv，Docker 会在每个容器中放入此文件。</translation>
    </message>
    <message>
        <source>It has the folders of a Linux system, such as bin, etc and usr.</source>
        <translation>其中有 Linux 系统的文件夹，例如 bin、etc 和 usr。</translation>
    </message>
    <message>
        <source>It has two lists of images that differ; another engine may find other images in it.</source>
        <translation>其中有两份不一致的镜像列表，换一个引擎可能会读出不同的镜像。</translation>
    </message>
    <message>
        <source>It has zero bytes.</source>
        <translation>文件大小为零字节。</translation>
    </message>
    <message>
        <source>It is a packed “dir:” folder of Podman or Skopeo.</source>
        <translation>这是 Podman 或 Skopeo 的“dir:”文件夹打包而成的文件。</translation>
    </message>
    <message>
        <source>It is a zip file with an archive in it.</source>
        <translation>这是 ZIP 文件，里面装着归档文件。</translation>
    </message>
    <message>
        <source>It is an archive with neither images nor a file system.</source>
        <translation>这是归档文件，但里面既没有镜像，也没有文件系统。</translation>
    </message>
    <message>
        <source>It is an archive without any files.</source>
        <translation>这是归档文件，但里面没有任何文件。</translation>
    </message>
    <message>
        <source>It is not an archive.</source>
        <translation>这不是归档文件。</translation>
    </message>
    <message>
        <source>It is one of several parts, of which not all are there.</source>
        <translation>这是几个分卷之一，但分卷不全。</translation>
    </message>
    <message>
        <source>It lists its images in the way of Docker before 1.10.</source>
        <translation>其中的镜像列表采用 Docker 1.10 之前的格式。</translation>
    </message>
    <message>
        <source>It starts as an archive and goes on as something else.</source>
        <translation>开头是归档文件，后面却变成了别的内容。</translation>
    </message>
    <message>
        <source>Its compressed data do not add up.</source>
        <translation>压缩数据有误。</translation>
    </message>
    <message>
        <source>Its compression begins with an empty part, which not every program understands.</source>
        <translation>它的压缩数据以一个空的部分开头，并非所有程序都能识别。</translation>
    </message>
    <message>
        <source>Its list of images cannot be read, or names what is not in it.</source>
        <translation>镜像列表无法读取，或者列出了文件中没有的内容。</translation>
    </message>
    <message>
        <source>Layers that it lists are not in it.</source>
        <translation>列出的层不在文件中。</translation>
    </message>
    <message>
        <source>More data follow after the end of the archive.</source>
        <translation>归档内容结束之后还有其他数据。</translation>
    </message>
    <message>
        <source>Part of an archive</source>
        <translation>归档文件的一部分</translation>
    </message>
    <message>
        <source>Saved images</source>
        <translation>已保存的镜像</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他内容</translation>
    </message>
    <message>
        <source>The mark at the end of the archive is missing; its files are whole.</source>
        <translation>归档文件缺少结尾标记，但其中的文件是完整的。</translation>
    </message>
    <message>
        <source>Update pack</source>
        <translation>更新包</translation>
    </message>
</context>
<context>
    <name>ContentsTable</name>
    <message>
        <source>Images in the file</source>
        <translation>文件中的镜像</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Hide values</source>
        <translation>隐藏值</translation>
    </message>
    <message>
        <source>Layers, from the bottom up</source>
        <translation>层（自下而上）</translation>
    </message>
    <message>
        <source>Settings and use</source>
        <translation>设置与用途</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>显示值</translation>
    </message>
    <message>
        <source>The values of the environment; passwords may be among them</source>
        <translation>环境变量的值，其中可能有密码</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to see what is in %n file(s)</source>
        <translation>
            <numerusform>松开即可查看 %n 个文件的内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is loaded before you say so.</source>
        <translation>在您确认之前，不会载入任何内容。</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>导出为 CSV(&amp;E)…</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>复制 SHA-256</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早的传输</translation>
    </message>
    <message>
        <source>Export the list of transfers</source>
        <translation>导出传输列表</translation>
    </message>
    <message>
        <source>Nothing of earlier matches the filter.</source>
        <translation>更早的传输中没有符合筛选条件的。</translation>
    </message>
    <message>
        <source>Remove &amp;all…</source>
        <translation>全部移除(&amp;A)…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>Does not answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Looking for one…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>没有引擎</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Waiting for one…</source>
        <translation>正在等待引擎…</translation>
    </message>
</context>
<context>
    <name>EngineChoice</name>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Use now</source>
        <translation>立即使用(&amp;U)</translation>
    </message>
    <message>
        <source>Addre&amp;ss</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>Asking it…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Find one automatically</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <source>It answers: {engine} {version}, on {platform}.</source>
        <translation>有响应：{engine} {version}，平台 {platform}。</translation>
    </message>
    <message>
        <source>such as {address}</source>
        <translation>例如 {address}</translation>
    </message>
    <message>
        <source>{engine} – in use</source>
        <translation>{engine}（使用中）</translation>
    </message>
</context>
<context>
    <name>EnginePage</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Images live in an engine, Docker or Podman. This takes a moment.</source>
        <translation>镜像存放在引擎（Docker 或 Podman）中。请稍候。</translation>
    </message>
    <message>
        <source>Looking for an engine…</source>
        <translation>正在查找引擎…</translation>
    </message>
    <message>
        <source>Places that were tried</source>
        <translation>已查找的位置</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use Podman instead (its own, separate images)</source>
        <translation>改用 Podman（镜像单独存放）</translation>
    </message>
    <message>
        <source>Use another engine…</source>
        <translation>使用其他引擎…</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A container needs the image {image}.</source>
        <translation>有容器需要镜像 {image}。</translation>
    </message>
    <message>
        <source>A file cannot take its place. Choose another name.</source>
        <translation>文件不能与文件夹同名。请换一个名称。</translation>
    </message>
    <message>
        <source>A name has small letters, digits and - . _ / only, then a colon and a tag, such as shop/web:2.1.</source>
        <translation>名称只能包含小写字母、数字和 - . _ /，后接冒号和标签，例如 shop/web:2.1。</translation>
    </message>
    <message>
        <source>An address looks like unix:///var/run/docker.sock or tcp://server:2376. Correct it where it is set, and start the program again.</source>
        <translation>地址的形式应类似 unix:///var/run/docker.sock 或 tcp://server:2376。请在设置地址的地方改正，然后重新启动本程序。</translation>
    </message>
    <message>
        <source>Another image in this engine has it now, so nothing of {file} was loaded. Choose another name, or let the image in the file have it.</source>
        <translation>引擎中的另一个镜像现在正在使用它，因此没有载入 {file} 中的任何内容。请换一个名称，或把它让给文件中的镜像。</translation>
    </message>
    <message>
        <source>At least {needed_bytes} are needed, and {free_bytes} are free in {folder}. Nothing was begun. Free some space or choose another disk, then try again.</source>
        <translation>至少需要 {needed_bytes}，而 {folder} 只剩 {free_bytes} 可用空间。什么都还没有开始。请腾出一些空间或换一个磁盘，然后重试。</translation>
    </message>
    <message>
        <source>Choose another context in Docker’s own settings, or ask whoever set Docker up for you. The program does not guess, so as not to change the wrong engine.</source>
        <translation>请在 Docker 自己的设置中选择其他上下文（context），或询问为您安装 Docker 的人。为避免改错引擎，本程序不会自行猜测。</translation>
    </message>
    <message>
        <source>Docker is set to use “{context}”, which does not exist.</source>
        <translation>Docker 设置为使用“{context}”，但它不存在。</translation>
    </message>
    <message>
        <source>For a copy of its own it needs at least {needed_bytes}, and {free_bytes} are free in {path}. Nothing was begun. Free some space there, for example by removing old images, and try again.</source>
        <translation>引擎存放自己的副本至少需要 {needed_bytes}，而 {path} 只剩 {free_bytes} 可用空间。什么都还没有开始。请在那里腾出一些空间，例如删除旧镜像，然后重试。</translation>
    </message>
    <message>
        <source>Free some space on it, for example by removing old images, and try again.</source>
        <translation>请腾出一些空间（例如删除旧镜像），然后重试。</translation>
    </message>
    <message>
        <source>Images live in an engine, Docker or Podman. Install one of them or start it; the program connects by itself as soon as it is there.</source>
        <translation>镜像存放在引擎（Docker 或 Podman）中。请安装或启动其中一个，就绪后本程序会自动连接。</translation>
    </message>
    <message>
        <source>It belongs to the system and stays as it is. Choose another.</source>
        <translation>它属于系统，不会被改动。请换一个文件。</translation>
    </message>
    <message>
        <source>It belongs to the system. Choose a file with images instead.</source>
        <translation>它属于系统。请选择包含镜像的文件。</translation>
    </message>
    <message>
        <source>It is protected, or it belongs to somebody else. Choose another folder.</source>
        <translation>该文件夹受保护，或属于其他用户。请换一个文件夹。</translation>
    </message>
    <message>
        <source>It reported success all the same. Try again; if it happens again, have the file made anew.</source>
        <translation>但引擎仍报告成功。请重试；如果再次出现，请让对方重新制作此文件。</translation>
    </message>
    <message>
        <source>It was moved or removed, or its disk was taken out. Choose another folder.</source>
        <translation>可能已被移动或删除，或者所在磁盘已拔出。请换一个文件夹。</translation>
    </message>
    <message>
        <source>It was moved or removed, or its disk was taken out. It was looked for in {folder}.</source>
        <translation>可能已被移动或删除，或者所在磁盘已拔出。查找的位置：{folder}</translation>
    </message>
    <message>
        <source>It was stopped, or started again. Nothing half done was kept here. Try again when it is back.</source>
        <translation>引擎已停止或重新启动。这里没有留下任何未完成的内容。请等引擎恢复后重试。</translation>
    </message>
    <message>
        <source>It would use up this computer’s memory or disk, so it was not read any further. Do not use it, and tell whoever gave it to you.</source>
        <translation>它会耗尽本机的内存或磁盘空间，因此已停止读取。请不要使用此文件，并告知提供者。</translation>
    </message>
    <message>
        <source>Its own words are under Details. Try again, or start Docker instead.</source>
        <translation>原始信息见“详细信息”。请重试，或改为启动 Docker。</translation>
    </message>
    <message>
        <source>No engine was found on this computer.</source>
        <translation>本机上没有找到引擎。</translation>
    </message>
    <message>
        <source>No file on it may be larger than 4 GB, whatever space there is. Save in parts of less than that, choose another disk, or have this one formatted as exFAT.</source>
        <translation>无论剩余空间多大，此磁盘上的单个文件都不能超过 4 GB。请分成小于 4 GB 的几卷保存，或换一个磁盘，或将此磁盘格式化为 exFAT。</translation>
    </message>
    <message>
        <source>No file was kept. Check in the list that the images are there, and try again.</source>
        <translation>没有留下文件。请在列表中确认镜像还在，然后重试。</translation>
    </message>
    <message>
        <source>No file was kept. Its own words are under Details; try again.</source>
        <translation>没有留下文件。引擎的原始信息见“详细信息”。请重试。</translation>
    </message>
    <message>
        <source>No file was kept. Perhaps somebody removed or renamed the image; look at the list and try again.</source>
        <translation>没有留下文件。镜像可能已被删除或改名。请查看列表后重试。</translation>
    </message>
    <message>
        <source>Nobody answers at {url}. Start Docker or Podman; the program connects by itself as soon as it runs.</source>
        <translation>{url} 没有响应。请启动 Docker 或 Podman，启动后本程序会自动连接。</translation>
    </message>
    <message>
        <source>Not everything came, so no file was kept. Try again; if a running container is being exported, stop it first.</source>
        <translation>内容没有收全，因此没有留下文件。请重试；如果要导出运行中的容器，请先停止它。</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}.</source>
        <translation>无法写入 {folder}。</translation>
    </message>
    <message>
        <source>Open the files in it instead; several at once will do.</source>
        <translation>请打开其中的文件，可以一次打开多个。</translation>
    </message>
    <message>
        <source>Parts of it are missing, so no file was kept. Have the image downloaded or loaded again on this computer, then save it.</source>
        <translation>缺少部分内容，因此没有留下文件。请在本机重新下载或载入此镜像，然后再保存。</translation>
    </message>
    <message>
        <source>Perhaps it is still being copied or downloaded. Wait until that is done, then try again.</source>
        <translation>可能仍在复制或下载。请等待完成后重试。</translation>
    </message>
    <message>
        <source>Please try again. If it happens again, copy the text under Details and send it to whoever looks after Image Ferry for you.</source>
        <translation>请重试。如果再次出现，请复制“详细信息”中的内容，发送给为您维护镜像摆渡的人。</translation>
    </message>
    <message>
        <source>Podman is installed, but did not start.</source>
        <translation>Podman 已安装，但未能启动。</translation>
    </message>
    <message>
        <source>Remove the container first if nobody needs it.</source>
        <translation>如果没有人需要该容器，请先删除它。</translation>
    </message>
    <message>
        <source>Saved like this nobody could tell what it is. Give it a name first, then save it.</source>
        <translation>这样保存，以后没有人知道它是什么。请先命名，再保存。</translation>
    </message>
    <message>
        <source>Somebody removed it. The list shows what is there now.</source>
        <translation>它已被删除。列表显示的是当前情况。</translation>
    </message>
    <message>
        <source>Somebody removed or renamed it. The list shows what is there now.</source>
        <translation>它已被删除或改名。列表显示的是当前情况。</translation>
    </message>
    <message>
        <source>The certificates of {url} and yours do not fit together. Ask whoever gave you the address for the right ones.</source>
        <translation>{url} 的证书与本机的证书不匹配。请向提供此地址的人索取正确的证书。</translation>
    </message>
    <message>
        <source>The connection to the engine was lost.</source>
        <translation>与引擎的连接已断开。</translation>
    </message>
    <message>
        <source>The container {container} has no files.</source>
        <translation>容器 {container} 中没有文件。</translation>
    </message>
    <message>
        <source>The container {container} is half removed.</source>
        <translation>容器 {container} 没有完全删除。</translation>
    </message>
    <message>
        <source>The container {container} is no longer there.</source>
        <translation>容器 {container} 已不存在。</translation>
    </message>
    <message>
        <source>The disk of the engine has not enough space for this.</source>
        <translation>引擎所在磁盘的空间不够。</translation>
    </message>
    <message>
        <source>The disk of the engine is full.</source>
        <translation>引擎的磁盘已满。</translation>
    </message>
    <message>
        <source>The disk reported an error and may be damaged or unplugged. Choose another disk.</source>
        <translation>磁盘报告错误，可能已损坏或已拔出。请换一个磁盘。</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Nothing was left on it. Choose another disk, or remove what nobody needs any more; the largest archives there are {removable}.</source>
        <translation>{folder} 所在的磁盘已满，没有在上面留下任何文件。请换一个磁盘，或删除不再需要的文件；其中最大的归档文件有 {removable}。</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Nothing was left on it. Free some space or choose another disk, then try again.</source>
        <translation>{folder} 所在的磁盘已满。上面没有留下任何文件。请腾出空间或换一个磁盘，然后重试。</translation>
    </message>
    <message>
        <source>The engine cannot be trusted.</source>
        <translation>无法信任此引擎。</translation>
    </message>
    <message>
        <source>The engine failed in the middle.</source>
        <translation>引擎中途出错。</translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation>引擎没有运行。</translation>
    </message>
    <message>
        <source>The engine is too old.</source>
        <translation>引擎版本过旧。</translation>
    </message>
    <message>
        <source>The engine left {image} out.</source>
        <translation>引擎遗漏了 {image}。</translation>
    </message>
    <message>
        <source>The engine on the other computer cannot be reached.</source>
        <translation>无法连接到另一台计算机上的引擎。</translation>
    </message>
    <message>
        <source>The engine refused.</source>
        <translation>引擎拒绝了此操作。</translation>
    </message>
    <message>
        <source>The engine reported success, but what it has is not what was sent. Do not rely on this image; try again.</source>
        <translation>引擎报告成功，但它得到的内容与发送的不一致。请不要使用此镜像，并重试。</translation>
    </message>
    <message>
        <source>The engine sent no images.</source>
        <translation>引擎没有发来任何镜像。</translation>
    </message>
    <message>
        <source>The engine stopped in the middle.</source>
        <translation>引擎中途停止。</translation>
    </message>
    <message>
        <source>The engine took no image out of {file}.</source>
        <translation>引擎没有从 {file} 中读出镜像。</translation>
    </message>
    <message>
        <source>The engine’s own copy of {image} is not whole.</source>
        <translation>引擎中的 {image} 不完整。</translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>无法读取文件 {file}。</translation>
    </message>
    <message>
        <source>The file {file} changed while it was read.</source>
        <translation>文件 {file} 在读取过程中发生了变化。</translation>
    </message>
    <message>
        <source>The file {file} is not there.</source>
        <translation>文件 {file} 不存在。</translation>
    </message>
    <message>
        <source>The file {file} was made to do harm.</source>
        <translation>文件 {file} 含有恶意内容。</translation>
    </message>
    <message>
        <source>The file {file} was not sent to the engine.</source>
        <translation>文件 {file} 没有发送到引擎。</translation>
    </message>
    <message>
        <source>The folder {folder} is not there.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>The image {image} has no name.</source>
        <translation>镜像 {image} 没有名称。</translation>
    </message>
    <message>
        <source>The image {image} is no longer there.</source>
        <translation>镜像 {image} 已不存在。</translation>
    </message>
    <message>
        <source>The name {name} is taken.</source>
        <translation>名称 {name} 已被占用。</translation>
    </message>
    <message>
        <source>The one at {url} refuses your user name. Ask an administrator to add you to the group “docker”, then log out and in again.</source>
        <translation>{url} 的引擎拒绝您的用户名。请让管理员将您加入“docker”用户组，然后注销并重新登录。</translation>
    </message>
    <message>
        <source>The one at {url} speaks a language that is no longer spoken. Bring it up to date: Docker 20.10 or later will do.</source>
        <translation>{url} 的引擎使用的通信协议已不受支持。请升级到 Docker 20.10 或更高版本。</translation>
    </message>
    <message>
        <source>The part {member} is not what it says it is, so no file was kept. Try again; if it happens again, the engine’s disk may be damaged.</source>
        <translation>{member} 的内容与校验和不符，因此没有留下文件。请重试；如果再次出现，引擎的磁盘可能已损坏。</translation>
    </message>
    <message>
        <source>The program made a mistake.</source>
        <translation>程序出错了。</translation>
    </message>
    <message>
        <source>The reason that it gave is under Details.</source>
        <translation>引擎给出的原因见“详细信息”。</translation>
    </message>
    <message>
        <source>There is a folder with the name {file}.</source>
        <translation>已有名为 {file} 的文件夹。</translation>
    </message>
    <message>
        <source>There is no space left for {file}.</source>
        <translation>空间不足，无法写入 {file}。</translation>
    </message>
    <message>
        <source>There is nothing to export, so no file was kept.</source>
        <translation>没有可导出的内容，因此没有留下文件。</translation>
    </message>
    <message>
        <source>This is not the address of an engine: {url}</source>
        <translation>这不是引擎的地址：{url}</translation>
    </message>
    <message>
        <source>Wait until it is done there, or choose another name.</source>
        <translation>请等那边完成，或换一个名称。</translation>
    </message>
    <message>
        <source>What is left of it cannot be exported. Export another container.</source>
        <translation>残留部分无法导出。请导出其他容器。</translation>
    </message>
    <message>
        <source>What the engine sent is damaged.</source>
        <translation>引擎发来的内容已损坏。</translation>
    </message>
    <message>
        <source>What “ssh” said about {url} is under Details. It has to get in with a key, without a password, and Docker has to run there.</source>
        <translation>“ssh” 对 {url} 的回答在“详细信息”中。它必须能用密钥登录（不需要密码），而且那台计算机上必须运行着 Docker。</translation>
    </message>
    <message>
        <source>Without it the engine would delete the image. Give the image another name first.</source>
        <translation>如果移除此名称，引擎会删除该镜像。请先为镜像添加另一个名称。</translation>
    </message>
    <message>
        <source>Writing {file} failed.</source>
        <translation>写入 {file} 失败。</translation>
    </message>
    <message>
        <source>You are not allowed to use the engine.</source>
        <translation>您没有使用此引擎的权限。</translation>
    </message>
    <message>
        <source>You may lack the permission, or its disk may be damaged. Copy the file to another place and try that copy.</source>
        <translation>可能没有权限，或者磁盘已损坏。请将文件复制到其他位置，再用副本重试。</translation>
    </message>
    <message>
        <source>{file} does not fit on this disk.</source>
        <translation>这个磁盘放不下 {file}。</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} 是文件夹。</translation>
    </message>
    <message>
        <source>{file} is being written by another window of this program.</source>
        <translation>本程序的另一个窗口正在写入 {file}。</translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation>{file} 不是普通文件。</translation>
    </message>
    <message>
        <source>{file} is too large for this disk.</source>
        <translation>{file} 太大，此磁盘存不下。</translation>
    </message>
    <message>
        <source>{image} did not arrive as it should.</source>
        <translation>{image} 没有正确送达。</translation>
    </message>
    <message>
        <source>{name} is the only name of its image.</source>
        <translation>{name} 是该镜像唯一的名称。</translation>
    </message>
    <message>
        <source>{verdict}</source>
        <translation>{verdict}</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of an image.</source>
        <translation>“{name}”不能用作镜像名称。</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>All files of the container go into one file, as they are now (docker export). Its history and its settings (start command, environment, ports) are not in it. To carry an image as it is, save the image instead.</source>
        <translation>容器中的所有文件会按当前状态存入一个文件（docker export），不包含历史记录和设置（启动命令、环境变量、端口）。如果要原样带走镜像，请改为保存镜像。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Export container</source>
        <translation>导出容器</translation>
    </message>
    <message>
        <source>Export the container {name}</source>
        <translation>导出容器 {name}</translation>
    </message>
    <message>
        <source>It has no volumes, so no data are left out.</source>
        <translation>此容器没有卷，因此不会漏掉数据。</translation>
    </message>
    <message>
        <source>Not in the file, because they are volumes: {paths}</source>
        <translation>以下路径是卷，不会存入文件：{paths}</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Archives (*.tar *.tar.* *.tgz *.tbz2 *.txz *.tzst *.zip)</source>
        <translation>归档文件 (*.tar *.tar.* *.tgz *.tbz2 *.txz *.tzst *.zip)</translation>
    </message>
</context>
<context>
    <name>FileSection</name>
    <message>
        <source>Reading whether it is whole…</source>
        <translation>正在检查文件是否完整…</translation>
    </message>
    <message>
        <source>Reading which images are in it…</source>
        <translation>正在读取其中有哪些镜像…</translation>
    </message>
    <message>
        <source>⚠ You chose Import. This file holds saved images, so it is loaded.</source>
        <translation>⚠ 您选择了“导入”，但此文件里是已保存的镜像，因此改为载入。</translation>
    </message>
    <message>
        <source>⚠ You chose Load. This file holds a file system, so it is imported.</source>
        <translation>⚠ 您选择了“载入”，但此文件里是文件系统，因此改为导入。</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>等待您回答</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Will be imported</source>
        <translation>将导入</translation>
    </message>
    <message>
        <source>Will be loaded</source>
        <translation>将载入</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>A layer has one path more than once: {subject}.</source>
        <translation>有一层多次包含同一路径：{subject}。</translation>
    </message>
    <message>
        <source>A layer is missing: {subject}.</source>
        <translation>缺少一层：{subject}。</translation>
    </message>
    <message>
        <source>A layer is not in the file: {subject}.</source>
        <translation>有一层不在文件中：{subject}。</translation>
    </message>
    <message>
        <source>After {subject} the file goes on as something else.</source>
        <translation>在 {subject} 之后，文件变成了别的内容。</translation>
    </message>
    <message>
        <source>An engine that fails while it saves writes its message there. Have the file made again where it came from.</source>
        <translation>引擎在保存过程中失败时，会把错误消息写在那里。请让提供者重新制作此文件。</translation>
    </message>
    <message>
        <source>An engine would choose it and could not start it. Have the images saved again on the computer that they came from.</source>
        <translation>引擎会选用它，却无法启动它。请在原来的计算机上重新保存这些镜像。</translation>
    </message>
    <message>
        <source>An image of several platforms was saved on a computer that had one of them. Nothing is lost for that one.</source>
        <translation>镜像支持多个平台，而保存它的计算机上只有其中一个平台的内容。对这个平台来说，没有任何缺失。</translation>
    </message>
    <message>
        <source>Engines cannot unpack it, so the image would not load or not start. Have the images saved again on the computer that they came from.</source>
        <translation>引擎无法解开它，因此镜像将无法载入或无法启动。请在原来的计算机上重新保存这些镜像。</translation>
    </message>
    <message>
        <source>Engines differ in which of the two they believe, so one file may bring different images. Do not use it unless you know who made it so; have the images saved again.</source>
        <translation>以哪一份为准，各个引擎并不相同，因此同一个文件可能载入不同的镜像。除非您知道是谁这样做的，否则请不要使用；请让提供者重新保存镜像。</translation>
    </message>
    <message>
        <source>Engines take no notice of it. There is nothing to do.</source>
        <translation>引擎不会理会这一点，您无需处理。</translation>
    </message>
    <message>
        <source>Engines take the last one. Some other programs refuse such a layer.</source>
        <translation>引擎以最后一个为准。其他一些程序会拒绝这样的层。</translation>
    </message>
    <message>
        <source>Files of this kind have no checksums of their contents. To be sure, compare the file with the one that it was copied from.</source>
        <translation>这种文件中没有内容的校验和。若要确认无误，请将此文件与复制前的原文件进行比较。</translation>
    </message>
    <message>
        <source>It may be a signature or a chart. Engines do not load it as an image.</source>
        <translation>它可能是签名或 Chart。引擎不会把它当作镜像载入。</translation>
    </message>
    <message>
        <source>Many engines refuse such a file. Have the images saved again with Image Ferry, Docker or Podman.</source>
        <translation>许多引擎会拒绝这样的文件。请用镜像摆渡、Docker 或 Podman 重新保存镜像。</translation>
    </message>
    <message>
        <source>More data follow after the end of the archive.</source>
        <translation>归档内容结束之后还有其他数据。</translation>
    </message>
    <message>
        <source>More problems were found that are not shown: {subject}.</source>
        <translation>还发现了未显示的其他问题：{subject} 个。</translation>
    </message>
    <message>
        <source>More was found that is not shown: {subject}.</source>
        <translation>还发现了未显示的其他情况：{subject} 处。</translation>
    </message>
    <message>
        <source>No program that saves images writes such names; somebody may mean harm. Do not load the file.</source>
        <translation>保存镜像的程序不会写出这样的名称，可能有人不怀好意。请不要载入此文件。</translation>
    </message>
    <message>
        <source>Only its maker may hand it out, as with parts of Windows. The engine needs a way to the internet to fetch it.</source>
        <translation>只有它的制作者才可以分发它，例如 Windows 的某些部分。引擎需要连接互联网才能获取它。</translation>
    </message>
    <message>
        <source>Only one of them will keep the name. Have the images saved again under different names.</source>
        <translation>只有其中一个会保留此名称。请用不同的名称重新保存镜像。</translation>
    </message>
    <message>
        <source>Only the structure of this file could be checked.</source>
        <translation>只能检查此文件的结构。</translation>
    </message>
    <message>
        <source>Part of the file was lost or changed on its way. Copy it again; if that does not help, have it made again where it came from.</source>
        <translation>文件的一部分在传输途中丢失或发生了改变。请重新复制；如果仍有问题，请让提供者重新制作。</translation>
    </message>
    <message>
        <source>Somebody may have changed the names in the file. Look at the names of the images before you load it.</source>
        <translation>可能有人改动过文件中的名称。载入之前，请先看一看各镜像的名称。</translation>
    </message>
    <message>
        <source>The archive has neither images nor a file system that an engine could read.</source>
        <translation>归档文件中既没有引擎可以读取的镜像，也没有文件系统。</translation>
    </message>
    <message>
        <source>The archive is not built as any program that saves images builds it. Have the images saved again with Image Ferry, Docker or Podman.</source>
        <translation>此归档文件的结构与任何保存镜像的程序所写的都不同。请用镜像摆渡、Docker 或 Podman 重新保存镜像。</translation>
    </message>
    <message>
        <source>The archive is of a form that is not known: {subject}.</source>
        <translation>归档文件采用了未知的格式：{subject}。</translation>
    </message>
    <message>
        <source>The archive names a type that is not known: {subject}.</source>
        <translation>归档文件中写有未知的类型：{subject}。</translation>
    </message>
    <message>
        <source>The archive was saved in several parts. Put all of them into one folder, with the file that ends in “.parts”.</source>
        <translation>此归档文件分成了几卷保存。请将所有分卷连同以“.parts”结尾的文件放在同一个文件夹中。</translation>
    </message>
    <message>
        <source>The compressed data do not add up, at {subject}.</source>
        <translation>压缩数据在 {subject} 处不一致。</translation>
    </message>
    <message>
        <source>The compressed data of the layer {subject} do not add up.</source>
        <translation>层 {subject} 的压缩数据不一致。</translation>
    </message>
    <message>
        <source>The description of an image is missing: {subject}.</source>
        <translation>缺少一个镜像的描述：{subject}。</translation>
    </message>
    <message>
        <source>The file does not hold all that belongs to its images, or holds it wrongly. Have the images saved again on the computer that they came from.</source>
        <translation>文件没有包含镜像的全部内容，或者内容有误。请在原来的计算机上重新保存这些镜像。</translation>
    </message>
    <message>
        <source>The file ends too early, at {subject}.</source>
        <translation>文件在 {subject} 处过早结束。</translation>
    </message>
    <message>
        <source>The file has not the checksum that was written down in {subject}.</source>
        <translation>文件的校验和与 {subject} 中记录的不一致。</translation>
    </message>
    <message>
        <source>The file has zero bytes.</source>
        <translation>文件大小为零字节。</translation>
    </message>
    <message>
        <source>The file is an archive without any files in it.</source>
        <translation>此文件是归档文件，但里面没有任何文件。</translation>
    </message>
    <message>
        <source>The file is not an archive of images.</source>
        <translation>此文件不是镜像的归档文件。</translation>
    </message>
    <message>
        <source>The history of the image {subject} does not fit its layers.</source>
        <translation>镜像 {subject} 的历史记录与它的层不相符。</translation>
    </message>
    <message>
        <source>The image {subject} does not say that it is of layers.</source>
        <translation>镜像 {subject} 没有声明它由层组成。</translation>
    </message>
    <message>
        <source>The image {subject} has more or fewer layers than it says.</source>
        <translation>镜像 {subject} 的层数与它所声明的不一致。</translation>
    </message>
    <message>
        <source>The layer {subject} could not be checked.</source>
        <translation>无法检查层 {subject}。</translation>
    </message>
    <message>
        <source>The layer {subject} ends too early.</source>
        <translation>层 {subject} 过早结束。</translation>
    </message>
    <message>
        <source>The layer {subject} is not an archive.</source>
        <translation>层 {subject} 不是归档文件。</translation>
    </message>
    <message>
        <source>The layer {subject} is not the one that its image means.</source>
        <translation>层 {subject} 不是镜像所指的那一层。</translation>
    </message>
    <message>
        <source>The link {subject} leads nowhere.</source>
        <translation>链接 {subject} 指向的内容不存在。</translation>
    </message>
    <message>
        <source>The list {subject} cannot be read.</source>
        <translation>无法读取列表 {subject}。</translation>
    </message>
    <message>
        <source>The list {subject} is missing.</source>
        <translation>缺少列表 {subject}。</translation>
    </message>
    <message>
        <source>The mark at the end of the archive is missing.</source>
        <translation>归档文件缺少结尾标记。</translation>
    </message>
    <message>
        <source>The name {subject} is only in a list for old programs.</source>
        <translation>名称 {subject} 只出现在供旧程序使用的列表中。</translation>
    </message>
    <message>
        <source>The name {subject} leads out of the archive.</source>
        <translation>名称 {subject} 指向归档文件之外。</translation>
    </message>
    <message>
        <source>The part {subject} is missing.</source>
        <translation>缺少分卷 {subject}。</translation>
    </message>
    <message>
        <source>The part {subject} is not the one that was written.</source>
        <translation>分卷 {subject} 与写入时的内容不同。</translation>
    </message>
    <message>
        <source>The settings of the image {subject} are missing.</source>
        <translation>缺少镜像 {subject} 的配置。</translation>
    </message>
    <message>
        <source>The settings of the image {subject} cannot be read.</source>
        <translation>无法读取镜像 {subject} 的配置。</translation>
    </message>
    <message>
        <source>The two lists of images differ about {subject}.</source>
        <translation>两份镜像列表对 {subject} 的记载不一致。</translation>
    </message>
    <message>
        <source>There is nothing to load or to check in it. Choose a file that was saved or exported with Image Ferry, Docker or Podman.</source>
        <translation>其中没有可以载入或检查的内容。请选择用镜像摆渡、Docker 或 Podman 保存或导出的文件。</translation>
    </message>
    <message>
        <source>There is something else among the images: {subject}.</source>
        <translation>镜像之中还有别的内容：{subject}。</translation>
    </message>
    <message>
        <source>Two images in the file are called {subject}.</source>
        <translation>文件中有两个镜像使用名称 {subject}。</translation>
    </message>
    <message>
        <source>Unpack it once and check what comes out. To load it, it need not be unpacked.</source>
        <translation>请先解开一层，再检查得到的文件。若要载入，则无需解开。</translation>
    </message>
    <message>
        <source>What is in the file is packed once more, so it could not be checked.</source>
        <translation>文件中的内容又被打包了一层，因此无法检查。</translation>
    </message>
    <message>
        <source>{subject} cannot be the name of an image.</source>
        <translation>{subject} 不能作为镜像的名称。</translation>
    </message>
    <message>
        <source>{subject} has another size than its list says.</source>
        <translation>{subject} 的大小与列表中所写的不同。</translation>
    </message>
    <message>
        <source>{subject} has not the checksum that it is named by.</source>
        <translation>{subject} 的校验和与其名称不符。</translation>
    </message>
    <message>
        <source>{subject} is for another processor or system than its list says.</source>
        <translation>{subject} 适用的处理器或系统与列表中所写的不同。</translation>
    </message>
    <message>
        <source>{subject} is in the archive more than once, and perhaps not alike.</source>
        <translation>{subject} 在归档文件中出现了多次，内容可能不同。</translation>
    </message>
    <message>
        <source>{subject} is in the archive more than once.</source>
        <translation>{subject} 在归档文件中出现了多次。</translation>
    </message>
    <message>
        <source>{subject} is of another type than its list says.</source>
        <translation>{subject} 的类型与列表中所写的不同。</translation>
    </message>
    <message>
        <source>{subject} lists images for other processors that are not in the file.</source>
        <translation>{subject} 列出了适用于其他处理器、但不在文件中的镜像。</translation>
    </message>
    <message>
        <source>{subject} stands where a checksum should be.</source>
        <translation>本应是校验和的地方写着 {subject}。</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>B&amp;rowse…</source>
        <translation>浏览(&amp;R)…</translation>
    </message>
    <message>
        <source>Removable drive {name} ({size} free)</source>
        <translation>可移动磁盘 {name}（可用 {size}）</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>guide/en.md</source>
        <comment>the guide in your language</comment>
        <translation>guide/zh_CN.md</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>No problem found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>大小（字节）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>ImageNames</name>
    <message>
        <source>&amp;Name of the new image</source>
        <translation>新镜像的名称(&amp;N)</translation>
    </message>
    <message>
        <source>Change names…</source>
        <translation>更改名称…</translation>
    </message>
    <message>
        <source>Load {name} as</source>
        <translation>将 {name} 载入为</translation>
    </message>
    <message>
        <source>Name for the image {id}</source>
        <translation>镜像 {id} 的名称</translation>
    </message>
</context>
<context>
    <name>ImagesModel</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用情况</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The image does not say when it was made.</source>
        <translation>镜像没有记录创建时间。</translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message numerus="yes">
        <source>%n image(s) selected</source>
        <translation>
            <numerusform>已选择 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Open a file with images, or drop it on this window.</source>
        <translation>打开包含镜像的文件，或将它拖到此窗口。</translation>
    </message>
    <message>
        <source>There are no images in this engine yet.</source>
        <translation>此引擎中还没有镜像。</translation>
    </message>
    <message>
        <source>What they share is in the file only once.</source>
        <translation>它们共有的内容在文件中只存一份。</translation>
    </message>
    <message>
        <source>about {size} in a file</source>
        <translation>保存后约 {size}</translation>
    </message>
    <message>
        <source>at most {size} in a file</source>
        <translation>在文件中最多 {size}</translation>
    </message>
</context>
<context>
    <name>LayersList</name>
    <message>
        <source>Copy the whole command</source>
        <translation>复制完整命令</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>LayersModel</name>
    <message>
        <source>(not noted how)</source>
        <translation>（未记录做法）</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>无文件</translation>
    </message>
</context>
<context>
    <name>Leftovers</name>
    <message numerus="yes">
        <source>%n file(s) could not be deleted.</source>
        <translation>
            <numerusform>有 %n 个文件无法删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>An interrupted save left an unfinished file of {size}: {file}. It is safe to delete.</source>
        <translation>上次保存中断，留下了未完成的文件（{size}）：{file}。可以放心删除。</translation>
    </message>
    <message>
        <source>Interrupted saves left unfinished files, {size} in all: {files}. They are safe to delete.</source>
        <translation>之前的保存中断，留下了未完成的文件（共 {size}）：{files}。可以放心删除。</translation>
    </message>
</context>
<context>
    <name>LeftoversBanner</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Asking the engine…</source>
        <translation>正在询问引擎…</translation>
    </message>
    <message>
        <source>Change or clear the filter to see more.</source>
        <translation>更改或清除筛选条件可查看更多内容。</translation>
    </message>
    <message>
        <source>Nothing here matches “{text}”.</source>
        <translation>没有与“{text}”匹配的内容。</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first}、{last}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Image Ferry</source>
        <translation>镜像摆渡</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{percent}% · {program}</source>
        <translation>{percent}% · {program}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Container</source>
        <translation>容器(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>镜像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n transfer(s) are not done yet.</source>
        <translation>
            <numerusform>还有 %n 个传输未完成。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As soon as there is one, the file(s) will open.</source>
        <translation>
            <numerusform>找到引擎后，会自动打开这些文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n file(s)…</source>
        <translation>
            <numerusform>检查 %n 个文件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking whether a file is whole needs no engine.</source>
        <translation>检查文件是否完整不需要引擎。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy a file in the file manager, or the path of one as text, and paste it here.</source>
        <translation>请在文件管理器中复制一个文件，或以文本形式复制文件路径，然后粘贴到这里。</translation>
    </message>
    <message>
        <source>Download {address} first, then drop the downloaded file here.</source>
        <translation>请先下载 {address}，再将下载的文件拖到这里。</translation>
    </message>
    <message>
        <source>If you quit now, what runs is stopped, and half-written files are removed.</source>
        <translation>如果现在退出，传输会停止，尚未写完的文件会被删除。</translation>
    </message>
    <message>
        <source>Its file cannot be written: the disk may be full, or not yours to write. Nothing was removed.</source>
        <translation>无法写入列表文件：磁盘可能已满，或您没有写入权限。没有移除任何内容。</translation>
    </message>
    <message>
        <source>Keep in the list</source>
        <translation>保留在列表中</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Moves container images between computers as files. Free software under the Apache License 2.0.</source>
        <translation>以文件形式在计算机之间搬运容器镜像。本程序是自由软件，采用 Apache License 2.0 许可证。</translation>
    </message>
    <message>
        <source>No engine was found yet, neither Docker nor Podman.</source>
        <translation>还没有找到引擎（Docker 或 Podman）。</translation>
    </message>
    <message>
        <source>No file manager was found here. {file} is in the folder {folder}.</source>
        <translation>没有找到文件管理器。{file} 位于文件夹 {folder} 中。</translation>
    </message>
    <message>
        <source>Only the entries in this list are removed. The files and images stay as they are.</source>
        <translation>只移除列表中的记录，文件和镜像保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n transfer(s) from the list?</source>
        <translation>
            <numerusform>从列表中移除 %n 个传输？</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>The folder could not be opened.</source>
        <translation>无法打开文件夹。</translation>
    </message>
    <message>
        <source>The list could not be changed.</source>
        <translation>无法更改列表。</translation>
    </message>
    <message>
        <source>There is no file to paste.</source>
        <translation>没有可以粘贴的文件。</translation>
    </message>
    <message>
        <source>This is not a file on this computer.</source>
        <translation>这不是本机上的文件。</translation>
    </message>
    <message>
        <source>{file}: {what}</source>
        <translation>{file}：{what}</translation>
    </message>
</context>
<context>
    <name>MethodPictures</name>
    <message>
        <source>A new image that you name</source>
        <translation>由您命名的新镜像</translation>
    </message>
    <message>
        <source>An image that may never start</source>
        <translation>可能无法启动的镜像</translation>
    </message>
    <message>
        <source>An image that never starts</source>
        <translation>永远无法启动的镜像</translation>
    </message>
    <message>
        <source>Import
docker import</source>
        <translation>导入
docker import</translation>
    </message>
    <message>
        <source>Load
docker load</source>
        <translation>载入
docker load</translation>
    </message>
    <message>
        <source>Nothing: the engine refuses it</source>
        <translation>没有结果：引擎拒绝</translation>
    </message>
    <message>
        <source>Saved images</source>
        <translation>已保存的镜像</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>别的内容</translation>
    </message>
    <message>
        <source>The files of a container</source>
        <translation>一个容器的文件</translation>
    </message>
    <message>
        <source>The images, as they were saved</source>
        <translation>与保存时一样的镜像</translation>
    </message>
    <message>
        <source>What to do instead</source>
        <translation>应该这样做</translation>
    </message>
    <message>
        <source>What you asked for</source>
        <translation>您选择的做法</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Another image has this name now. Choose one that is free.</source>
        <translation>另一个镜像正在使用此名称。请选择未被占用的名称。</translation>
    </message>
    <message>
        <source>The image has this name already.</source>
        <translation>镜像已有此名称。</translation>
    </message>
    <message>
        <source>Without a name it can only be found by its ID.</source>
        <translation>没有名称就只能通过 ID 找到它。</translation>
    </message>
    <message>
        <source>name:tag</source>
        <translation>名称:标签</translation>
    </message>
    <message>
        <source>{name} is the name of another image ({id}). It would lose it.</source>
        <translation>{name} 是另一个镜像（{id}）的名称，那个镜像会失去此名称。</translation>
    </message>
</context>
<context>
    <name>NameFlow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove the name</source>
        <translation>移除名称</translation>
    </message>
    <message>
        <source>Remove the name {name}</source>
        <translation>移除名称 {name}</translation>
    </message>
    <message numerus="yes">
        <source>The image stays, with everything in it, and keeps its other name(s): {names}</source>
        <translation>
            <numerusform>镜像及其内容都会保留，其余名称不变：{names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameImageDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give the image a name before it is saved</source>
        <translation>保存前请为镜像命名</translation>
    </message>
    <message>
        <source>Give this name</source>
        <translation>使用此名称</translation>
    </message>
    <message numerus="yes">
        <source>Its name(s) now: {names}</source>
        <translation>
            <numerusform>现有名称：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the name</source>
        <translation>转移名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name the image {image}</source>
        <translation>为镜像 {image} 命名</translation>
    </message>
    <message>
        <source>One image can have several names, its “tags”. No copy is made.</source>
        <translation>一个镜像可以有多个名称（即“标签”），不会产生副本。</translation>
    </message>
    <message>
        <source>The image {id} has no name. Saved like this, nobody could tell what it is.</source>
        <translation>镜像 {id} 没有名称。这样保存，以后没有人知道它是什么。</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>A name can have letters from a to z, digits and - . _ : / in it only.</source>
        <translation>名称只能包含字母 a 到 z、数字和 - . _ : /。</translation>
    </message>
    <message>
        <source>A name cannot have an @ and a digest in it.</source>
        <translation>名称不能包含 @ 和摘要。</translation>
    </message>
    <message>
        <source>A name cannot have spaces in it.</source>
        <translation>名称不能包含空格。</translation>
    </message>
    <message>
        <source>A name has 255 characters at most.</source>
        <translation>名称最多 255 个字符。</translation>
    </message>
    <message>
        <source>A tag begins with a letter or a digit.</source>
        <translation>标签必须以字母或数字开头。</translation>
    </message>
    <message>
        <source>A tag has 128 characters at most.</source>
        <translation>标签最多 128 个字符。</translation>
    </message>
    <message>
        <source>After the colon there must be a tag, such as 2.1.</source>
        <translation>冒号后面必须有标签，例如 2.1。</translation>
    </message>
    <message>
        <source>Before the colon there must be a name.</source>
        <translation>冒号前面必须有名称。</translation>
    </message>
    <message>
        <source>Capital letters can only be in the tag, after the colon.</source>
        <translation>大写字母只能出现在冒号后的标签中。</translation>
    </message>
    <message>
        <source>Every part of a name begins and ends with a letter or a digit, as in shop/web-2.</source>
        <translation>名称的每一部分都必须以字母或数字开头和结尾，例如 shop/web-2。</translation>
    </message>
    <message>
        <source>This is an ID. Choose another name.</source>
        <translation>这是 ID。请换一个名称。</translation>
    </message>
    <message>
        <source>Type a name, such as shop/web:2.1.</source>
        <translation>请输入名称，例如 shop/web:2.1。</translation>
    </message>
</context>
<context>
    <name>OpenFilesDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>检查…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Import {file} as an image</source>
        <translation>将 {file} 导入为镜像</translation>
    </message>
    <message numerus="yes">
        <source>Load %n image(s)</source>
        <translation>
            <numerusform>载入 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load and import %n file(s)</source>
        <translation>
            <numerusform>载入并导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>载入镜像</translation>
    </message>
    <message>
        <source>Load {file}</source>
        <translation>载入 {file}</translation>
    </message>
    <message>
        <source>Nothing has been sent to the engine yet.</source>
        <translation>还没有向引擎发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent to the engine.</source>
        <translation>没有向引擎发送任何内容。</translation>
    </message>
    <message>
        <source>To be answered first: the question about {files}.</source>
        <translation>请先回答有关 {files} 的问题。</translation>
    </message>
    <message>
        <source>Two images here would be called {name}. Give each a name of its own.</source>
        <translation>这里有两个镜像都叫 {name}。请为每个镜像取不同的名称。</translation>
    </message>
    <message numerus="yes">
        <source>What is in these %n file(s)</source>
        <translation>
            <numerusform>这 %n 个文件的内容</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} cannot be used</source>
        <translation>{file} 无法使用</translation>
    </message>
    <message>
        <source>{file}: {evidence}</source>
        <translation>{file}：{evidence}</translation>
    </message>
</context>
<context>
    <name>OpenFlow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import a file system</source>
        <translation>导入文件系统</translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>载入镜像</translation>
    </message>
    <message>
        <source>Looking at what is in the files…</source>
        <translation>正在查看文件内容…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown}/{all}</translation>
    </message>
</context>
<context>
    <name>PastTransferDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Portraits</name>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>About {size} in an exported file</source>
        <translation>导出的文件约 {size}</translation>
    </message>
    <message>
        <source>Command (CMD)</source>
        <translation>命令（CMD）</translation>
    </message>
    <message>
        <source>Data from outside (volumes, mounts)</source>
        <translation>来自外部的数据（卷、挂载）</translation>
    </message>
    <message>
        <source>Data kept outside (VOLUME)</source>
        <translation>存放在外部的数据（VOLUME）</translation>
    </message>
    <message>
        <source>Environment (ENV)</source>
        <translation>环境变量（ENV）</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Labels (LABEL)</source>
        <translation>标签（LABEL）</translation>
    </message>
    <message>
        <source>Listens on (EXPOSE)</source>
        <translation>监听端口（EXPOSE）</translation>
    </message>
    <message>
        <source>Other names (tags)</source>
        <translation>其他名称（标签）</translation>
    </message>
    <message>
        <source>Reached from outside (ports)</source>
        <translation>可从外部访问（端口）</translation>
    </message>
    <message>
        <source>Runs as (USER)</source>
        <translation>运行用户（USER）</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Starts with (ENTRYPOINT)</source>
        <translation>启动程序（ENTRYPOINT）</translation>
    </message>
    <message>
        <source>The engine does not say how this image was made.</source>
        <translation>引擎没有说明这个镜像是如何制作的。</translation>
    </message>
    <message>
        <source>These are not in an exported file.</source>
        <translation>这些数据不在导出的文件中。</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用它的容器</translation>
    </message>
    <message>
        <source>Working folder (WORKDIR)</source>
        <translation>工作目录（WORKDIR）</translation>
    </message>
    <message>
        <source>ended with code {code}</source>
        <translation>退出码 {code}</translation>
    </message>
    <message>
        <source>made {when}</source>
        <translation>{when}创建</translation>
    </message>
    <message>
        <source>{size} of that was written by the container</source>
        <translation>其中 {size} 由容器写入</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Image Ferry {version}</source>
        <translation>镜像摆渡 {version}</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>约剩 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>约剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到 1 分钟</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>剩余 {hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>剩余 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>剩余 {seconds} 秒</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Copy report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Diagnostic report</source>
        <translation>诊断报告</translation>
    </message>
    <message>
        <source>For whoever helps you with Image Ferry. Nothing is sent: copy it, and paste it into a message.</source>
        <translation>供帮助您使用镜像摆渡的人查看。不会自动发送：请复制后粘贴到消息中。</translation>
    </message>
    <message>
        <source>With &amp;names of images, files, computers and users</source>
        <translation>包含镜像、文件、计算机和用户的名称(&amp;N)</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ 已复制</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>(without a name)</source>
        <translation>（没有名称）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>{size} ({count} bytes)</source>
        <translation>{size}（{count} 字节）</translation>
    </message>
</context>
<context>
    <name>SaveFlow</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+其他 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>保存到文件</translation>
    </message>
</context>
<context>
    <name>SaveImagesDialog</name>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Parts</source>
        <translation>分卷(&amp;P)</translation>
    </message>
    <message>
        <source>2 GB each</source>
        <translation>每卷 2 GB</translation>
    </message>
    <message>
        <source>4 GB each</source>
        <translation>每卷 4 GB</translation>
    </message>
    <message>
        <source>About {size}.</source>
        <translation>约 {size}。</translation>
    </message>
    <message>
        <source>About {size}. {free} are free there.</source>
        <translation>约 {size}。该位置可用 {free}。</translation>
    </message>
    <message>
        <source>Also write a &amp;checksum file, to check copies with (SHA-256)</source>
        <translation>同时写入校验和文件，用于检查副本（SHA-256）(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Docker and Podman can load the file on any computer (docker save).</source>
        <translation>任何计算机上的 Docker 和 Podman 都能载入此文件（docker save）。</translation>
    </message>
    <message>
        <source>File na&amp;me</source>
        <translation>文件名(&amp;M)</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>For small sticks. To load them, drop any one of the parts on the window.</source>
        <translation>适合容量小的 U 盘。载入时，把任意一卷拖到窗口中即可。</translation>
    </message>
    <message numerus="yes">
        <source>Image(s)</source>
        <translation>
            <numerusform>镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>In one piece</source>
        <translation>不分卷</translation>
    </message>
    <message>
        <source>One file for each &amp;image</source>
        <translation>每个镜像各存为一个文件(&amp;I)</translation>
    </message>
    <message numerus="yes">
        <source>Save %n image(s)</source>
        <translation>
            <numerusform>保存 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>⚠ Not every disk takes this name. Choose a short one without \ / : * ? &quot; &lt; &gt; |</source>
        <translation>⚠ 并非所有磁盘都接受这个名称。请改用较短的名称，不要使用 \ / : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>⚠ There is not enough room: at least {size} are needed. Choose another folder.</source>
        <translation>⚠ 空间不足：至少需要 {size}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>⚠ This drive takes no file over 4 GB. Choose parts, or another drive.</source>
        <translation>⚠ 此磁盘不能存放超过 4 GB 的文件。请选择分卷，或换一个磁盘。</translation>
    </message>
    <message>
        <source>⚠ This folder is not there any more. Choose another one.</source>
        <translation>⚠ 此文件夹已不存在。请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake</source>
        <translation>不让计算机进入睡眠(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Notify me when a transfer is over and the window is not in front</source>
        <translation>窗口不在最前时，传输结束后通知我(&amp;N)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Com&amp;pression</source>
        <translation>压缩(&amp;P)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Engine (Docker or Podman)</source>
        <translation>引擎（Docker 或 Podman）</translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>外观(&amp;O)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>None: the quickest, read everywhere (tar)</source>
        <translation>不压缩：最快，处处可读（tar）</translation>
    </message>
    <message>
        <source>Same as last time</source>
        <translation>与上次相同</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Smaller and quick (zstd)</source>
        <translation>体积小、速度快（zstd）</translation>
    </message>
    <message>
        <source>Smaller, read everywhere (gzip)</source>
        <translation>体积小、处处可读（gzip）</translation>
    </message>
    <message>
        <source>While a transfer runs</source>
        <translation>传输进行时</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>SettingsFlow</name>
    <message>
        <source>Folder to save in</source>
        <translation>保存到的文件夹</translation>
    </message>
</context>
<context>
    <name>ShowCommandDialog</name>
    <message>
        <source>&amp;Copy the command</source>
        <translation>复制命令(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>For those who like to type: copy it into a terminal. Image Ferry does not need it, and checks what it writes and loads, which a command does not.</source>
        <translation>给喜欢输入命令的人：可以复制到终端中使用。镜像摆渡不需要它，而且会检查写入和载入的内容，命令则不会。</translation>
    </message>
    <message>
        <source>Show the command…</source>
        <translation>显示命令…</translation>
    </message>
    <message>
        <source>The command that does the same</source>
        <translation>效果相同的命令</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ 已复制</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n 个容器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) under way</source>
        <translation>
            <numerusform>%n 个传输正在进行</numerusform>
        </translation>
    </message>
    <message>
        <source>Image Ferry</source>
        <translation>镜像摆渡</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>StaleBanner</name>
    <message>
        <source>This list is from {time}. A new one comes as soon as the engine answers.</source>
        <translation>此列表是 {time} 的，引擎恢复响应后会自动更新。</translation>
    </message>
</context>
<context>
    <name>TakenNames</name>
    <message numerus="yes">
        <source>&amp;Keep both: the image(s) in this file get other name(s)</source>
        <translation>
            <numerusform>两个都保留：此文件中的镜像改用其他名称(&amp;K)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Replace: the image(s) in this file get the name(s)</source>
        <translation>
            <numerusform>替换：此文件中的镜像使用该名称(&amp;R)</numerusform>
        </translation>
    </message>
    <message>
        <source>New name instead of {name}</source>
        <translation>代替 {name} 的新名称</translation>
    </message>
    <message numerus="yes">
        <source>Nothing changes for the image(s) there now.</source>
        <translation>
            <numerusform>现有的镜像不受任何影响。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The image(s) there now stay, but without the name(s).</source>
        <translation>
            <numerusform>现有的镜像会保留，但不再使用该名称。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which image(s) get the name(s) {names}?</source>
        <translation>
            <numerusform>名称 {names} 归哪个镜像？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetChooser</name>
    <message numerus="yes">
        <source>%n of the files are there already.</source>
        <translation>
            <numerusform>其中 %n 个文件已存在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Archives ({patterns})</source>
        <translation>归档文件 ({patterns})</translation>
    </message>
    <message>
        <source>Choose another name…</source>
        <translation>换一个名称…</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s)</source>
        <translation>
            <numerusform>替换 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>The old file stays until the new one is whole; then it is replaced.</source>
        <translation>新文件写完整之前，旧文件会保留，之后才会被替换。</translation>
    </message>
    <message>
        <source>{files}. The old files stay until the new ones are whole; then they are replaced.</source>
        <translation>{files}。新文件写完整之前，旧文件会保留，之后才会被替换。</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} 已存在。</translation>
    </message>
</context>
<context>
    <name>TransferCard</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose another name…</source>
        <translation>换一个名称…</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Transfers</name>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cancelled. If the engine had the whole file already, it may still finish.</source>
        <translation>已取消。如果引擎已收到整个文件，它可能仍会完成。</translation>
    </message>
    <message>
        <source>Cancelled. In the engine all the same: {names}</source>
        <translation>已取消。但引擎中已有：{names}</translation>
    </message>
    <message>
        <source>Cancelled. No file was left behind.</source>
        <translation>已取消。没有留下文件。</translation>
    </message>
    <message>
        <source>Cancelled. Whether the file is whole is not known.</source>
        <translation>已取消。无法得知文件是否完好。</translation>
    </message>
    <message>
        <source>Check {file}</source>
        <translation>检查 {file}</translation>
    </message>
    <message>
        <source>Checked {file}</source>
        <translation>已检查 {file}</translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n file(s), {size}</source>
        <translation>
            <numerusform>已校验：%n 个文件，{size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n layer(s), {size}</source>
        <translation>
            <numerusform>已校验：%n 层，{size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked: {size}</source>
        <translation>已校验：{size}</translation>
    </message>
    <message>
        <source>Checked: {size}. Not in it: {paths}</source>
        <translation>已校验：{size}。不包含：{paths}</translation>
    </message>
    <message>
        <source>Checking that everything is there</source>
        <translation>正在核对内容是否齐全</translation>
    </message>
    <message>
        <source>Checking {file}</source>
        <translation>正在检查 {file}</translation>
    </message>
    <message>
        <source>Comparing the file with its checksum</source>
        <translation>正在将文件与其校验和进行比对</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Everything in it was here already: {names}</source>
        <translation>其中的内容原本就都在：{names}</translation>
    </message>
    <message>
        <source>Export container {name} → {file}</source>
        <translation>导出容器 {name} → {file}</translation>
    </message>
    <message>
        <source>Exported container {name} → {file}</source>
        <translation>已导出容器 {name} → {file}</translation>
    </message>
    <message>
        <source>Exporting container {name} → {file}</source>
        <translation>正在导出容器 {name} → {file}</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>For 30 seconds nothing has come from the engine, or the disk has taken nothing. Keep waiting, or cancel.</source>
        <translation>引擎已有 30 秒没有传来数据，或者磁盘没有写入。可以继续等待，也可以取消。</translation>
    </message>
    <message>
        <source>Import {file} → {name}</source>
        <translation>导入 {file} → {name}</translation>
    </message>
    <message>
        <source>Imported and checked: {name}</source>
        <translation>已导入并校验：{name}</translation>
    </message>
    <message>
        <source>Imported {file} → {name}</source>
        <translation>已导入 {file} → {name}</translation>
    </message>
    <message>
        <source>Importing {file} → {name}</source>
        <translation>正在导入 {file} → {name}</translation>
    </message>
    <message>
        <source>In the engine all the same: {names}</source>
        <translation>引擎中仍有：{names}</translation>
    </message>
    <message>
        <source>It was here already: {name}</source>
        <translation>原本就在：{name}</translation>
    </message>
    <message>
        <source>Load {file}</source>
        <translation>载入 {file}</translation>
    </message>
    <message>
        <source>Loaded and checked: {names}</source>
        <translation>已载入并校验：{names}</translation>
    </message>
    <message>
        <source>Loaded {file}</source>
        <translation>已载入 {file}</translation>
    </message>
    <message>
        <source>Loading {file}</source>
        <translation>正在载入 {file}</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Reading and checking the file</source>
        <translation>正在读取并检查文件</translation>
    </message>
    <message>
        <source>Reading, checking and writing</source>
        <translation>正在读取、校验并写入</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>Save {names} → {file}</source>
        <translation>保存 {names} → {file}</translation>
    </message>
    <message>
        <source>Saved {names} → {file}</source>
        <translation>已保存 {names} → {file}</translation>
    </message>
    <message>
        <source>Saving {names} → {file}</source>
        <translation>正在保存 {names} → {file}</translation>
    </message>
    <message>
        <source>Sending all of it after all</source>
        <translation>改为发送全部内容</translation>
    </message>
    <message>
        <source>Sending to the engine</source>
        <translation>正在发送到引擎</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>The disk of the file has given nothing for 30 seconds. Keep waiting, or cancel.</source>
        <translation>文件所在的磁盘已有 30 秒没有读出数据。可以继续等待，也可以取消。</translation>
    </message>
    <message>
        <source>The engine has everything and is still unpacking; it has said nothing for 30 seconds. Keep waiting, or cancel.</source>
        <translation>引擎已收到全部数据，仍在解包，已有 30 秒没有消息。可以继续等待，也可以取消。</translation>
    </message>
    <message>
        <source>The engine has not answered for 30 seconds. Keep waiting, or cancel.</source>
        <translation>引擎已有 30 秒没有响应。可以继续等待，也可以取消。</translation>
    </message>
    <message>
        <source>The engine has taken nothing for 30 seconds. Keep waiting, or cancel.</source>
        <translation>引擎已有 30 秒没有接收数据。可以继续等待，也可以取消。</translation>
    </message>
    <message>
        <source>The engine is unpacking</source>
        <translation>引擎正在解包</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>排队等待</translation>
    </message>
    <message>
        <source>Waiting for the engine</source>
        <translation>正在等待引擎</translation>
    </message>
    <message>
        <source>{done} of about {total}</source>
        <translation>{done} / 约 {total}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{result}, SHA-256 {sha256}</source>
        <translation>{result}，SHA-256 {sha256}</translation>
    </message>
</context>
<context>
    <name>TransfersModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>TransfersPage</name>
    <message>
        <source>Nothing has been saved or loaded yet.</source>
        <translation>还没有保存或载入过任何内容。</translation>
    </message>
    <message>
        <source>Select images and save them to a file, or open a file that you were given.</source>
        <translation>选择镜像并保存到文件，或打开别人提供的文件。</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>At least one image was made for another processor.</source>
        <translation>至少有一个镜像适用于其他处理器。</translation>
    </message>
    <message>
        <source>Comes into the engine: {coming}. Stays in the file: {left}.</source>
        <translation>载入引擎：{coming}。留在文件中：{left}。</translation>
    </message>
    <message>
        <source>It holds images for {platforms}, which this engine cannot take. Use an engine of that system.</source>
        <translation>其中是适用于 {platforms} 的镜像，此引擎无法接收。请使用相应系统的引擎。</translation>
    </message>
    <message>
        <source>It is decompressed on the way: it is packed with {compression}, which this engine may not be able to read.</source>
        <translation>发送时会自动解压：它用 {compression} 压缩，此引擎可能无法读取。</translation>
    </message>
    <message>
        <source>It is packed once more than needed and is unpacked on the way.</source>
        <translation>它多包了一层，发送时会自动拆开。</translation>
    </message>
    <message>
        <source>It is rewritten on the way: this engine does not read it in the form that it has. The images stay as they are.</source>
        <translation>发送时会自动改写：此引擎读不懂它现在的格式。镜像本身不变。</translation>
    </message>
    <message>
        <source>It is rewritten on the way: this engine keeps an image for one kind of processor only.</source>
        <translation>将在传输途中改写：此引擎只能保存适用于一种处理器的镜像。</translation>
    </message>
    <message>
        <source>Layers are missing in this file.</source>
        <translation>此文件缺少层。</translation>
    </message>
    <message>
        <source>Not all names in this file are free.</source>
        <translation>此文件中有名称已被占用。</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>没有任何问题。</translation>
    </message>
    <message>
        <source>One image of several will be loaded.</source>
        <translation>只会载入多个镜像中的一个。</translation>
    </message>
    <message>
        <source>Parts of this archive are missing or damaged.</source>
        <translation>此归档文件的分卷有缺失或损坏。</translation>
    </message>
    <message>
        <source>Such images can be loaded, named and saved again, but they will not start in this engine.</source>
        <translation>可以载入、命名和再次保存，但无法在此引擎中启动。</translation>
    </message>
    <message>
        <source>Taken by other images in this engine: {names}. No two images can have the same name.</source>
        <translation>此引擎中的其他镜像正在使用：{names}。两个镜像不能同名。</translation>
    </message>
    <message>
        <source>The names that you give here are put on while it is sent.</source>
        <translation>您在此处填写的名称会在发送时加上。</translation>
    </message>
    <message>
        <source>There is nothing for this engine’s processor in this file.</source>
        <translation>此文件中没有适用于此引擎处理器的镜像。</translation>
    </message>
    <message>
        <source>There is nothing in {file}. Have it made again where it came from.</source>
        <translation>{file} 中没有任何内容。请让提供者重新制作。</translation>
    </message>
    <message>
        <source>This archive does not look like a file system.</source>
        <translation>此归档文件不像是文件系统。</translation>
    </message>
    <message>
        <source>This archive holds no images.</source>
        <translation>此归档文件中没有镜像。</translation>
    </message>
    <message>
        <source>This file fits.</source>
        <translation>此文件可用。</translation>
    </message>
    <message>
        <source>This file holds no images.</source>
        <translation>此文件中没有镜像。</translation>
    </message>
    <message>
        <source>This file holds saved images. Importing it would not work.</source>
        <translation>此文件里是已保存的镜像，不能用“导入”。</translation>
    </message>
    <message>
        <source>This file is damaged.</source>
        <translation>此文件已损坏。</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>此文件是空的。</translation>
    </message>
    <message>
        <source>This file says two things about its images.</source>
        <translation>此文件对其中镜像的说明前后不一。</translation>
    </message>
    <message>
        <source>This file was made for another operating system.</source>
        <translation>此文件是为其他操作系统制作的。</translation>
    </message>
    <message>
        <source>This is the file system of a container. It cannot be loaded.</source>
        <translation>此文件里是容器的文件系统，不能用“载入”。</translation>
    </message>
    <message>
        <source>You chose Import, which is for the file system of a container. {file} was made by saving images. The engine would import it without a complaint, but the image would never start (“no command specified”).</source>
        <translation>您选择了“导入”，它用于容器的文件系统。{file} 是保存镜像得到的文件。引擎会照样导入而不报错，但得到的镜像永远无法启动（“no command specified”）。</translation>
    </message>
    <message>
        <source>You chose Load, which is for saved images. {file} was made by exporting a container. It becomes an image again when it is imported under a name.</source>
        <translation>您选择了“载入”，它用于已保存的镜像。{file} 是导出容器得到的文件，为它取一个名称并导入，就能重新成为镜像。</translation>
    </message>
    <message>
        <source>{file} can be imported all the same, but what comes out may never start. Import it only if you know what is in it.</source>
        <translation>仍然可以导入 {file}，但得到的镜像可能永远无法启动。只有清楚其中的内容时才应导入。</translation>
    </message>
    <message>
        <source>{file} ends too early or has errors in it; perhaps it was not copied completely. Copy it again, or have it made again where it came from.</source>
        <translation>{file} 不完整或内容有误，可能没有复制完。请重新复制，或让提供者重新制作。</translation>
    </message>
    <message>
        <source>{file} has two lists of its images that do not agree. Only the images that are shown here are sent. Load them only if they are the ones that you expect.</source>
        <translation>{file} 中有两份互相矛盾的镜像清单。只会发送此处显示的镜像。请确认它们正是您需要的镜像，再载入。</translation>
    </message>
    <message>
        <source>{file} holds neither saved images nor the file system of a container. The engine would refuse it.</source>
        <translation>{file} 中既没有已保存的镜像，也没有容器的文件系统。引擎不会接受它。</translation>
    </message>
    <message>
        <source>{file} holds the same image for {platforms}.</source>
        <translation>{file} 含有同一镜像的 {platforms} 版本。</translation>
    </message>
    <message>
        <source>{file} holds the same image for {platforms}. Only the one that is shown here is sent; it will not start in this engine.</source>
        <translation>{file} 含有同一镜像的 {platforms} 版本。只会发送此处显示的那一个；它无法在此引擎中启动。</translation>
    </message>
    <message>
        <source>{file} is something else. Choose a file that was saved or exported with Image Ferry, Docker or Podman.</source>
        <translation>{file} 是其他类型的文件。请选择用镜像摆渡、Docker 或 Podman 保存或导出的文件。</translation>
    </message>
    <message>
        <source>{file} lists layers that are not in it. Have the images saved again on the computer that they came from.</source>
        <translation>{file} 列出的层有些不在文件中。请在原来的计算机上重新保存这些镜像。</translation>
    </message>
    <message>
        <source>{file} was saved in several parts. These are not there, or were not copied to their end: {parts}. Put all parts into one folder, with the file that ends in “.parts”.</source>
        <translation>{file} 分成了几卷保存。以下分卷不在这里，或没有复制完整：{parts}。请将所有分卷连同以“.parts”结尾的文件放在同一个文件夹中。</translation>
    </message>
</context>
<context>
    <name>WhichOneDialog</name>
    <message>
        <source>Almost always: save images here, load the file there. Exporting is for a container that somebody set up by hand.</source>
        <translation>绝大多数情况：在这边保存镜像，到那边载入文件。导出只适用于手工配置好的容器。</translation>
    </message>
    <message>
        <source>Carrying images to a computer without a network.</source>
        <translation>把镜像带到没有网络的计算机。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export, then Import</source>
        <translation>先导出，再导入</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Handing out a container that was set up by hand, as a base image.</source>
        <translation>将手工配置的容器作基础镜像分发。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Images, with all their layers.</source>
        <translation>镜像及其所有层。</translation>
    </message>
    <message>
        <source>In Docker’s words</source>
        <translation>Docker 命令</translation>
    </message>
    <message>
        <source>Kept. You can choose another one when loading.</source>
        <translation>保留。载入时也可以另选名称。</translation>
    </message>
    <message>
        <source>Kept: command, environment, ports.</source>
        <translation>保留：命令、环境变量、端口。</translation>
    </message>
    <message>
        <source>Kept: each step is a layer, and you can go back to an earlier one.</source>
        <translation>保留：每一步都是一层，可以退回到较早的层。</translation>
    </message>
    <message>
        <source>Larger: every layer is in it.</source>
        <translation>较大：包含每一层。</translation>
    </message>
    <message>
        <source>Lost. Volumes are not in the file either.</source>
        <translation>丢失。卷也不在文件中。</translation>
    </message>
    <message>
        <source>Lost: everything becomes one layer, with no way back.</source>
        <translation>丢失：全部合并为一层，无法退回。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No, one container per file.</source>
        <translation>不可以，一个文件只能存一个容器。</translation>
    </message>
    <message>
        <source>Not in the file. You give a new one when importing.</source>
        <translation>不在文件中，导入时由您命名。</translation>
    </message>
    <message>
        <source>Save, then Load</source>
        <translation>先保存，再载入</translation>
    </message>
    <message>
        <source>Several in one file</source>
        <translation>一个文件存多个</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Smaller: only what is there now.</source>
        <translation>较小：只包含当前内容。</translation>
    </message>
    <message>
        <source>Start settings</source>
        <translation>启动设置</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>存入的内容</translation>
    </message>
    <message>
        <source>The files of one container, as they are now.</source>
        <translation>一个容器当前的文件。</translation>
    </message>
    <message>
        <source>Which one do I need?</source>
        <translation>我该用哪一种？</translation>
    </message>
    <message>
        <source>Yes, as many as you like.</source>
        <translation>可以，数量不限。</translation>
    </message>
    <message>
        <source>docker export, docker import</source>
        <translation>docker export、docker import</translation>
    </message>
    <message>
        <source>docker save, docker load</source>
        <translation>docker save、docker load</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n 个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n 周前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>WrongMethodDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation>仍然导入</translation>
    </message>
    <message>
        <source>Import instead…</source>
        <translation>改为导入…</translation>
    </message>
    <message numerus="yes">
        <source>Load %n image(s) instead</source>
        <translation>
            <numerusform>改为载入 %n 个镜像</numerusform>
        </translation>
    </message>
</context>
</TS>
