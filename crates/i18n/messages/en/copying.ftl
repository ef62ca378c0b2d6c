### Copying the skeleton of a programme.

office-copy-title = Copy from another programme
office-copy-into = Copy into: { $programme }
office-copy-text = Choose a programme whose axes, projects and activities you want to take over, then adapt them to your collectivity.
office-copy-own = Our earlier cycles
office-copy-members = Published programmes of members of the network
office-copy-found =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
office-copy-none = No member fits, or its programme is not published. Widen the search.
office-copy-axes =
    { $count ->
        [one] { $count } axis
       *[other] { $count } axes
    }
office-copy-commitments =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
office-copy-milestones =
    { $count ->
        [one] { $count } activity
       *[other] { $count } activities
    }
office-copy-from = Source: { $member }, openness programme { $cycle }
office-copy-left-out = Titles, texts, values, policy areas, weights and what indicators measure are copied. Who is responsible, partners, budgets, codes, links, reports, values of indicators and assessments are not. Dates move with the first day of your programme; those that would fall outside it are left empty.
office-copy-sample = This source holds data made up for demonstration. The copy stays marked as such.
office-copy-choose = What is to be copied?
office-copy-do = Copy
office-copy-done = Copied. Read it through and adapt it.

office-tree-more-fields = More fields

office-conflict-both = What the other person saved, and what you wrote
office-conflict-key = What is struck through is saved and missing from your text; what is marked is yours and not saved yet. Adjust the fields below, then save.
office-conflict-ticked = ticked
office-conflict-not-ticked = not ticked

office-correction-title = Correct a report
office-correction-text = The correction takes the place of the published report. Both stay in the ledger, for all to see with what changed.
office-correction-do = Send the correction
office-correction-files = Documents that stay attached
office-correction-link = Correct this report

public-axis-changes = Changes to this axis since its adoption

copy-needs-axis = Choose at least one axis.
copy-into-a-tree = This programme holds axes already, and only an empty one is copied into. Remove what it holds first if you want to copy another.
copy-of-itself = A programme is not copied into itself. Choose another one.
