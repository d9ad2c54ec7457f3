<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Batches</name>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) done</source>
        <translation>
            <numerusform>%n transfer done</numerusform>
            <numerusform>%n transfers done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) ended</source>
        <translation>
            <numerusform>%n transfer ended</numerusform>
            <numerusform>%n transfers ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckFilesDialog</name>
    <message numerus="yes">
        <source>Check %n file(s)</source>
        <translation>
            <numerusform>Check %n file</numerusform>
            <numerusform>Check %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>%n problem found.</numerusform>
            <numerusform>%n problems found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContainersPage</name>
    <message numerus="yes">
        <source>%n container(s) selected</source>
        <translation>
            <numerusform>%n container selected</numerusform>
            <numerusform>%n containers selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to see what is in %n file(s)</source>
        <translation>
            <numerusform>Drop to see what is in %n file</numerusform>
            <numerusform>Drop to see what is in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImagesModel</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message numerus="yes">
        <source>%n image(s) selected</source>
        <translation>
            <numerusform>%n image selected</numerusform>
            <numerusform>%n images selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leftovers</name>
    <message numerus="yes">
        <source>%n file(s) could not be deleted.</source>
        <translation>
            <numerusform>%n file could not be deleted.</numerusform>
            <numerusform>%n files could not be deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n transfer(s) are not done yet.</source>
        <translation>
            <numerusform>%n transfer is not done yet.</numerusform>
            <numerusform>%n transfers are not done yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As soon as there is one, the file(s) will open.</source>
        <translation>
            <numerusform>As soon as there is one, the file will open.</numerusform>
            <numerusform>As soon as there is one, the files will open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n file(s)…</source>
        <translation>
            <numerusform>Check %n file…</numerusform>
            <numerusform>Check %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n transfer(s) from the list?</source>
        <translation>
            <numerusform>Remove %n transfer from the list?</numerusform>
            <numerusform>Remove %n transfers from the list?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameFlow</name>
    <message numerus="yes">
        <source>The image stays, with everything in it, and keeps its other name(s): {names}</source>
        <translation>
            <numerusform>The image stays, with everything in it, and keeps its other name: {names}</numerusform>
            <numerusform>The image stays, with everything in it, and keeps its other names: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameImageDialog</name>
    <message numerus="yes">
        <source>Its name(s) now: {names}</source>
        <translation>
            <numerusform>Its name now: {names}</numerusform>
            <numerusform>Its names now: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenFilesDialog</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load %n image(s)</source>
        <translation>
            <numerusform>Load %n image</numerusform>
            <numerusform>Load %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load and import %n file(s)</source>
        <translation>
            <numerusform>Load and import %n file</numerusform>
            <numerusform>Load and import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is in these %n file(s)</source>
        <translation>
            <numerusform>What is in %n file</numerusform>
            <numerusform>What is in these %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveFlow</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveImagesDialog</name>
    <message numerus="yes">
        <source>Image(s)</source>
        <translation>
            <numerusform>Image</numerusform>
            <numerusform>Images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n image(s)</source>
        <translation>
            <numerusform>Save %n image</numerusform>
            <numerusform>Save %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) under way</source>
        <translation>
            <numerusform>%n transfer under way</numerusform>
            <numerusform>%n transfers under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenNames</name>
    <message numerus="yes">
        <source>&amp;Keep both: the image(s) in this file get other name(s)</source>
        <translation>
            <numerusform>&amp;Keep both: the image in this file gets another name</numerusform>
            <numerusform>&amp;Keep both: the images in this file get other names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Replace: the image(s) in this file get the name(s)</source>
        <translation>
            <numerusform>&amp;Replace: the image in this file gets the name</numerusform>
            <numerusform>&amp;Replace: the images in this file get the names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing changes for the image(s) there now.</source>
        <translation>
            <numerusform>Nothing changes for the image that is there now.</numerusform>
            <numerusform>Nothing changes for the images that are there now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The image(s) there now stay, but without the name(s).</source>
        <translation>
            <numerusform>The image that is there now stays, but without this name.</numerusform>
            <numerusform>The images that are there now stay, but without these names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which image(s) get the name(s) {names}?</source>
        <translation>
            <numerusform>Which image gets the name {names}?</numerusform>
            <numerusform>Which images get the names {names}?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetChooser</name>
    <message numerus="yes">
        <source>%n of the files are there already.</source>
        <translation>
            <numerusform>%n of the files is there already.</numerusform>
            <numerusform>%n of the files are there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s)</source>
        <translation>
            <numerusform>Replace %n file</numerusform>
            <numerusform>Replace %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transfers</name>
    <message numerus="yes">
        <source>Checked: %n file(s), {size}</source>
        <translation>
            <numerusform>Checked: %n file, {size}</numerusform>
            <numerusform>Checked: %n files, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n layer(s), {size}</source>
        <translation>
            <numerusform>Checked: %n layer, {size}</numerusform>
            <numerusform>Checked: %n layers, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrongMethodDialog</name>
    <message numerus="yes">
        <source>Load %n image(s) instead</source>
        <translation>
            <numerusform>Load %n image instead</numerusform>
            <numerusform>Load %n images instead</numerusform>
        </translation>
    </message>
</context>
</TS>
