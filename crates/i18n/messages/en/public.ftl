### The public site of a member.

## Home page of a member

public-home-title = { $collectivity }: the openness site
public-home-welcome = Welcome to the openness site
public-home-intro = Here { $collectivity } publishes its news, shows its openness programme and what has been done, and lets citizens follow its commitments.
public-home-latest-news = Latest news
public-home-all-news = All news
public-home-programme = Current openness programme
public-home-programme-link = See the programme
public-home-progress = Where do we stand?
public-home-step = Current step of the cycle
public-home-no-programme = No openness programme has been published yet.
public-home-subscribe = Get the news by e-mail
public-home-facts = At a glance
public-home-recent-reports = Latest reports

## News

public-news-title = News
public-news-of = News from { $collectivity }
public-news-category = Category
public-news-category-all = All categories
public-news-in-category = News: { $category }
public-news-empty = No news has been published yet.
public-news-empty-category = No news in this category.
public-news-count =
    { $count ->
        [one] { $count } news item published
       *[other] { $count } news items published
    }
public-news-feeds = Follow the news by feed

## One article

public-article-published = Published on { $date }
public-article-updated = Updated on { $date }
public-article-related = Related news
public-article-languages = Languages of this item
public-article-back = Back to the news
public-article-share-link = Link to this item
public-article-reading-time =
    { $minutes ->
        [one] { $minutes } minute read
       *[other] { $minutes } minute read
    }

## Programme

public-programme-title = Openness programme { $cycle }
public-programme-intro = The openness programme has priority axes, each with its projects; every project has dated activities. Each state shown comes from the latest approved report.
public-programme-cycles = Cycles
public-programme-other-cycles = Other programmes
public-programme-axes = Axes
public-programme-commitments = Openness projects
public-programme-steps = Steps of the cycle
public-programme-progress = Progress of the programme
public-programme-how-computed = How is the rate computed?
public-programme-adoption = Adoption
public-programme-adopted = Adopted by the { $council } on { $date }.
public-programme-decision = Decision no. { $number }
public-programme-committee = Follow-up committee
public-programme-none-title = No programme published
public-programme-none-text = This collectivity has not published an openness programme yet. The steps of its preparation will be shown here once they begin.
public-programme-axes-only = The priority axes are known; the projects have not been published yet.
public-programme-by-state = Projects by state

## Commitment

public-commitment-problem = The problem
public-commitment-description = Description
public-commitment-results = Expected results
public-commitment-lead = Responsible body
public-commitment-partners = Partners
public-commitment-values = Open government values
public-commitment-dates = Timetable
public-commitment-milestones = Activities
public-commitment-no-milestones = No activities have been published for this project.
public-commitment-reports = Progress reports
public-commitment-no-reports = No report yet.
public-commitment-evidence = Evidence
public-commitment-no-evidence = No evidence given
public-commitment-due = Due: { $date }
public-commitment-due-none = No due date
public-commitment-reported-on = Last report: { $date }
public-commitment-period = Period: { $period }
public-commitment-ogp-source = Published by the Open Government Partnership as { $number }
public-commitment-back = Back to the programme

## About

public-about-title = About { $collectivity }
public-about-openness = What is an open collectivity?
public-about-openness-text = A collectivity that publishes its information, involves citizens and civil society in preparing and following its programmes, and answers for what it promised.
public-about-network = Member of the Moroccan Network of Open Territorial Collectivities
public-about-region = Region
public-about-kind = Kind of collectivity
public-about-population = Population (census of { $year })
public-about-population-source = High Commission for Planning
public-about-code = HCP code
public-about-joined = Joined on
public-about-contact = Contact
public-about-data = Open data and API
public-about-accessibility = This site is meant to be usable by everyone. Tell us if something stands in your way.

## Subscribing

public-subscribe-title = Subscribe to the news
public-subscribe-text = You get a message when news is published. No account is needed and every message lets you leave with one click.
public-subscribe-email = E-mail address
public-subscribe-language = Language of the messages
public-subscribe-topic = What would you like to receive?
public-subscribe-topic-member = All news from { $collectivity }
public-subscribe-topic-network = News from all members of the network
public-subscribe-button = Subscribe
public-subscribe-notice = Controller: { $controller }. Purpose: sending the news you asked for, nothing else. An address that is not confirmed is deleted after 48 hours. You have the rights of access, rectification and opposition and can unsubscribe at any time (law 09-08).
public-subscribe-notice-link = Read the full notice
public-subscribe-sent-title = Check your mail
public-subscribe-sent-text = If the address is right, you will receive a message with a confirmation link that works for 48 hours.
public-subscribe-confirm-title = Confirm the subscription
public-subscribe-confirm-text = Press the button to subscribe to news from { $collectivity }.
public-subscribe-confirmed-title = Subscription confirmed
public-subscribe-confirmed-text = You will receive news from { $collectivity } when it is published.
public-subscribe-expired-title = Link not valid
public-subscribe-expired-text = This link has expired or was already used. You can ask to subscribe again.
public-unsubscribe-title = Unsubscribe
public-unsubscribe-text = Stop receiving news from { $collectivity }?
public-unsubscribe-button = Yes, unsubscribe me
public-unsubscribe-done-title = You are unsubscribed
public-unsubscribe-done-text = You will receive no more messages and your address has been removed from the list.

## Privacy notice under law 09-08

public-privacy-title = Protection of personal data
public-privacy-intro = This notice describes how your data are processed on this site, under law 09-08 on the protection of individuals with regard to the processing of personal data.
public-privacy-controller = Controller
public-privacy-controller-text = The controller of the data collected on this site is { $controller }. The platform of the network runs the site on its behalf and on its instructions only.
public-privacy-contact = To reach the controller: { $contact }
public-privacy-contact-none = No electronic contact has been published yet; bring your request to the seat of { $controller }.
public-privacy-purpose = Purpose
public-privacy-purpose-text = Sending you by e-mail the news you asked for, and nothing else: no advertising, no profiling, no passing on to others.
public-privacy-consent = Basis
public-privacy-consent-text = Your consent, given by following the link sent to you; you can withdraw it at any time.
public-privacy-data = Data processed
public-privacy-data-text = The e-mail address, the language of the messages, the topics chosen, and the dates of subscribing and confirming. We ask for no name and no identity card number.
public-privacy-visits = Visiting the site
public-privacy-visits-text = No trackers or outside statistics, and nothing is loaded from other servers. Only necessary cookies are set: the language chosen and the session of staff.
public-privacy-recipients = Recipients
public-privacy-recipients-text = Authorised staff of the controller and, as far as technically needed, those who run the platform.
public-privacy-retention = How long data are kept
public-privacy-retention-unconfirmed = Addresses not confirmed: deleted automatically after 48 hours.
public-privacy-retention-subscribed = Confirmed addresses: until you unsubscribe, then deleted.
public-privacy-retention-deliveries = Record of delivery attempts: 90 days.
public-privacy-rights = Your rights
public-privacy-rights-text = Law 09-08 gives you the following rights, which you exercise free of charge with the controller:
public-privacy-right-access = Right of access: to know which data we hold about you.
public-privacy-right-rectification = Right of rectification: to have your data corrected, updated or deleted.
public-privacy-right-opposition = Right of opposition: to object to the processing on legitimate grounds.
public-privacy-complaint = You can also complain to the national data protection commission (CNDP).
public-privacy-leave = How to leave
public-privacy-leave-text = Follow the “Unsubscribe” link at the foot of any message: one click is enough, with no account and no reason to give.
public-privacy-declaration = Declaration number with the CNDP: { $number }
public-privacy-declaration-none = The declaration number with the CNDP has not been published yet.

## Feeds

public-feed-title = News from { $collectivity }
public-feed-description = The latest from { $collectivity }
public-feed-atom = Atom feed
public-feed-rss = RSS feed
public-feed-json = JSON feed

## The foot of every page

public-footer-follow = Follow
public-footer-licence = Texts are licensed under CC BY 4.0 unless stated otherwise.
public-footer-population = Population and codes: High Commission for Planning, RGPH 2024.
public-footer-names = Names in Tifinagh and region boundaries: © OpenStreetMap contributors (ODbL).
public-footer-platform = This site runs on Infitah, free software.

## News, programme and project pages: further words

public-news-category-unknown = There is no such category. Choose one from the list.
public-programme-source = Source of the programme
public-programme-notes = Notes
public-programme-origin = Framework
public-programme-period = Period of the programme
public-programme-legend = Key to the states
public-programme-no-phases = The dates of the steps have not been published yet.
public-commitment-status-quo = Situation before
public-commitment-action = What will be done
public-commitment-policy-areas = Policy areas
public-commitment-facts = Project facts
public-commitment-ledger = State of the activities
public-commitment-last-report = Last report
public-report-of-milestone = Activity { $number }
public-report-corrects = Corrects an earlier report
public-subscribe-again = Ask to subscribe again
public-unsubscribe-expired-text = This link is not valid. Use the link in the last message you received.

## What was changed of a project after its adoption

public-commitment-changes = Changes since adoption
public-commitment-changes-key = What was taken out is struck through, what was added is underlined.
change-number = Number
change-axis = Axis
change-title = Title
change-description = Description
change-problem = Problem to solve
change-status-quo = Starting situation
change-action = What will be done
change-contribution = How it helps
change-long-term-goal = Long-term goal
change-expected-results = Expected results
change-lead = Lead body
change-partners = Partners
change-funding-source = Funding source
change-budget = Budget in dirhams
change-starts-on = Start
change-ends-on = End
change-milestone = Milestone added or removed
change-milestone-number = Milestone number
change-milestone-title = Milestone title
change-milestone-starts-on = Milestone start
change-milestone-due-on = Milestone due day
change-milestone-weight = Milestone weight

## The page of a project: outcomes, evidence and past days

public-commitment-contribution = Contribution to the solution
public-commitment-long-term-goal = Long-term goal
public-commitment-weight = Weight in the rate: { $count }
public-commitment-added-on = Added on { $date }
public-commitment-indicators = Indicators
public-indicator-unit = Unit
public-indicator-target = Target
public-indicator-baseline = baseline
public-indicator-day = Day
public-indicator-value = Value
public-commitment-assessments = Independent assessments
public-commitment-assessments-text = What named evaluators say, beside what the collectivity declares. These judgements are no part of the rate.
public-commitment-last-evidence = Last evidence
public-commitment-next-due = Next report due by
public-report-superseded = Replaced by a correction on { $date }
public-file-size = { $count } kB
public-follow-title = Follow this project
public-follow-text = Get a message whenever a report on the progress of this project is published, without an account.
public-follow-programme-title = Follow this programme
public-follow-programme-text = Get a message whenever a report on one of its projects is published, without an account.
public-follow-button = Follow
public-follow-asked-commitment = You get a message whenever a report on the progress of this project is published:
public-follow-asked-programme = You get a message whenever a report on the progress of a project of this programme is published:
public-follow-page = Follow the progress
public-past-title = See a past day
public-past-day = Day
public-past-button = Show
public-past-notice = As it was published on { $date }.
public-past-help = States, reports and values are those of that day; all other texts are today’s.
public-past-today = Back to today
public-past-wrong = Choose a day of the calendar, today at the latest. The page shows today.

## The page of a programme: sessions, the draft and what was adopted

step-slipped-from = First planned for { $date }
public-programme-sessions = Sessions of the council
public-session-document = Text of the decision
public-session-unusual = An ordinary session outside the months that the law names
public-changes-title = From the draft to the adopted programme
public-changes-intro = What changed between the draft put to consultation and the programme that the council adopted.
public-changes-draft = Draft published on
public-changes-link = See what changed
public-changes-added = Added
public-changes-withdrawn = Withdrawn
public-changes-changed = Changed
public-changes-unchanged =
    { $count ->
        [one] { $count } unchanged
       *[other] { $count } unchanged
    }
public-changes-none = The comparison will stand here once both the draft and the adopted programme have been published.

## The calendar

public-events-title = Calendar
public-events-intro = Sessions of the council, workshops and steps of the openness programme, and the days by which progress reports are due.
public-events-to-come = To come
public-events-empty = No date published for this time.
public-events-years = By year
public-events-follow = In your calendar
public-events-follow-text = Subscribe your phone or computer to this address: the dates keep themselves up to date.
public-events-ics = Calendar (.ics)
event-session = Session of the council
event-workshop = Workshop
event-step = Step of the cycle
event-deadline = Reports due
event-deadline-of = Reports due for the period ending on { $date }
