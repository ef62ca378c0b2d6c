### The summary of a programme on one sheet of paper.

summary-title = Summary of the openness programme { $cycle }
summary-link = Printable summary
summary-hint = One A4 page: use the print command of your browser.
summary-back = Back to the programme
summary-stage = Where the cycle stands
summary-adopted = Adoption
summary-last-evidence = Last evidence
summary-last-report = Last report
summary-progress = Progress of the programme
summary-commitments = Axes and openness projects
summary-none = The axes of this programme have not been published yet.
summary-code = QR code leading to { $address }
summary-code-text = Scan the code to read the current page
summary-address = Address of the current page:
summary-printed = Printed on { $date }
summary-of-day = As of { $date }
summary-how = How is the rate computed?
