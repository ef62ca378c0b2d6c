### The library of files, and sizes of files.

size-bytes = { $size } B
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
size-gigabytes = { $size } GB

library-menu = Media
library-title = Media and files
library-space-title = Room taken
library-space = { $used } of { $quota } ({ $percent })
library-field-files = Add files
library-field-files-hint = Several at once: pictures (JPEG, PNG, WebP), PDF, office documents or CSV, 20 MB each at most. Place and camera are taken out of pictures.
library-no-file = Choose at least one file.
library-others-kept = The other files are kept: { $names }
library-sending = Sending the files…
library-sent = Sent.
library-retry = The connection is poor; trying again…
library-failed = It could not be sent. Try again later.
library-reload = Show the new files
library-kept = The files are kept.
library-saved = The details of the file are saved.
library-removed = The file is deleted.
library-filter-kind = Kind of file
library-filter-unused = Unused files only
library-kind-all = All kinds
library-kind-picture = Pictures
library-kind-pdf = PDF
library-kind-office = Office documents
library-kind-text = Tables and texts
library-empty = There are no files here.
library-count =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
library-mute = No alternative text
library-unused = Not used
library-uses =
    { $count ->
        [one] Used in { $count } place
       *[other] Used in { $count } places
    }
library-fact-kind = Kind
library-fact-size = Size
library-fact-sent = Added on
library-fact-public = Public
library-is-public = Public: open the file
library-is-not-public = Not public
library-where = Where it is used
library-used-by-report = Progress report
library-used-by-article = News article
library-use-report = progress report: { $title }
library-use-article = news article: { $title }
library-used-in = This file is used here: { $places }
library-field-title = Title
library-field-alternative = Alternative text
library-field-alternative-hint = Say in one sentence what the picture shows, for those who do not see it.
library-delete-title = Delete a file
library-delete-ask = Delete the file “{ $name }” for good? This cannot be undone.

file-changed-meanwhile = Somebody changed the details of this file meanwhile. Read them, then save again.
file-drawing = SVG drawings are not accepted, because they can hold programs. Export the drawing as PNG, then send it.
file-animated = Moving pictures and GIF files are not accepted. Send a still picture: JPEG, PNG or WebP.
file-macros = This document holds programs (macros). Save it without them or as PDF, then send it.
