### Signing in by a provider of the operator's choice.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.
