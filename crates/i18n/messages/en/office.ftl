### The signed-in rooms of a member.

## Frame of the office

office-title = Office
office-title-of = Office of { $collectivity }
office-menu = Office menu
office-menu-short = Menu
office-menu-group-programme = Programme and follow-up
office-menu-group-publishing = Publishing
office-menu-group-site = The site
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

## Office: the programme

office-menu-home = Today
office-menu-programme = Openness programme
office-menu-sessions = Council sessions
office-menu-queue = Reports to approve
office-menu-mine = My reports
office-field-in-language = { $field } ({ $language })
office-field-other-languages = Other languages
office-programmes-title = Openness programmes
office-programmes-empty = No programme yet. Start by preparing the first one.
office-programme-new = Prepare a programme
office-programme-new-text = From now on everybody sees that the programme is being prepared. Its axes and projects appear only when the draft is published.
office-programme-create = Open the preparation
office-programme-created = The preparation of the programme is open.
office-programme-saved = The programme is saved.
office-programme-settings = Settings of the programme
office-programme-field-cycle = The two years
office-programme-field-cycle-hint = Two consecutive years, for example 2026-2027
office-programme-field-starts = First day
office-programme-field-ends = Last day
office-programme-field-every = How often reports are due
office-programme-field-every-hint = Each activity is reported on once a period.
office-programme-every-1 = Every month
office-programme-every-2 = Every two months
office-programme-every-3 = Every three months
office-programme-every-4 = Every four months
office-programme-every-6 = Every six months
office-programme-every-12 = Every year
office-programme-field-notes = What readers should know
office-programme-field-source = Where it is published
office-programme-field-source-hint = An address that begins with https://
office-sheet-open = Report progress

## Office: the next step

office-next-title = The next step
office-next-later = And then
office-next-none = This programme is over. You can prepare the one of the next cycle.
office-verb-publish-draft = Publish the draft
office-verb-publish-draft-text = Axes, projects and activities become visible to everybody. The draft cannot be withdrawn afterwards and each change leaves a trace.
office-verb-publish-draft-done = The draft is published.
office-verb-validate-draft = Record the validation by the follow-up committee
office-verb-validate-draft-text = Give the day on which the follow-up committee validated the draft.
office-verb-validate-draft-done = The validation is recorded.
office-verb-adopt = Record the adoption by the council
office-verb-adopt-text = Choose the session in which the council adopted the programme. Neither this session nor the adoption can be changed afterwards.
office-verb-adopt-done = The adoption is recorded.
office-verb-begin-implementation = Begin the implementation
office-verb-begin-implementation-text = From this day on, progress on the activities is reported.
office-verb-begin-implementation-done = The implementation has begun.
office-verb-begin-evaluation = Begin the evaluation
office-verb-begin-evaluation-text = Reports are still accepted during the evaluation.
office-verb-begin-evaluation-done = The evaluation has begun.
office-verb-close = Close the programme
office-verb-close-text = Once closed, the programme no longer changes; only corrections of reports are accepted.
office-verb-close-done = The programme is closed.
office-verb-do = Record
office-verb-go = Continue
office-verb-confirm = Confirm
office-verb-day = On which day?
office-verb-session = In which session?

## Office: the eleven steps

office-steps-title = The eleven steps
office-step-planned = Planned day
office-step-started = Began on
office-step-finished = Ended on
office-step-notes = Note for readers
office-step-notes-hint = For example: why the step slipped
office-step-by-verb = The beginning and the end of this step follow from the next step on the programme’s page.
office-step-undo = Clear the days it began and ended
office-step-saved = The step is saved.

## Office: the follow-up committee

office-committee-title = Follow-up committee
office-committee-count =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
office-committee-new = Add a member
office-committee-edit = Change a member
office-committee-remove = Remove from the committee
office-committee-empty = No members yet. The draft cannot be validated before they are added.
office-committee-public = Everybody sees these numbers. No name is published without consent.
office-committee-name = Full name
office-committee-capacity = Capacity
office-committee-capacity-hint = For example: chair of an association, vice-president of the council
office-committee-gender = Gender
office-committee-gender-hint = Only counted for parity, never published.
office-committee-gender-untold = Not told
office-committee-gender-woman = Woman
office-committee-gender-man = Man
office-committee-consent = This person consents to being named in public
office-committee-consent-hint = Without consent the member is counted and the name does not appear.
office-committee-consent-short = Name is public
office-committee-saved = The member is saved.
office-committee-removed = The member is removed.

## Office: sessions of the council

office-sessions-title = Council sessions
office-sessions-empty = No sessions yet. Add the next one and everybody sees it in the calendar.
office-session-new = Add a session
office-session-edit = Change a session
office-session-remove = Remove this planned session
office-session-named = { $session }, { $date }
office-session-unusual = This is not a month of ordinary sessions under the organic law. Check the date or the kind of session.
office-session-kind = Kind of session
office-session-starts = First day
office-session-ends = Last day
office-session-ends-hint = If it lasts more than a day
office-session-programme = Programme at hand
office-session-no-programme = No programme
office-session-decision-number = Number of the decision
office-session-document = Address of the decision or minutes
office-session-document-hint = An address that begins with https://
office-session-place = Place
office-session-agenda = Agenda
office-session-decision = What was decided
office-session-saved = The session is saved.
office-session-removed = The session is removed.

## Office: where the day begins

office-home-title = Today

## Office: the sheet of reports

office-sheet-title = Progress reports
office-sheet-period = Period
office-sheet-period-until = Until { $date }
office-sheet-show = Show
office-sheet-due-on = Due by { $date }.
office-sheet-due = Due: { $date }
office-sheet-missing =
    { $count ->
        [one] { $count } report is missing
       *[other] { $count } reports are missing
    }
office-sheet-none-missing = All reports are in.
office-sheet-waits = Reports are published after a second person has approved them.
office-sheet-empty = This programme has no activities yet.
office-sheet-reported = Reported
office-sheet-last = What was said last:
office-sheet-newer = A newer report came while you were writing
office-sheet-draft = What you had written and not sent is restored here.
office-sheet-state = How far is the activity?
office-sheet-obstacle = Obstacle
office-sheet-obstacle-hint = Needed when the activity has not started or is limited
office-sheet-no-obstacle = None
office-sheet-text = What was done
office-sheet-day = As of
office-sheet-evidence = Address of the evidence
office-sheet-files = Files of evidence
office-sheet-files-hint = PDF, pictures or office documents, 20 MB each at most
office-sheet-send = Send this report
office-sheet-send-all = Send all that is filled in
office-sheet-saving = Saving…
office-sheet-saved = What you typed is saved.
office-sheet-offline = No connection. What you typed is kept on this device; we try again soon.
office-sheet-refused = This could not be saved. Check it.
office-sheet-uploading = Sending the file…
office-sheet-uploaded = The file is sent.
office-sheet-upload-retry = Interrupted, trying again…
office-sheet-upload-failed = The file was not sent. Choose it again.
office-sheet-signed-out = Your session has ended. What you typed is kept on this device: sign in and come back to this page.
office-sheet-sent = The reports are sent and published.
office-sheet-sent-waiting = The reports are sent and wait for a second person.

## Office: reports on their way

office-report-submitted = Waiting for approval
office-report-approved = Published
office-report-returned = Returned
office-report-own = your report
office-report-reason = Why it was returned
office-report-correction = Correction
office-queue-title = Reports to approve
office-queue-empty = No report is waiting.
office-queue-approve = Approve and publish
office-queue-return = Return to the author
office-queue-reason = Reason
office-queue-reason-hint = Read by the author alone: what is missing?
office-queue-return-now = Return
office-queue-approved = The report is approved and published.
office-queue-returned = The report is returned to its author.
office-eyes-title = Who approves?
office-eyes-one-now = Reports are published as soon as they are sent.
office-eyes-two-now = No report is published before a second person approves it.
office-eyes-set-two = Ask for a second person
office-eyes-set-one = Publish without approval
office-eyes-saved = The setting is saved.
office-mine-title = My reports
office-mine-empty = None of your reports is on its way.
office-mine-again = Write it again

## Office: indicators and assessments

office-outcomes-title = Indicators and assessments
office-indicators-title = Indicators
office-indicators-empty = This project has no indicators yet.
office-indicator-new = Add an indicator
office-indicator-edit = Change an indicator
office-indicator-remove = Remove the indicator
office-indicator-number = Place in the list
office-indicator-title = What is measured
office-indicator-unit = Unit
office-indicator-percentage = A percentage, 0 to 100
office-indicator-baseline = Value at the start
office-indicator-baseline-on = Day of the value at the start
office-indicator-target = Target
office-indicator-target-on = Day of the target
office-indicator-measure = Record a value
office-indicator-value = Value
office-indicator-measured-on = Day of the measurement
office-indicator-source = Address of the source
office-indicator-notes = Note
office-indicator-saved = The indicator is saved.
office-indicator-removed = The indicator is removed.
office-indicator-value-saved = The value is recorded.
office-assessments-title = Assessments
office-assessments-empty = This project has not been assessed yet.
office-assessment-new = Record an assessment
office-assessment-hint = The assessment appears under the evaluator’s name beside what the collectivity declares, never mixed with it, and is not changed afterwards.
office-assessment-evaluator = Name of the evaluator
office-assessment-kind = What they are
office-assessment-completion = Level of completion
office-assessment-early = Early results
office-assessment-day = Day of the assessment
office-assessment-source = Address of the assessment
office-assessment-text = What the evaluator concluded
office-assessment-saved = The assessment is recorded.

## The tree of a programme

office-tree-title = Axes, projects and milestones
office-tree-axis-new = Add an axis
office-tree-axis-edit = Change an axis
office-tree-commitment-new = Add a project
office-tree-commitment-edit = Change a project
office-tree-milestone-new = Add a milestone
office-tree-milestone-edit = Change a milestone
office-tree-remove = Remove
office-tree-remove-sure = Yes, remove this project with its milestones and indicators
office-tree-empty = Nothing yet. Begin with an axis, then add projects and their milestones to it.
office-tree-axis-empty = No project in this axis.
office-tree-adopted = The programme is adopted: nothing is removed from it any more, and everybody sees each change.
office-tree-saved = It is saved.
office-tree-removed = It is removed.
office-tree-number-hint = Leave empty for the next number.
office-tree-due-hint = Between the beginning and the end of the programme.
office-tree-weight-hint = From 1 to 100. Leave 1 where all milestones count the same.
office-tree-source = Address of publication
office-tree-ogp-code = Code at the Open Government Partnership
