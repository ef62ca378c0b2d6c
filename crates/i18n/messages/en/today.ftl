### Where the day begins in the office, and what did not arrive.

today-nothing = Nothing is waiting for you today.
today-all = See all ({ $count })
today-handed-in = Handed in: { $date }
today-last-changed = Last changed: { $date }
today-appears = Appears: { $date }
today-planned = Planned for: { $date }
today-received = Received: { $date }
today-need-reports = Progress reports due
today-need-returned-reports = Reports returned to you
today-need-queue = Reports to approve
today-need-returned = News items returned to you
today-need-review = News items to review
today-need-drafts = Your drafts
today-need-scheduled = News items appearing next
today-need-steps = Steps whose day is near or past
today-need-sessions = Sessions without an outcome
today-need-minutes = Events held, without minutes
today-need-requests = Open requests about personal data
today-need-failures = Messages that did not arrive

## Messages that did not arrive

deliveries-title = Messages that did not arrive
deliveries-lead = The messages of the last ninety days that could not be delivered, with the reason the mail server gave. The addresses of the readers are not shown here.
deliveries-empty = All messages arrived.
deliveries-number = Number in the log of the platform:
deliveries-tries =
    { $count ->
        [one] { $count } try
       *[other] { $count } tries
    }
deliveries-telling-article = Announcement of a news item
deliveries-telling-progress = Announcement of progress
deliveries-telling-confirmation = Request to confirm a subscription
deliveries-telling-invitation = Invitation to the office
deliveries-telling-account = Message about an office account
deliveries-telling-reminder = Reminder of reports due
deliveries-telling-other = Another message
deliveries-reason-refused = The reader’s mail server refused it: the address does not exist, the mailbox is full or the message is not accepted.
deliveries-reason-put-off = The reader’s mail server put it off until the last try.
deliveries-reason-sender = The mail server does not accept what this platform sends. Tell the technical administrator.
deliveries-reason-unreachable = The mail server did not answer until the last try. If this happens again, tell the technical administrator.
deliveries-reason-unwritable = The mail server cannot carry a message to an address of this kind.
deliveries-reason-lost = The last try was interrupted; what became of it is not known.
deliveries-reason-other = Another reason, noted in the log of the platform.
deliveries-reason-answered = { $reason } Answer code: { $status }.
