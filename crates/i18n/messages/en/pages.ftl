# Pages that stay, and the menu of the site

page-status-draft = Draft
page-status-published = Published
page-changed-meanwhile = Somebody else changed this page meanwhile.
page-too-many = There are as many pages as there can be. Change one of them.
page-already-public = This page is public already.
page-not-public = This page is not public.
office-menu-pages = Pages and menu
office-pages-title = Pages and menu
office-pages-empty = No page yet. Add one about your services, for instance, or about who you are.
office-pages-hint = The order of the pages is that of the menu of the public site, after its fixed entries.
office-page-new = Add a page
office-page-edit = Change a page
office-page-in-menu = In the menu of the site
office-page-in-menu-hint = Only public pages stand there, eight at most.
office-page-up = Move up
office-page-down = Move down
office-page-saved = The page is saved.
office-page-published = The page is public.
office-page-taken-back = The page is taken back; it is a draft.
office-page-moved = The order of the pages is changed.
audit-subject-page = Page
audit-did-create-page = { $who } wrote a page
audit-did-update-page = { $who } changed a page
audit-did-publish-page = { $who } published a page
audit-did-take-back-page = { $who } took a page back
audit-did-move-page = { $who } changed the order of the pages
