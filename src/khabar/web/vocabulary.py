"""What the codes of a record are called, in English; the catalogues say it in other languages."""

from collections.abc import Mapping


def marked(words: str) -> str:
    """`words` as they are: the mark by which catalogues find them."""
    return words


_ = marked

STATUS: Mapping[str, tuple[str, str]] = {
    "asserted": (_("asserted"), _("the paper tells it as fact")),
    "planned": (_("planned"), _("announced for a time to come")),
    "hypothetical": (_("conditional"), _("hangs on a condition")),
    "alleged": (_("alleged"), _("a source says so, unverified")),
    "denied": (_("denied"), _("somebody denies it")),
    "negated": (_("did not happen"), _("the text says it did not happen")),
}
EVENTS: Mapping[str, str] = {
    "AGREE": _("Agreement or promise"), "CONSULT": _("Meeting or contact"), "SUPPORT": _("Support"), "CONCEDE": _("Concession"), "COOPERATE": _("Cooperation"),
    "AID": _("Aid"), "RETREAT": _("Retreat"), "REQUEST": _("Demand"), "ACCUSE": _("Accusation or criticism"), "REJECT": _("Rejection"), "THREATEN": _("Threat"),
    "PROTEST": _("Protest"), "SANCTION": _("Sanction"), "MOBILIZE": _("Mobilisation"), "COERCE": _("Coercion"), "ASSAULT": _("Violence"),
}
MODES: Mapping[str, str] = {
    "visit": _("visit"), "third-party": _("by a third party"), "multilateral": _("of several parties"), "phone": _("by telephone"), "withdraw": _("withdrawal"),
    "release": _("release"), "disarm": _("disarmament"), "ceasefire": _("ceasefire"), "access": _("access given"), "resign": _("resignation"),
    "assist": _("help"), "change": _("change"), "yield": _("giving way"), "meet": _("meeting"), "disapprove": _("criticism"), "investigate": _("investigation"),
    "allege": _("accusation"), "restrict": _("restriction"), "arrest": _("arrest"), "relations": _("relations"), "expel": _("expulsion"), "territory": _("territory"),
    "violence": _("violence"), "demo": _("demonstration"), "riot": _("riot"), "strike": _("strike"), "hunger": _("hunger strike"), "boycott": _("boycott"),
    "obstruct": _("obstruction"), "vandalize": _("vandalism"), "convict": _("conviction"), "discontinue": _("breaking off"), "troops": _("troops"),
    "weapons": _("weapons"), "police": _("police"), "militia": _("militia"), "seize": _("seizure"), "censor": _("censorship"), "curfew": _("curfew"),
    "martial-law": _("martial law"), "deport": _("deportation"), "withhold": _("withholding"), "misinformation": _("misinformation"), "cyber": _("cyber attack"),
    "abduct": _("abduction"), "beat": _("beating"), "torture": _("torture"), "sexual": _("sexual violence"), "targeted": _("targeted killing"),
    "destroy": _("destruction"), "primitive": _("with simple weapons"), "firearms": _("shooting"), "explosives": _("explosives"),
    "suicide-attack": _("suicide attack"), "aerial": _("air strike"), "drone": _("drone"), "heavy-weapons": _("heavy weapons"),
    "crowd-control": _("crowd control"), "unconventional": _("unconventional weapons"),
}
STANCE: Mapping[str, str] = {
    "says": _("says"), "announces": _("announces"), "claims": _("claims"), "accuses": _("accuses"), "denies": _("denies"), "warns": _("warns"),
    "demands": _("demands"), "regrets": _("regrets"), "promises": _("promises"),
}
KINDS: Mapping[str, str] = {
    "person": _("person"), "organization": _("body"), "country": _("country"), "group": _("group"), "place": _("place"),
}
BASIS: Mapping[str, str] = {"clause": _("from its clause"), "sentence": _("from its sentence"), "article": _("from elsewhere in the article")}
CHOSEN: Mapping[str, str] = {
    "ar": _("Arabic"), "en": _("English"), "arab": _("Arabic digits ٠١٢٣"), "latin": _("Latin digits 0123"), "both": _("March/Adhar: both"),
    "egypt": _("as in Egypt and the Gulf"), "levant": _("as in the Levant and Iraq"), "maghreb": _("as in Algeria and Tunisia"),
    "morocco": _("as in Morocco"), "auto": _("as the system"), "light": _("light"), "dark": _("dark"), "language": _("Language"), "digits": _("Digits"), "months": _("Months"), "theme": _("Light"), "size": _("Size of text"),
}
GENRES: Mapping[str, str] = {"opinion": _("Opinion"), "interview": _("Interview"), "live": _("Live"), "other": _("Other"), "report": _("Report")}
