### People of a member, and everybody's own account.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.
