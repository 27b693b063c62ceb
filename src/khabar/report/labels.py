"""The words and shapes that reports use for a record's codes."""

from khabar.model import Actor, Event, Record

# Word and shape of each status; the shape says it without colour.
STATUS = {
    "asserted": ("مرويّ", "●"),
    "planned": ("مخطَّط", "▷"),
    "hypothetical": ("مشروط", "◇"),
    "alleged": ("مزعوم", "◐"),
    "denied": ("منفي", "⊘"),
    "negated": ("لم يقع", "✕"),
}
EVENTS = {
    "AGREE": "اتفاق أو وعد",
    "CONSULT": "لقاء أو اتصال",
    "SUPPORT": "تأييد",
    "CONCEDE": "تنازل",
    "COOPERATE": "تعاون",
    "AID": "مساعدة",
    "RETREAT": "تراجع",
    "REQUEST": "طلب",
    "ACCUSE": "اتهام أو انتقاد",
    "REJECT": "رفض",
    "THREATEN": "تهديد",
    "PROTEST": "احتجاج",
    "SANCTION": "عقوبة",
    "MOBILIZE": "حشد",
    "COERCE": "إكراه",
    "ASSAULT": "عنف",
}
STANCE = {
    "says": "يقول",
    "announces": "يعلن",
    "claims": "يزعم",
    "accuses": "يتهم",
    "denies": "ينفي",
    "warns": "يحذّر",
    "demands": "يطالب",
    "regrets": "يأسف",
    "promises": "يعد",
}


def names(record: Record) -> dict[str, Actor]:
    """The actors of a record by id."""
    return {actor.id: actor for actor in record.actors}


def party(actor: Actor) -> str:
    """An actor with its state and sector, as far as they are told."""
    codes = " ".join(c for c in (actor.country, actor.sector) if c)
    return f"{actor.name} ({codes})" if codes else actor.name


def parties(event: Event, actors: dict[str, Actor]) -> str:
    """Who did it to whom."""
    left = "، ".join(party(actors[a]) for a in event.actor) or "؟"
    right = "، ".join(party(actors[a]) for a in event.recipient)
    return f"{left} ← {right}" if right else left
