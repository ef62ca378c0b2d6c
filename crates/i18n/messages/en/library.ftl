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
library-used-by-document = Document
library-used-by-event = Event
library-used-by-page = Page
library-used-by-site = Logo of the site
library-use-site = logo of the site: { $title }
library-use-report = progress report: { $title }
library-use-article = news article: { $title }
library-use-document = document: { $title }
library-use-event = event: { $title }
library-use-page = page: { $title }
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

## Documents

documents-menu = Documents
documents-title = Published documents
documents-new = New document
documents-empty = There are no documents here.
documents-count =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
documents-versions =
    { $count ->
        [one] { $count } version
       *[other] { $count } versions
    }
documents-version = Version { $number }
documents-year = Year
documents-year-all = All years
documents-item-all = All publication items
documents-choose-item = Choose one
documents-published = Published
documents-unpublished = Not published
documents-see = See it on the public site
documents-field-title = Title
documents-field-item = Publication item
documents-field-item-hint = By article 10 of law 31-13 on the right of access to information.
documents-field-day = Date of the document
documents-field-day-hint = The date that stands on it, not that of its publication.
documents-field-description = Description
documents-field-file = File
documents-field-other-file = Another file instead
documents-field-file-hint = PDF, office document, CSV or picture, 20 MB at most.
documents-field-next = File of the new version
documents-field-next-hint = The versions before can still be downloaded.
documents-kept = The file “{ $name }” is kept. Correct the rest, then save the document.
documents-versions-title = Versions
documents-add-version = Add a version
documents-turn-title = Publication
documents-publish = Publish the document
documents-publish-text = Once it is published, everybody can read it and download all its versions.
documents-withdraw = Withdraw the document
documents-withdraw-text = The document is published with all its versions. Once it is withdrawn, the public no longer sees it.
documents-sheet-title = Details of the document
documents-saved = The document is saved.
documents-version-added = The new version is added.
documents-was-published = The document is published.
documents-was-withdrawn = The document is withdrawn.
document-same-file = This file is that of a version of the document already.
document-is-public = This document is published already.
document-is-not-public = This document is not published.
document-changed-meanwhile = Somebody changed this document meanwhile. Read it, then try again.

public-documents-title = Documents
public-documents-intro = Documents that the collectivity publishes without being asked, by law 31-13 on the right of access to information.
public-documents-empty = No document is published here yet.
public-documents-before = Earlier versions

## What is published without being asked (law 31-13, article 10)

publication-item-information-officers = Information officers
publication-item-council-composition = Composition of the council
publication-item-council-deliberations = Agendas and deliberations of the council
publication-item-committees = Standing committees
publication-item-advisory-bodies = Advisory bodies
publication-item-online-consultation = Online consultation space
publication-item-contact = Contact
publication-item-budget = Budget of the current year
publication-item-closed-budgets = Closed budgets and accounts
publication-item-audit-reports = Audit, evaluation and control reports
publication-item-action-plan = Action or development plan
publication-item-organisation = Missions and organisation
publication-item-services = Services and procedures
publication-item-authorisations = Conditions of authorisations and licences
publication-item-procurement = Public procurement
publication-item-recruitment = Competitions and recruitment
publication-item-studies = Reports, studies and statistics
publication-item-other = Other documents
