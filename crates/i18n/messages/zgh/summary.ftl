### The summary of a programme on one sheet of paper.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.
