### Programmes as spreadsheets: import and export.

## Columns

sheet-name = Programme
sheet-name-notes = Explanations
sheet-column-axis-number = Axis number
sheet-column-axis-title = Axis title
sheet-column-axis-description = Axis description
sheet-column-commitment-number = Project number
sheet-column-commitment-title = Project title
sheet-column-description = Project description
sheet-column-problem = Problem to solve
sheet-column-status-quo = Starting situation
sheet-column-action = What will be done
sheet-column-contribution = How it helps
sheet-column-long-term-goal = Long-term goal
sheet-column-expected-results = Expected results
sheet-column-lead = Lead body
sheet-column-partners = Partners
sheet-column-values = Values of open government
sheet-column-policy-areas = Policy areas
sheet-column-budget = Budget in dirhams
sheet-column-funding-source = Funding source
sheet-column-commitment-starts-on = Project start
sheet-column-commitment-ends-on = Project end
sheet-column-ogp-code = Code at the Open Government Partnership
sheet-column-source-url = Address of publication
sheet-column-milestone-number = Milestone number
sheet-column-milestone-title = Milestone title
sheet-column-milestone-starts-on = Milestone start
sheet-column-milestone-due-on = Milestone due day
sheet-column-milestone-weight = Milestone weight

## Explanations

sheet-note-rows = One row for each milestone. What is said of the axis and the project is written once, in their first row; leave it empty in the rows below.
sheet-note-numbers = Numbers join the rows: those of axes and projects hold within the whole programme, those of milestones within their project, from 1 to 999. Where the number of the axis or the project is left empty before a milestone, it is that of the row above.
sheet-note-titles = Each axis, project and milestone has a title in one language at least. All but numbers and titles may stay empty.
sheet-note-days = Days are written 31/01/2026 (the day first) or 2026-01-31, and lie between the beginning and the end of the programme.
sheet-note-weight = The weight of a milestone is from 1 to 100. Leave it empty where all count the same.
sheet-note-codes = For values and areas write the codes below or their names, with commas between them.
sheet-note-plain = No merged cells and no formulas: paste the values alone.
sheet-note-codes-of = Codes for the column “{ $field }”:

## Where the mistake is

sheet-problem = { $place }: { $problem }
sheet-joined = { $first }, { $second }
sheet-at-sheet = Sheet “{ $sheet }”
sheet-at-row = row { $row }
sheet-at-column = column { $column } ({ $heading })
sheet-at-nameless-column = column { $column }
sheet-more-problems =
    { $count ->
        [one] and { $count } more mistake that is not shown here.
       *[other] and { $count } more mistakes that are not shown here.
    }

## Mistakes

sheet-empty = The file is empty or has no row below its headings.
sheet-not-a-spreadsheet = This file is not a spreadsheet that can be read. Save it as XLSX or CSV and try again.
sheet-old-or-locked = This file is in the old XLS format or behind a password. Save it as XLSX without a password.
sheet-encoding = The file is in { $encoding } and not in UTF-8. Save it as “CSV UTF-8” or as XLSX.
sheet-too-big = The content of the file is beyond the bound of { $max } MB once it is unpacked.
sheet-too-many-rows = The file has more rows than the bound, which is { $max }.
sheet-too-many-columns = The file has more columns than the bound, which is { $max }.
sheet-merged = The cells { $range } are merged. Unmerge them and write each value into its cell.
sheet-column-unknown = The column “{ $said }” is unknown. Use the headings of the template or remove this column.
sheet-column-twice = This column is there twice. Keep one of them.
sheet-column-nameless = This cell holds a value, but its column has no heading.
sheet-column-missing = The column “{ $field }” is missing, and it is needed.
sheet-number-missing = The number is missing in this row.
sheet-not-whole = “{ $said }” is not a whole number. Write the digits alone, without sign or unit.
sheet-no-day = “{ $said }” is not a day. Write for example 31/01/2026 or 2026-01-31.
sheet-unknown-code = “{ $said }” is not one of the codes. The template lists them.
sheet-formula = This cell holds a formula. Paste its value instead.
sheet-fault = This cell holds a fault of a formula ({ $fault }). Write the right value.
sheet-contradiction = This value contradicts what row { $row } says of the same axis or project. Write it once.
sheet-two-axes = This project stands in axis { $said } according to row { $row }. A project stands in one axis only.
sheet-milestone-twice = This milestone number is taken in row { $row } for the same project.

sheet-programme-adopted = The council has adopted this programme, so no file is imported into it any more. Files are imported during the preparation only.
sheet-tree-not-empty = This programme has axes already. So that nothing is lost, files are imported into an empty programme only: remove its axes first, or change them in the office.
sheet-no-programme = There is no programme in preparation for these years. Create it in the office first, then import the file.
sheet-which-programme = Several programmes are in preparation. Say the years of the one that is meant.

## Pages of the office

office-import-title = Import the programme from a file
office-import-link = Import a file
office-import-text = Fill in the template and send it here. The file is checked, and you see what it would add before anything is saved. The programme must be in preparation and have no axis.
office-import-template = Empty template
office-import-template-named = { $language } ({ $format })
office-import-field-file = File
office-import-field-file-hint = XLSX or CSV (UTF-8), { $max } MB at most.
office-import-check = Check the file
office-import-good = The file is good
office-import-good-text = Nothing is saved yet. If you confirm, the programme receives:
office-import-axes =
    { $count ->
        [one] { $count } axis
       *[other] { $count } axes
    }
office-import-commitments =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
office-import-milestones =
    { $count ->
        [one] { $count } milestone
       *[other] { $count } milestones
    }
office-import-confirm = Confirm the import
office-import-bad = Nothing is saved: the file has mistakes
office-import-bad-text = Correct what follows in the file and send it again.
office-import-done = The programme is imported.
office-export-named = Download as { $format }
