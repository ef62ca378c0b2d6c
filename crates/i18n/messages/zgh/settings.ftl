### What a member decides about its site.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.
