<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ArchiveContentsModel</name>
    <message>
        <source>(no name) {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another image has this name now. It stays, but it loses the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{platform}  ⚠ other processor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContainersModel</name>
    <message>
        <source>Being removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>At least one image in it has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in it lies in one more archive or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File system of a container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images in an OCI archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends before its archive does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a manifest.json and an OCI index, as “docker save” writes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a manifest.json, as “docker save” writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has an OCI index, but no manifest.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the file .containerenv, which Podman puts into every container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the file .dockerenv, which Docker puts into every container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the folders of a Linux system, such as bin, etc and usr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has two lists of images that differ; another engine may find other images in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has zero bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a packed “dir:” folder of Podman or Skopeo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a zip file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an archive with neither images nor a file system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an archive without any files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not an archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lists its images in the way of Docker before 1.10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts as an archive and goes on as something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its compressed data do not add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its list of images cannot be read, or names what is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers that it lists are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More data follow after the end of the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark at the end of the archive is missing; its files are whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update pack</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to see what is in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A container needs the image {image}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file cannot take its place. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has small letters, digits and - . _ / only, then a colon and a tag, such as shop/web:2.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address looks like unix:///var/run/docker.sock or tcp://server:2376. Correct it where it is set, and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another context in Docker’s own settings, or ask whoever set Docker up for you. The program does not guess, so as not to change the wrong engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker is set to use “{context}”, which does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on it, for example by removing old images, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images live in an engine, Docker or Podman. Install one of them or start it; the program connects by itself as soon as it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to the system and stays as it is. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to the system. Choose a file with images instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is protected, or it belongs to somebody else. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reported success all the same. Try again; if it happens again, have the file made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved or removed, or its disk was taken out. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved or removed, or its disk was taken out. It was looked for in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped, or started again. Nothing half done was kept here. Try again when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would use up this computer’s memory or disk, so it was not read any further. Do not use it, and tell whoever gave it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own words are under Details. Try again, or start Docker instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine was found on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file on it may be larger than 4 GB, whatever space there is. Choose another disk, or have this one formatted as exFAT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was kept. Check in the list that the images are there, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was kept. Its own words are under Details; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was kept. Perhaps somebody removed or renamed the image; look at the list and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers at {url}. Start Docker or Podman; the program connects by itself as soon as it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything came, so no file was kept. Try again; if a running container is being exported, stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the files in it instead; several at once will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of it are missing, so no file was kept. Have the image downloaded or loaded again on this computer, then save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps it is still being copied or downloaded. Wait until that is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please try again. If it happens again, copy the text under Details and send it to whoever looks after Image Ferry for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Podman is installed, but did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the container first if nobody needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved like this nobody could tell what it is. Give it a name first, then save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody removed it. The list shows what is there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody removed or renamed it. The list shows what is there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificates of {url} and yours do not fit together. Ask whoever gave you the address for the right ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the engine was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container {container} has no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container {container} is half removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container {container} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the engine is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reported an error and may be damaged or unplugged. Choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Nothing was left on it. Free some space or choose another disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine failed in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine left {image} out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine reported success, but what it has is not what was sent. Do not rely on this image; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine sent no images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine took no image out of {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine’s own copy of {image} is not whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} was made to do harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} was not sent to the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image {image} has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image {image} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one at {url} refuses your user name. Ask an administrator to add you to the group “docker”, then log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one at {url} speaks a language that is no longer spoken. Bring it up to date: Docker 20.10 or later will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part {member} is not what it says it is, so no file was kept. Try again; if it happens again, the engine’s disk may be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason that it gave is under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a folder with the name {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left for {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export, so no file was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the address of an engine: {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left of it cannot be exported. Export another container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the engine sent is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the engine would delete the image. Give the image another name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {file} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to use the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may lack the permission, or its disk may be damaged. Copy the file to another place and try that copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large for this disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image} did not arrive as it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the only name of its image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of an image.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>All files of the container go into one file, as they are now. Its history and its settings (start command, environment, ports) are not in it. To carry an image as it is, save the image instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the container {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no volumes, so no data are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the file, because they are volumes: {paths}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImagesModel</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image does not say when it was made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n transfer(s) are not done yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you quit now they are stopped, and files that are half written are removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>The image has this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name it can only be found by its ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name:tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the name of another image ({id}). It would lose it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameFlow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the name {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image stays, with everything in it, and keeps its other name: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameImageDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the image a name before it is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps the name it has: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the image {image}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image can have several names. No copy is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image {id} has no name. Saved like this, nobody could tell what it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>A name can have letters from a to z, digits and - . _ : / in it only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot have an @ and a digest in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot have spaces in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has 255 characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag begins with a letter or a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag has 128 characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the colon there must be a tag, such as 2.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the colon there must be a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capital letters can only be in the tag, after the colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every part of a name begins and ends with a letter or a digit, as in shop/web-2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an ID. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name, such as shop/web:2.1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveFlow</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetChooser</name>
    <message>
        <source>Archives (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file stays until the new one is whole; then it is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transfers</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. If the engine had the whole file already, it may still finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. No file was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n layer(s), {size}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Checked: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: {size}. Not in it: {paths}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking that everything is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported container {name} → {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting container {name} → {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported and checked: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported {file} → {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {file} → {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loaded and checked: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loaded {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading, checking and writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {names} → {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {names} → {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has not answered for 30 seconds. Keep waiting, or cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is unpacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of about {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransfersModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>A name will move to the image in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this engine another image has this name now: {names}. It stays, but loses the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds images for {platforms}, which this engine cannot take. Use an engine of that system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds images for {platforms}. They can be loaded and saved again, but will not start in this engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers are missing in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Podman cannot read several images from this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are packed once more in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in {file}. Have it made again where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This archive does not look like a file system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This archive holds no images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This engine cannot decompress this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This engine cannot read this kind of archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds no images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds saved images. Importing it would not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds the file system of a container. It cannot be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too old for this engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was made for another operating system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was made for another processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack {file} once, then open what is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose Import, which is for the file system of a container. {file} was made by saving images. The engine would import it without a complaint, and the image would never start (“no command specified”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose Load, which is for saved images. {file} was made by exporting a container. It becomes an image again when it is imported under a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can be imported all the same, but what comes out may never start. Import it only if you know what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} ends too early or does not add up; perhaps it was not copied to its end. Copy it again, or have it made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds neither saved images nor the file system of a container. The engine would refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is an OCI archive with more than one image. Have each image saved into a file of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is an OCI archive. A Docker whose containerd image store is switched on reads it. Or have the images saved again, with Image Ferry or “docker save”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is compressed with {compression}. Decompress it first, then open the file that comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is something else. Choose a file that was saved or exported with Image Ferry, Docker or Podman.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} lists layers that are not in it. Have the images saved again on the computer that they came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was saved by a Docker from before 2016. Load it on a computer with an older Docker (up to 28), and save the images there again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhichOneDialog</name>
    <message>
        <source>Almost always: save images here, load the file there. Exporting is for a container that somebody set up by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrying images to a computer without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export, then Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handing out a container that was set up by hand, as a base image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images, with all their layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Docker’s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. It is there again after loading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. You can go back to an earlier layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: command, environment, ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger: every layer is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost. Everything becomes one layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost. Volumes are not in the file, either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, one container a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the file. You give one when importing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, then Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller: only what is there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of one container, as they are now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one do I need?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, as many as you like.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_DetailsPane</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
