### What is sent by mail. No text that a visitor typed stands in these messages.

## Parts of every mail

mail-greeting = Hello,
mail-greeting-named = Hello { $name },
mail-signature = { $collectivity }, member of the Moroccan Network of Open Territorial Collectivities
mail-link-fallback = If the button does not work, copy this link into your browser:
mail-automatic = This is an automatic message; replies are not read.
mail-sample = Message from a demonstration platform: its data are samples.

## Confirming a subscription

mail-confirm-subject = Confirm your subscription to news from { $collectivity }
mail-confirm-preview = One last step to subscribe
mail-confirm-text = Someone asked to receive news from { $collectivity } at this address. If it was you, confirm with the button below.
mail-confirm-button = Confirm my subscription
mail-confirm-expiry =
    { $hours ->
        [one] This link works for { $hours } hour; after that your address is deleted.
       *[other] This link works for { $hours } hours; after that your address is deleted.
    }
mail-confirm-ignore = If you asked for nothing, ignore this message: we will not write again.
mail-confirm-why = You receive this message because your address was entered in the subscription form of the site of { $collectivity }.

## A publication

mail-published-subject = { $collectivity }: { $title }
mail-published-intro = { $collectivity } has published a new item:
mail-published-button = Read the full item
mail-published-date = Published on { $date }
mail-published-category = Category: { $category }
mail-published-language = This item is not available in your language; we send it in { $language }.
mail-published-why = You receive this message because you confirmed a subscription to news from { $collectivity }.
mail-unsubscribe = Unsubscribe
mail-unsubscribe-text = To unsubscribe with one click, without an account:
mail-privacy = Privacy notice

## Inviting staff

mail-invitation-subject = Invitation to the office of { $collectivity }
mail-invitation-text = You are invited to the office of { $collectivity } as: { $role }. Choose a password to open your account.
mail-invitation-button = Choose my password
mail-invitation-expiry =
    { $hours ->
        [one] This link works once and for { $hours } hour.
       *[other] This link works once and for { $hours } hours.
    }
mail-invitation-ignore = If you did not expect this invitation, ignore the message and pass the link to no one.
mail-invitation-why = You receive this message because someone in charge of the site entered your address.

## Reminding of progress reports

mail-reminder-soon-subject = { $collectivity }: progress reports due by { $date }
mail-reminder-tomorrow-subject = { $collectivity }: last day for progress reports is { $date }
mail-reminder-late-subject = { $collectivity }: progress reports are late
mail-reminder-soon-text = A period of the programme { $cycle } is over. Report the progress of its milestones by { $date }.
mail-reminder-tomorrow-text = The last day to report the progress of the programme { $cycle } is { $date }; some commitments have no report for this period yet.
mail-reminder-late-text = Progress of the programme { $cycle } was to be reported by { $date }; some commitments have no report for this period. The public sees that their data are out of date.
mail-reminder-waiting-subject = { $collectivity }: progress reports wait for approval
mail-reminder-waiting-text = Progress of the programme { $cycle } was reported; its reports wait for a second person to approve them before they are published. They are due by { $date }.
mail-reminder-waiting-button = Open the queue
mail-reminder-period = End of the period: { $date }
mail-reminder-button = Report progress
mail-reminder-why = You receive this message because you are in charge of the programme or the site of { $collectivity }.

## Following a project or a programme

mail-confirm-follow-text = Somebody asked for news of the progress of the following at this address, on the site of { $collectivity }. If it was you, confirm with the button below.
mail-progress-subject = { $collectivity }: news of “{ $title }”
mail-progress-commitment = { $collectivity } published a new report on the progress of a project that you follow.
mail-progress-programme = { $collectivity } published new reports on the progress of a programme that you follow.
mail-progress-button = See the progress
mail-progress-commitment-why = You receive this message because you confirmed that you follow this project on the site of { $collectivity }.
mail-progress-programme-why = You receive this message because you confirmed that you follow this programme on the site of { $collectivity }.
