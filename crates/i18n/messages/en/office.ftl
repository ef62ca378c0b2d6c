### The signed-in rooms of a member.

## Frame of the office

office-title = Office
office-title-of = Office of { $collectivity }
office-menu = Office menu
office-menu-articles = News
office-menu-new-article = New item
office-menu-outbox = Outbox
office-menu-dashboard = Dashboard
office-menu-public-site = Public site
office-signed-in-as = Signed in as { $name }
office-role = Role: { $role }

## Signing in

office-sign-in-title = Sign in
office-sign-in-text = This room is for the staff of { $collectivity }.
office-sign-in-email = Work e-mail address
office-sign-in-password = Password
office-sign-in-button = Sign in
office-sign-in-failed = The e-mail address or the password is not right.
office-sign-in-throttled = Too many attempts. Wait a few minutes before you try again.
office-sign-in-again-at = You can try again from { $time }.
office-sign-in-help = No account? The administrator of your site sends you an invitation by e-mail.
office-sign-in-expired = Your session has ended. Sign in again.
office-sign-out = Sign out
office-signed-out = You are signed out.

## Invitation and password

office-invitation-title = Open your account
office-invitation-text = Choose a password for your account at { $collectivity }. Do not use one that you use elsewhere.
office-invitation-known-text = You already have an account on this platform. Enter your password to accept the invitation to { $collectivity }.
office-invitation-email = Account: { $email }
office-invitation-name = Full name
office-invitation-language = Language of the office
office-invitation-password = New password
office-invitation-password-hint =
    { $min ->
        [one] At least { $min } character; a phrase of several words is better
       *[other] At least { $min } characters; a phrase of several words is better
    }
office-invitation-password-again = Repeat the password
office-invitation-button = Open the account
office-invitation-done = Your account is open. You can sign in now.
office-invitation-invalid-title = Invitation not valid
office-invitation-invalid-text = This link was already used or expired after 48 hours. Ask the administrator of your site for a new invitation.

## List of articles

office-articles-title = News
office-articles-new = Write a news item
office-articles-empty = No news yet. Start by writing the first item.
office-articles-filter-status = State
office-articles-filter-all = All states
office-articles-column-title = Title
office-articles-column-status = State
office-articles-column-languages = Languages
office-articles-column-updated = Last change
office-articles-column-author = Author
office-articles-column-actions = Actions
office-articles-edit = Edit { $title }
office-articles-untitled = Untitled

## Editor

office-editor-title-new = New item
office-editor-title-edit = Edit an item
office-editor-language-tab = Text in { $language }
office-editor-language-hint = Write in at least one language. Readers who do not find theirs see the text in another, clearly marked.
office-editor-field-title = Title
office-editor-field-summary = Summary
office-editor-field-summary-hint = One or two sentences, shown in lists and in mails.
office-editor-field-body = Body
office-editor-field-body-plain = Leave an empty line between paragraphs; you may also write HTML.
office-editor-field-body-hint = Accepted: paragraphs, subheadings, lists, links, bold, quotations.
office-editor-field-category = Category
office-editor-field-category-none = No category
office-editor-status = State: { $status }
office-editor-version = Version { $version }
office-editor-save = Save draft
office-editor-save-published = Save and update the published item
office-editor-preview = Preview
office-editor-publish = Publish
office-editor-unpublish = Unpublish
office-editor-view-public = View on the public site
office-editor-saved = The item is saved.

## Preview and publication

office-preview-title = Preview
office-preview-notice = This is a preview: only signed-in staff can see it.
office-preview-back = Back to editing
office-publish-confirm-title = Publish this item?
office-publish-confirm-text = The item will appear on the public site at once and be sent to subscribers.
office-publish-subscribers =
    { $count ->
        [one] Will be sent to { $count } subscriber
       *[other] Will be sent to { $count } subscribers
    }
office-publish-languages-missing = Languages without a text: { $languages }
office-publish-done = The item is published.
office-unpublish-confirm-title = Unpublish this item?
office-unpublish-confirm-text = The item will vanish from the public site and the feeds and become a draft again. Mails already sent cannot be taken back.
office-unpublish-done = The item is no longer published.

## Two people at once

office-conflict-title = Two versions of the same item
office-conflict-text = { $name } saved a newer version: { $date }. Your text is kept here in full and nothing was overwritten.
office-conflict-text-unnamed = A newer version was saved while you were working. Your text is kept here in full and nothing was overwritten.
office-conflict-yours = Your text
office-conflict-theirs = Saved version
office-conflict-keep-yours = Save my text instead
office-conflict-keep-theirs = Keep the saved version

## Outbox of the demonstration

office-outbox-title = Outbox
office-outbox-text = Messages written to the data folder instead of being sent, because no mail server is configured.
office-outbox-empty = No messages yet.
office-outbox-to = To
office-outbox-subject = Subject
office-outbox-date = Date
office-outbox-open = Open the message: { $subject }
office-outbox-count =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
