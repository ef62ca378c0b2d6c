### The portal of the network.

## Portal

network-home-title = Moroccan Network of Open Territorial Collectivities
network-home-intro = Regions, prefectures, provinces and communes that publish their information, prepare their openness programmes with citizens and show what has been done.
network-home-find = Find your collectivity
network-home-find-label = Name of the region, prefecture, province or commune
network-home-map = Map of the regions
network-home-map-attribution = Region boundaries: © OpenStreetMap contributors, ODbL
network-home-members = Members of the network
network-home-news = News from the members
network-home-progress = Progress of the openness programmes
network-home-commitments = National commitments to the Open Government Partnership
network-about-founded = The network was created on 21 October 2022 within the Support Programme for Open Territorial Collectivities, supervised by the Directorate General of Territorial Collectivities with the Association of Regions of Morocco and Impact for Development.
network-about-principles = Principles of the network
network-about-title = About the network
network-figure-with-programme = Members with a published programme
network-figure-commitments = Openness projects
network-figure-reported = Activities with data

## Members

network-members-title = Members of the network
network-members-filter = Filter members
network-members-filter-kind = Kind
network-members-filter-region = Region
network-members-filter-cohort = Cohort
network-members-filter-name = Name
network-members-kind-all = All kinds
network-members-region-all = All regions
network-members-cohort-all = All cohorts
network-members-empty = No member matches these filters.
network-members-visit = Visit the site of { $collectivity }
network-members-count =
    { $count ->
        [one] { $count } member found
       *[other] { $count } members found
    }
network-members-samples = This demonstration brings together real members, named by published sources, and others added as samples.

## News of all members

network-news-title = News from all members
network-news-empty = No member has published news yet.
network-feed-title = News from the members of the Moroccan Network of Open Territorial Collectivities

## Public numbers

network-progress-title = Progress of the network
network-progress-intro = Numbers computed from the approved reports of the members. Missing data are shown apart, never as 0%.
network-progress-by-kind = Members by kind
network-progress-by-region = Members by region
network-progress-by-step = Members by step of the cycle
network-progress-by-state = Projects by state
network-progress-as-of = As of { $date }
network-progress-formula = How are these numbers computed?
network-progress-data = Download the data
network-progress-no-programme = Without a published programme

## For developers

network-developers-title = An open API
network-developers-text = Query all public data by GraphQL, without an account and within a fair cost limit.
network-developers-endpoint = Endpoint
network-developers-schema = Download the schema
network-developers-example = Example

## Portal and progress: further words

network-home-today = The network today
network-home-find-text = Choose a region or a kind to show the members.
network-progress-map-text = The stronger the colour, the higher the completion rate. Hatched regions have no data, which does not mean 0%.
network-progress-region-rate = { $region }: { $rate }
network-progress-table = Progress by region
network-progress-full = All the numbers
network-about-text = The network brings together the regions, prefectures, provinces and communes that publish their information, prepare their openness programmes with citizens and show what has been done.

## The calendar of all members

network-events-title = Calendar of the members
network-events-intro = Council sessions, workshops and steps of the openness programmes of all members of the network.
network-events-filter = Filter the calendar
network-events-count =
    { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
network-events-file = The file holds the coming twelve months, as filtered.
network-events-summary = { $member }: { $title }
