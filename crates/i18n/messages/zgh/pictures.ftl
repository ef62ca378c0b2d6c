### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.
