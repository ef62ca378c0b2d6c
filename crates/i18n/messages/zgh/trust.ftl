### The audit and what people ask about their data.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.
