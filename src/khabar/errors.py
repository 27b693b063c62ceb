"""What can go wrong, and whose fault it is.

KhabarError
├── SpanError       code points that cannot be a span of the text (a broken program)
├── LexiconError    a word list that cannot be read: the file, the row, the field
├── SourceError     an input that cannot be read as news: the file, the line, the field
├── RecordError     JSON that is no record of the format khabar/1
├── StoreError      a store that cannot be opened, read or written: the file, and what stands in the way
│   └── NotThere    what is asked of a store is not in it
├── QueryError      a search that cannot be understood: what of it
├── ExportError     a file or folder that cannot be written: which, and why
└── SpeechError     words that cannot be read aloud: the program that is missing or fails, and how to get it
"""


class KhabarError(Exception):
    """Everything that Khabar raises on purpose."""


class SpanError(KhabarError):
    """Code points that cannot be a span of the text."""


class LexiconError(KhabarError):
    """A word list that cannot be read; the message names file, row and field."""


class SourceError(KhabarError):
    """An input that cannot be read as news; the message names file, line and field."""


class RecordError(KhabarError):
    """JSON that is no record of the format `khabar/1`; the message names the field."""


class StoreError(KhabarError):
    """A store that cannot be opened, read or written; the message names the file."""


class NotThere(StoreError):
    """What is asked of a store is not in it; the message names it."""


class QueryError(KhabarError):
    """A search that cannot be understood; the message names the place in it."""


class ExportError(KhabarError):
    """A file or folder that cannot be written; the message names it."""


class SpeechError(KhabarError):
    """Words that cannot be read aloud: a program that is missing or fails; the message names it."""
