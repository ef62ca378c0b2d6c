### Where the day begins in the office, and what did not arrive.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.
