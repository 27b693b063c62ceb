"""What cannot be seen in a text, made visible: it could make a page or a terminal say what the text does not."""

# Bidi overrides and isolates, zero-width signs.
_HIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060"
# Control characters, by which a terminal is steered; line ends and tabs are none of them.
_CONTROLS = "".join(chr(n) for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) not in "\t\n")
_SHOWN = {ord(c): f"⟨U+{ord(c):04X}⟩" for c in _HIDDEN + _CONTROLS}


def seen(text: str) -> str:
    """`text` with invisible and steering characters shown as marks."""
    return text.translate(_SHOWN)
