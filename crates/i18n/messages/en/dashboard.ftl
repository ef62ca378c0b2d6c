### The view over all members.

## Frame

dashboard-title = Network dashboard
dashboard-intro = All members on one page: who is at which step, what is late, what is out of date.
dashboard-as-of = As of { $date }
dashboard-public-link = Public form of these numbers
dashboard-samples = These numbers include sample data.
dashboard-figures = The network in figures
dashboard-progress = Progress of the activities

## Figures at the top

dashboard-figure-members = Members
dashboard-figure-programmes = Programmes under way
dashboard-figure-commitments = Openness projects
dashboard-figure-milestones = Activities
dashboard-figure-reported = Activities with data
dashboard-figure-late = Late projects
dashboard-figure-stale = Members out of date
dashboard-figure-silent = Silent members

## Charts

dashboard-chart-by-kind = Members by kind
dashboard-chart-by-region = Members by region
dashboard-chart-by-cohort = Members by cohort
dashboard-chart-by-step = Members by step of the cycle
dashboard-chart-by-state = Projects by state
dashboard-chart-show-table = Show the table
dashboard-chart-empty = No data for this chart.

## Tables

dashboard-table-member = Member
dashboard-table-kind = Kind
dashboard-table-region = Region
dashboard-table-cohort = Cohort
dashboard-table-step = Step
dashboard-table-state = State
dashboard-table-commitment = Project
dashboard-table-milestone = Activity
dashboard-table-due = Due
dashboard-table-late-by = Late by
dashboard-table-last-report = Last report
dashboard-table-last-update = Last update
dashboard-table-progress = Completion rate
dashboard-table-reported = Reported
dashboard-table-number = Number
dashboard-table-share = Share
dashboard-table-total = Total

## Late and stale lists

dashboard-late-title = Late projects
dashboard-late-text = Projects with an activity past its due date and not complete in the latest approved report.
dashboard-late-empty = Nothing is late.
dashboard-late-count =
    { $count ->
        [one] { $count } late project
       *[other] { $count } late projects
    }
dashboard-stale-title = Members out of date
dashboard-stale-text = Members with a programme under way and no report for the last agreed period whose due day is over. A programme agrees on how often it reports, every three months unless it says otherwise; reports are due 14 days after the end of a period.
dashboard-stale-empty = Every member is up to date.
dashboard-stale-count =
    { $count ->
        [one] { $count } member out of date
       *[other] { $count } members out of date
    }
dashboard-stale-never = Never reported

## Map

dashboard-map-title = Map of the regions
dashboard-map-text = The stronger the colour, the more members in the region. The table below gives the same numbers.
dashboard-map-legend = Number of members
dashboard-map-region =
    { $count ->
        [one] { $region }: { $count } member
       *[other] { $region }: { $count } members
    }
dashboard-map-attribution = Region boundaries: © OpenStreetMap contributors (ODbL), simplified
