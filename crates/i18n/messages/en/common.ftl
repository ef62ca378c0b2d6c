### Words that every page shares.

## Names of the hub and of the network

common-site-name = Infitah
common-network-name = Moroccan Network of Open Territorial Collectivities
common-network-acronym = REMACTO
common-network-tagline = Collectivities that publish, listen and answer for what they promised
common-principles = Transparency and accountability, access to information, citizen participation, digitalisation
common-page-title = { $title } | { $site }

## Moving around

common-skip-to-content = Skip to content
common-menu = Menu
common-menu-main = Main menu
common-menu-open = Open the menu
common-menu-close = Close the menu
common-menu-home = Home
common-menu-news = News
common-menu-programme = Openness programme
common-menu-events = Calendar
common-menu-about = About
common-menu-subscribe = Subscribe
common-menu-privacy = Privacy
common-menu-members = Members
common-menu-progress = Progress
common-menu-developers = Developers
common-menu-office = Office
common-menu-dashboard = Dashboard
common-menu-network = Network site
common-breadcrumb = Breadcrumb
common-footer = About this site
common-back-to-top = Back to top
common-contents = On this page

## Languages

common-language = Language
common-language-switch = Change language
common-language-current = Current language: { $language }
common-language-fallback = This text is not available in English yet; it is shown in { $language }.
common-language-also = Also available in { $language }
language-ar = Arabic
language-fr = French
language-zgh = Amazigh
language-en = English

## Buttons

common-button-save = Save
common-button-cancel = Cancel
common-button-confirm = Confirm
common-button-send = Send
common-button-search = Search
common-button-filter = Filter
common-button-reset = Clear filters
common-button-back = Back
common-button-edit = Edit
common-button-delete = Delete
common-button-close = Close
common-button-print = Print
common-button-share = Share
common-button-download = Download
common-read-more = Read more
common-read-more-about = Read more about { $title }
common-see-all = See all
common-required = required
common-optional = optional
common-label = { $label }:
common-yes = Yes
common-no = No
common-all = All

## Lists and pages of lists

common-paging = Pages of the list
common-paging-next = Next
common-paging-previous = Previous
common-paging-first = First page
common-paging-older = Older
common-paging-newer = Newer
common-search = Search
common-search-label = Search this site
common-search-placeholder = What are you looking for?
common-search-none = Nothing found.
common-results-count =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
common-list-empty = Nothing in this list yet.
common-x-of-y = { $done } of { $total }

## Where a text or a number comes from, and of when

common-published-on = Published on { $date }
common-updated-on = Last updated: { $date }
common-source = Source
common-source-named = Source: { $source }
common-licence = Licence
common-no-data = No data
common-not-published = Not published
common-not-known = Not known
common-from-to = { $from } to { $to }
common-date = Date
common-time-zone = Moroccan time
common-external-link = external link
common-new-window = opens in a new window

## Notice on sample data

common-sample-badge = Sample
common-sample-notice = Sample: not a statement about this town.
common-sample-notice-long = The data on this page are a sample made to show how the platform works. They say nothing about this collectivity, its council or its programme and must not be quoted.
common-sample-list-notice = Entries marked “Sample” are not real data.

## Short notes

common-loading = Loading…
common-note-saved = Saved.
common-note-warning = Warning
common-note-info = Note
common-note-error = Error
common-note-done = Done
common-table-of = Data table: { $title }
common-chart-of = Chart: { $title }
common-theme-light = Light theme
common-theme-dark = Dark theme
