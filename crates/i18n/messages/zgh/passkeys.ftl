### Passkeys: keys of a device that open the office at the host of one member.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.
