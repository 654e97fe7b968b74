"""Read: any source becomes an `Account`, whose text is never changed afterwards.

Enters: paths, `Settings`, a `LanguageIdentifier`. Leaves: `Account`s with their regions, and a
`Problem` for everything that could not be read.
"""
