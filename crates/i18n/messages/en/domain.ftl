### Nouns of the field: collectivities, the cycle, states, roles.

## Kinds of collectivity

kind-network = Network
kind-region = Region
kind-prefecture = Prefecture
kind-province = Province
kind-commune = Commune
kind-regions = Regions
kind-prefectures = Prefectures
kind-provinces = Provinces
kind-communes = Communes
kind-region-count =
    { $count ->
        [one] { $count } region
       *[other] { $count } regions
    }
kind-prefecture-count =
    { $count ->
        [one] { $count } prefecture
       *[other] { $count } prefectures
    }
kind-province-count =
    { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }
kind-commune-count =
    { $count ->
        [one] { $count } commune
       *[other] { $count } communes
    }

## A collectivity with its kind

kind-region-named = { $name } region
kind-prefecture-named = Prefecture of { $name }
kind-province-named = Province of { $name }
kind-commune-named = Commune of { $name }

## Councils

council-region = Regional council
council-prefecture = Prefectural council
council-province = Provincial council
council-commune = Communal council
council-region-named = { $name } regional council
council-prefecture-named = Prefectural council of { $name }
council-province-named = Provincial council of { $name }
council-commune-named = Communal council of { $name }
council-president = Council president
council-session-ordinary = Ordinary session
council-session-extraordinary = Extraordinary session
council-decision = Decision
council-minutes = Minutes
council-adopted-on = Adopted by the council on { $date }
council-not-adopted = No data on its adoption

## Membership

member = Member of the network
member-since = Member of the network since { $date }
member-count =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
cohort = Cohort
cohort-named = Cohort { $number }
cohort-unknown = Cohort not known
population = Population
population-count =
    { $count ->
        [one] { $count } inhabitant
       *[other] { $count } inhabitants
    }
member-status-active = Active
member-status-suspended = Suspended
member-status-archived = Archived

## Programme, axis, openness project, activity

programme = Openness programme
programme-cycle = Openness programme { $cycle }
programme-count =
    { $count ->
        [one] { $count } programme
       *[other] { $count } programmes
    }
programme-status-preparation = In preparation
programme-status-draft = Draft
programme-status-adopted = Adopted
programme-status-running = Being implemented
programme-status-closed = Closed
axis = Axis
axis-numbered = Axis { $number }
axis-count =
    { $count ->
        [one] { $count } axis
       *[other] { $count } axes
    }
commitment = Openness project
commitment-numbered = Project { $number }
commitment-count =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
commitment-ogp = Open Government Partnership commitment
milestone = Activity
milestone-count =
    { $count ->
        [one] { $count } activity
       *[other] { $count } activities
    }
report = Progress report
report-count =
    { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
idea-count =
    { $count ->
        [one] { $count } idea
       *[other] { $count } ideas
    }

## The eleven steps of the cycle

step = Step
step-numbered = Step { $number } of 11
step-1 = Joining the network
step-2 = Information and training
step-3 = Priority axes set
step-4 = Co-creation workshop
step-5 = Ideas collected online
step-6 = Ideas studied by the follow-up committee
step-7 = Draft of the programme
step-8 = Public consultation on the draft
step-9 = Adoption by the council
step-10 = Implementation and monitoring
step-11 = Evaluation and next cycle
step-1-short = Joined
step-2-short = Training
step-3-short = Axes
step-4-short = Workshop
step-5-short = Ideas
step-6-short = Triage
step-7-short = Draft
step-8-short = Consultation
step-9-short = Adoption
step-10-short = Delivery
step-11-short = Evaluation
step-unknown = Step not known
step-planned-on = Planned for { $date }
step-done-on = Done on { $date }
step-done = Done
step-current = Current step
step-to-come = To come

## States of openness projects and activities

state = State
state-no-data = No data
state-not-started = Not started
state-limited = Limited progress
state-substantial = Substantial progress
state-complete = Complete
state-dropped = Dropped
state-no-data-help = No report has been made yet. This does not mean 0%.
late = Late
late-since = Late since { $date }
late-days =
    { $count ->
        [one] { $count } day late
       *[other] { $count } days late
    }
stale = Out of date
stale-since = No update since { $date }
stale-days =
    { $count ->
        [one] updated { $count } day ago
       *[other] updated { $count } days ago
    }
on-time = On time
silent = Silent

## Obstacles named in a progress report

obstacle = Obstacles
obstacle-funding = Change of funding
obstacle-resources = Lack of staff or means
obstacle-priorities = Shift in priorities
obstacle-approvals = Delay in approvals
obstacle-dependency = Depends on other activities
obstacle-other = Other

## Categories of news

category-announcement = Announcement
category-workshop = Workshop
category-programme = Openness programme
category-council = Council
category-consultation = Consultation
category-services = Services
category-participation = Participation
category-transparency = Transparency

## Roles of staff

role-admin = Administrator
role-editor = Editor
role-focal-point = Focal point
role-moderator = Moderator
role-coordinator = Network coordinator
role-observer = Observer

## States of an article

article-status-draft = Draft
article-status-in-review = In review
article-status-scheduled = Scheduled
article-status-published = Published
article-status-archived = Archived
article-count =
    { $count ->
        [one] { $count } news item
       *[other] { $count } news items
    }

## Progress

progress = Progress
progress-rate = Completion rate
progress-reported = { $reported } of { $total } reported
progress-done = { $done } of { $reported } complete
progress-none-reported = Nothing reported yet
progress-formula = Completion rate = completed activities divided by activities with data. Dropped activities do not count; where nothing was reported no rate is shown.
days-count =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

## Programmes: where they come from and stand

programme-status-evaluating = Being evaluated
programme-origin-council = Openness programme of the council
programme-origin-ogp-local = Local action plan of the Open Government Partnership
programme-origin-ogp-national = National action plan of the Open Government Partnership

## Values of open government, as the Open Government Partnership names them

value-access-to-information = Access to information
value-civic-participation = Civic participation
value-public-accountability = Public accountability
value-technology-innovation = Technology and innovation

## Policy areas, as the Open Government Partnership names them

policy-security-and-public-safety = Security and public safety
policy-people-with-disabilities = People with disabilities
policy-democratizing-decision-making = Democratizing decision-making
policy-open-parliaments = Open parliaments
policy-capacity-building = Capacity building
policy-open-contracting = Open contracting
policy-youth = Youth
policy-mainstreaming-participation = Mainstreaming participation
policy-local-commitments = Local commitments
policy-social-accountability = Social accountability
policy-right-to-information = Right to information
policy-digital-governance = Digital governance
policy-science-and-technology = Science and technology
policy-fiscal-openness = Fiscal openness
policy-climate-mitigation-and-adaptation = Climate mitigation and adaptation
policy-public-participation = Public participation
policy-open-data = Open data
policy-public-service-delivery = Public service delivery
policy-private-sector = Private sector
policy-infrastructure-and-transport = Infrastructure and transport
policy-inclusion = Inclusion
policy-digital-participation = Digital participation
policy-other = Other area
cohort-probable = (probable)

## What evaluators say of a project

evaluator-irm = Independent mechanism of the Open Government Partnership
evaluator-civil-society = Civil society
evaluator-university = University
evaluator-administration = Administration
evaluator-other = Other
completion-no-evidence = No evidence available
completion-not-started = Not started
completion-limited = Limited
completion-substantial = Substantial
completion-complete = Complete
early-untold = Not told
early-no-notable = No notable results
early-moderate = Moderate results
early-significant = Significant results

## Sessions of the council and the follow-up committee

committee-total = Members
committee-women = Women
committee-men = Men
committee-body = Body
committee-body-council = Council
committee-body-administration = Administration
committee-body-civil-society = Civil society
committee-body-other = Other
session-outcome = Outcome
session-outcome-planned = Planned
session-outcome-adopted = Programme adopted
session-outcome-rejected = Programme rejected
session-outcome-postponed = Programme postponed
session-outcome-held = Held, no decision on a programme
session-votes-for = Votes for
session-votes-against = Votes against
session-votes-abstained = Abstentions
