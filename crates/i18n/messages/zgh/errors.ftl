### Pages and notes for when something is not as asked.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.
