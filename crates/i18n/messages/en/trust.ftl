### The audit and what people ask about their data.


## The page

audit-menu = Audit
audit-title = Audit
audit-lead = Who did what, when, from where, and what changed. No line of it can be altered or removed.
audit-empty = No act matches.
audit-filter-all = All
audit-filter-person = Person
audit-filter-group = Kind of act
audit-filter-subject = Subject
audit-filter-from = From
audit-filter-to = To
audit-network = Network the request came from
audit-changes = What changed
audit-changes-field = Field
audit-changes-before = Before
audit-changes-after = After
audit-chain-title = Whether the audit is whole
audit-chain-text = Each line is sealed with the hash of the one before it, so every change or gap shows. The whole chain can be checked at any time.
audit-chain-check = Check the chain now
audit-chain-broken = The chain is broken at line { $number }. Tell those who run the platform.
audit-chain-note = This is the hash of the last line that fits. Note it outside the platform: it will prove that the end was not cut off.
audit-export-title = Take a copy along
audit-export-csv = File for spreadsheets (CSV)
audit-export-jsonl = File for programs (JSON Lines)
audit-long-text = long text ({ $length } characters, hash { $digest })

## Who

audit-who-system = The system
audit-who-visitor = A visitor
audit-who-former = A former staff member

## Kinds of acts

audit-group-sign-ins = Signing in and out
audit-group-staff = Staff and roles
audit-group-news = News
audit-group-programme = Openness programme
audit-group-reports = Reports and indicators
audit-group-files = Files
audit-group-personal-data = Personal data
audit-group-site = Site

## What acts are about

audit-subject-article = News item
audit-subject-programme = Openness programme
audit-subject-axis = Axis
audit-subject-commitment = Openness project
audit-subject-milestone = Activity
audit-subject-report = Report
audit-subject-indicator = Indicator
audit-subject-session = Session of the council
audit-subject-media = File
audit-subject-person = Account
audit-subject-subscription = Subscription
audit-subject-collectivity = Site
audit-subject-request = Request about personal data
audit-subject-document = Document
audit-subject-invitation = Invitation
audit-subject-password-reset = Request for a new password

## Fields and values

audit-field-status = Status
audit-field-category = Category
audit-field-title = Title
audit-field-summary = Summary
audit-field-body = Text
audit-field-invited-role = Role offered
audit-field-role = Role
audit-field-roles = Roles
audit-field-eyes = People a report passes
audit-field-reason = Reason
audit-field-draft-published-on = Draft published on
audit-field-draft-validated-on = Draft validated on
audit-field-adopted-on = Adopted on
audit-field-implementation-on = Implementation began on
audit-field-evaluation-on = Evaluation began on
audit-field-closed-on = Closed on
audit-field-notes = Remarks
audit-field-source-url = Source
audit-field-starts-on = First day
audit-field-ends-on = Last day
audit-field-report-every-months = Months between reports
audit-field-copied-from = Copied from
audit-field-step = Step
audit-field-planned-on = Planned on
audit-field-started-on = Started on
audit-field-finished-on = Finished on
audit-value-preparing = In preparation
audit-value-implementing = Being implemented
audit-value-submitted = Waiting for approval
audit-value-approved = Approved
audit-value-returned = Returned
audit-value-active = Open
audit-value-suspended = Suspended
audit-field-names = Name
audit-field-postal-addresses = Postal address
audit-field-telephone = Telephone
audit-field-mailbox = E-mail address
audit-field-logo = Logo
audit-field-moderation-policies = Moderation policy
audit-field-accent = Colour
audit-field-locales = Languages
audit-field-default-locale = Default language
audit-field-sender-name = Name of the sender
audit-field-reply-to = Address for answers
audit-field-privacy-contact = Contact about personal data
audit-field-cndp-number = Declaration number with the CNDP
audit-field-privacy-notices = Text of the notice
audit-field-keep-subscriptions-months = Months subscriptions are kept
audit-field-keep-addresses-months = Months network addresses are kept
audit-field-domain = Domain
audit-field-kind = What was asked
audit-field-subscriptions = Subscriptions
audit-field-outcome = Outcome of the session
audit-field-session-kind = Kind of session
audit-field-decision-number = Number of the decision
audit-field-decision = Decision
audit-field-votes-for = Votes for
audit-field-votes-against = Votes against
audit-field-votes-abstained = Abstentions
audit-field-in-menu = in the menu of the site
audit-field-event-kind = Kind of event
audit-field-channel = Way of taking part
audit-field-starts-at = Beginning
audit-field-ends-at = End
audit-field-place = Place
audit-field-description = Description
audit-field-agenda = Agenda
audit-field-minutes = Minutes
audit-field-registration-url = Registration link
audit-field-cycle = Programme
audit-field-attendance-hall = Present in the hall (all · women · men · youth)
audit-field-attendance-tent = Present in the tent (all · women · men · youth)
audit-field-attendance-online = Present online (all · women · men · youth)
audit-field-attendance-paper = On paper (all · women · men · youth)
audit-field-published = Public
audit-field-item = Publication item
audit-field-dated-on = Day of the document
audit-field-file = File
audit-field-alternative = Alternative text

## Sentences, one for each act

audit-did-end-sign-in = { $who } ended one of their sign-ins
audit-did-end-other-sign-ins = { $who } ended their other sign-ins
audit-did-change-password = { $who } changed the password
audit-did-describe-account = { $who } changed their name or language
audit-did-ask-reset = { $who } asked for a new password
audit-did-reset-password = { $who } set a new password
audit-did-second-factor-on = { $who } turned the second factor on
audit-did-second-factor-off = { $who } turned the second factor off
audit-did-reset-second-factor = { $who } removed a second factor so that its owner can sign in again
audit-did-recovery-codes = { $who } renewed the recovery codes
audit-did-use-recovery-code = { $who } used a recovery code
audit-did-withdraw-invitation = { $who } withdrew an invitation
audit-did-demand-second-factor = { $who } demanded a second factor of the staff
audit-did-leave-second-factor = { $who } left the second factor to the staff
audit-did-give-admin = { $who } gave the role of administrator
audit-did-take-admin = { $who } took the role of administrator away
audit-did-give-editor = { $who } gave the role of editor
audit-did-take-editor = { $who } took the role of editor away
audit-did-give-focal-point = { $who } gave the role of focal point
audit-did-take-focal-point = { $who } took the role of focal point away
audit-did-give-moderator = { $who } gave the role of moderator
audit-did-take-moderator = { $who } took the role of moderator away
audit-did-give-coordinator = { $who } gave the role of network coordinator
audit-did-take-coordinator = { $who } took the role of network coordinator away
audit-did-give-observer = { $who } gave the role of observer
audit-did-take-observer = { $who } took the role of observer away
audit-did-submit-article = { $who } handed a news item in
audit-did-return-article = { $who } returned a news item to its writer
audit-did-archive-article = { $who } put a news item away
audit-did-unarchive-article = { $who } took a news item out again
audit-did-schedule-article = { $who } scheduled a news item
audit-did-unschedule-article = { $who } took the time of a news item back
audit-did-create-document = { $who } created a document
audit-did-update-document = { $who } changed a document
audit-did-add-document-version = { $who } added a version to a document
audit-did-publish-document = { $who } published a document
audit-did-withdraw-document = { $who } withdrew a document
audit-did-copy-programme = { $who } copied an earlier openness programme
audit-did-import-programme = { $who } imported an openness programme from a spreadsheet
audit-did-describe-file = { $who } described a file
audit-did-set-media-quota = { $who } changed the room for files
audit-did-sign-in = { $who } signed in
audit-did-sign-out = { $who } signed out
audit-did-invite-staff = { $who } invited somebody to the staff
audit-did-accept-invitation = { $who } accepted the invitation to the staff
audit-did-revoke-staff = { $who } took the roles of a staff member away
audit-did-create-article = { $who } wrote a news item
audit-did-update-article = { $who } changed a news item
audit-did-publish-article = { $who } published a news item
audit-did-unpublish-article = { $who } unpublished a news item
audit-did-seed-articles = { $who } loaded news items in one go
audit-did-create-programme = { $who } opened the preparation of an openness programme
audit-did-change-programme = { $who } changed the facts of the openness programme
audit-did-load-programme = { $who } loaded a whole openness programme
audit-did-publish-draft = { $who } published the draft of the openness programme
audit-did-validate-draft = { $who } recorded that the committee validated the draft
audit-did-adopt = { $who } recorded that the council adopted the openness programme
audit-did-begin-implementation = { $who } began the implementation of the openness programme
audit-did-begin-evaluation = { $who } began the evaluation of the openness programme
audit-did-close = { $who } closed the openness programme
audit-did-plan-phase = { $who } planned a step
audit-did-note-phase = { $who } wrote a remark on a step
audit-did-start-phase = { $who } recorded the start of a step
audit-did-finish-phase = { $who } recorded the end of a step
audit-did-clear-phase = { $who } cleared the days of a step
audit-did-put-axis = { $who } wrote or changed an axis
audit-did-remove-axis = { $who } removed an axis
audit-did-put-commitment = { $who } wrote or changed an openness project
audit-did-remove-commitment = { $who } removed an openness project
audit-did-put-milestone = { $who } wrote or changed an activity
audit-did-remove-milestone = { $who } removed an activity
audit-did-put-session = { $who } recorded or changed a session of the council
audit-did-remove-session = { $who } removed a session of the council
audit-did-put-committee-member = { $who } entered or changed a member of the committee
audit-did-remove-committee-member = { $who } removed a member of the committee
audit-did-report-progress = { $who } handed in a progress report
audit-did-approve-report = { $who } approved a report
audit-did-return-report = { $who } returned a report to its author
audit-did-set-eyes = { $who } changed how many people a report passes
audit-did-put-indicator = { $who } wrote or changed an indicator
audit-did-remove-indicator = { $who } removed an indicator
audit-did-measure = { $who } recorded a value of an indicator
audit-did-record-assessment = { $who } recorded an outside assessment of a project
audit-did-upload-file = { $who } uploaded a file
audit-did-remove-file = { $who } removed a file
audit-did-confirm-subscription = { $who } confirmed an e-mail subscription
audit-did-end-subscription = { $who } ended an e-mail subscription
audit-did-create-collectivity = { $who } created the site
audit-did-active = { $who } opened the site again
audit-did-suspended = { $who } suspended the site
audit-did-archived = { $who } archived the site
audit-did-record-request = { $who } noted a request about personal data
audit-did-finish-request = { $who } answered a request about personal data
audit-did-export-person = { $who } gave a person a copy of their data
audit-did-erase-person = { $who } erased the data of a person
audit-did-change-settings = { $who } changed the settings of the site
audit-did-restore-settings = { $who } brought the previous settings of the site back
audit-did-ask-domain = { $who } asked for a domain of the site
audit-did-add-domain = { $who } added a domain of the site
audit-did-remove-domain = { $who } gave a domain of the site up

## Counts

audit-chain-whole =
    { $count ->
        [one] The chain is whole: { $count } line.
       *[other] The chain is whole: { $count } lines.
    }
audit-export-text =
    { $count ->
        [one] The latest act that matches, no more.
       *[other] The latest acts that match, { $count } at most.
    }

## What people ask about their data

personal-title = Personal data
personal-lead = Everybody may know what is held about them, have it corrected or object (law 09-08). Here you answer, for this site alone.
personal-search-title = What is held about an address?
personal-search = Search
personal-email = E-mail address
personal-email-hint = The exact address. Make sure first that the request comes from its owner.
personal-held = Held about
personal-nothing = Nothing.
personal-subscriptions = Subscriptions
personal-deliveries = Mails
personal-account = Office account
personal-requested = asked for on
personal-confirmed = confirmed on
personal-ended = ended on
personal-name = Name:
personal-roles = Roles:
personal-no-roles = no role
personal-invited = Invited on
personal-signed-in = Signed in on
personal-articles = News written or changed:
personal-reports = Reports handed in or decided:
personal-entries = Lines of the audit:
personal-status-pending = Waiting to be confirmed
personal-status-confirmed = Confirmed
personal-status-ended = Ended, address erased
personal-delivery-due = Waiting to be sent
personal-delivery-sent = Sent
personal-delivery-cancelled = Cancelled
personal-delivery-dead = Not delivered
personal-export = Give a copy (JSON)
personal-erase = Erase
personal-erase-title = Erase personal data
personal-erase-text = The subscriptions of { $email } at this site will be erased for good, and the account if it has no role any more. News, reports and the audit stay, without a name. This cannot be undone.
personal-erase-now = Erase for good
personal-erased-account = The account is gone from this site; its name becomes “a former staff member”.
personal-erased-serves = The account was not erased because it still has a role here. Take its roles away first, then erase again.
personal-register = Register of requests
personal-register-text = The register keeps no address, only a hash by which the same person is recognised.
personal-record-title = Note a request that came in
personal-record = Note the request
personal-record-hint = The address is not kept, only its hash.
personal-recorded = The request is noted.
personal-finished = The request is noted as answered.
personal-kind = What is asked
personal-kind-export = Access to the data
personal-kind-erasure = Erasure
personal-kind-rectification = Rectification
personal-received = Received on
personal-done = Answered on
personal-finish = Answered today
personal-day-ahead = This day is still to come.
personal-erased-subscriptions =
    { $count ->
        [one] { $count } subscription erased.
       *[other] { $count } subscriptions erased.
    }
