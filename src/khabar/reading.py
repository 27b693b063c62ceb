"""The reading of one article: every stage, in order."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from khabar.actors.cast import Cast, day_of
from khabar.actors.listing import actors_of, listed
from khabar.clauses.bounds import alone_in_marks, bounds
from khabar.clauses.clauses import Clause, ClauseReader
from khabar.clauses.homes import with_homes
from khabar.clauses.local_names import at_home
from khabar.clauses.members import with_members
from khabar.clauses.mentions import with_himself, with_later_heads, with_later_names, with_latter, with_other_names
from khabar.clauses.name_words import judged
from khabar.clauses.names import NameReader
from khabar.clauses.pairs import with_pairs
from khabar.clauses.phrase import Phrase
from khabar.clauses.phrases import PhraseReader
from khabar.clauses.speech import Speech, find_speech
from khabar.clauses.told_names import with_double_offices, with_sons, with_told_names
from khabar.clauses.verbs import Verb, find_verbs
from khabar.dates import DateWords, find_dates, load_date_words
from khabar.doubt import DoubtFinder, DoubtWords, doubt_verb_pairs, load_doubt_words
from khabar.events.about import above_the_bar
from khabar.events.acts import Act
from khabar.events.codebook import Codebook, load_codebook
from khabar.events.coder import Scene, code
from khabar.events.site import Site, site_of
from khabar.events.telling import acts_of
from khabar.lexicon import Lexicon, load_lexicon
from khabar.lexicon.finder import Hit
from khabar.lexicon.own_words import OwnWords, with_own
from khabar.lexicon.speech_words import SpeechWords, load_speech_words, speech_verb_pairs
from khabar.lexicon.terms import Term
from khabar.model import Article, Date, MadeBy, Note, Record
from khabar.model.joined import joined
from khabar.quotes import quotes_of, tellings_of
from khabar.quotes.genre import GenreWords, genre_of, load_genre_words
from khabar.summary.choose import summarize
from khabar.summary.shorten import shown
from khabar.text import words as text_words
from khabar.text.fold import fold
from khabar.text.marks import quotation_marks
from khabar.text.sentences import Sentence, sentences
from khabar.text.stretches import stretches
from khabar.text.words import Frequencies, Word
from khabar.version import VERSION


@dataclass(frozen=True, slots=True)
class Reader:
    """The word lists of every stage, loaded once; how many `sentences` a summary has at most."""

    lexicon: Lexicon
    frequencies: Frequencies
    dates: DateWords
    speech: SpeechWords
    doubt: DoubtWords
    genre: GenreWords
    book: Codebook
    sentences: int = 3


def load_reader() -> Reader:
    """A reader with the word lists of the package."""
    frequencies = text_words.load_frequencies()
    lexicon = load_lexicon((*speech_verb_pairs(), *doubt_verb_pairs()), frequencies.zipf)
    return Reader(
        lexicon, frequencies.protecting(lexicon.uncut), load_date_words(), load_speech_words(), load_doubt_words(), load_genre_words(), load_codebook(),
    )


def with_own_words(reader: Reader, own: OwnWords) -> Reader:
    """`reader` with a user's own words laid over the lists of the package."""
    lexicon = with_own(reader.lexicon, own)
    return replace(reader, lexicon=lexicon, frequencies=reader.frequencies.protecting(lexicon.uncut))


def read_article(article: Article, reader: Reader) -> Record:
    """What `article` says happened, and who says so. A pure function of the article and the word lists; a text too long for a report is read in stretches."""
    spans = stretches(article.text)
    if len(spans) < 2:
        return _read(article, reader)
    return joined(article, [(start, _read(replace(article, text=article.text[start:end]), reader)) for start, end in spans])


class Seen(NamedTuple):
    """What the stages before the events find in one report; `clauses` are those of each sentence."""

    site: Site
    clauses: Mapping[int, Sequence[Clause]]
    acts: Sequence[Act]
    scene: Scene
    cast: Cast
    own: str
    notes: tuple[Note, ...]


def _read(article: Article, reader: Reader) -> Record:
    """One report, through every stage."""
    seen = look(article, reader)
    scene, quotes = seen.scene, seen.scene.quotes
    actors = tuple(scene.actors.values())
    events = code(scene, seen.acts, reader.book)
    chosen = summarize(article, scene.words, scene.sentences, events, reader.frequencies.zipf, reader.sentences)
    summary = shown(chosen, article, events, quotes, scene.actors)
    partaking = {a for e in events for a in (*e.actor, *e.recipient, *e.source)} | {s for q in quotes for s in (*q.speakers, *q.chain)}
    return Record(
        article=replace(article, genre=genre_of(article, scene.words, quotes, reader.genre)), made_by=MadeBy(khabar=VERSION, lexicon=reader.lexicon.digest), summary=summary, dates=scene.dates,
        actors=listed(actors, seen.cast, partaking, seen.own, {e.place.text for e in events if e.place is not None}, _subjects(seen.clauses)), quotes=quotes, events=events, notes=seen.notes,
    )


def _subjects(clauses: Mapping[int, Sequence[Clause]]) -> frozenset[int]:
    """The first words of the phrases that are the subject of a verb."""
    return frozenset(p.first for read in clauses.values() for clause in read if clause.subject is not None for p in clause.subject.phrases)


def look(article: Article, reader: Reader) -> Seen:
    """One report, through every stage before the events."""
    folded = fold(article.text)
    words = text_words.words(folded, reader.frequencies)
    parts = sentences(folded, words)
    dates, notes = find_dates(folded, day_of(article), reader.dates)
    own, home = reader.lexicon.home_of(article.outlet)
    hits = at_home(_hits(reader.lexicon, words), home)
    dated = {**bounds(words), **_dated(words, dates)}
    phrases, nationalities = _phrases(words, hits, reader, dated)
    verbs = _verbs(words, parts, phrases, dated, reader)
    clauses = ClauseReader(words, phrases, nationalities, verbs, reader.lexicon.grammar, dated)
    read = {number: clauses.clauses(part.first, part.last) for number, part in enumerate(parts)}
    speech = find_speech(article.text, words, parts, read, phrases, quotation_marks(article.text), reader.speech)
    site = site_of(words, phrases, clauses, reader.lexicon.frames)
    acts = acts_of(site, parts, verbs, read, reader.speech.verbs.__contains__, reader.doubt.leaves_open)
    acts = above_the_bar(acts, words, parts, reader.book.about)
    cast = Cast(article, words, reader.lexicon, nationalities, home)
    cast.add(_with_parties(phrases, speech, acts))
    ids = {first: f"a{part.number}" for first, part in cast.by_phrase.items()}
    actors = actors_of(article, words, cast)
    quotes = quotes_of(article, words, speech, ids)
    finder = DoubtFinder(words, reader.doubt, reader.lexicon.grammar.auxiliaries | reader.lexicon.frames.lights.keys(), reader.lexicon.grammar.denying)
    doubts = {n: finder.sentence(s, read[n]) for n, s in enumerate(parts)}
    tellings = tellings_of(words, speech, ids)
    scene = Scene(article, words, parts, dates, {a.id: a for a in actors}, ids, quotes, tellings, doubts, phrases, verbs, reader.lexicon.spots, reader.doubt.partisans)
    return Seen(site, read, acts, scene, cast, own, notes)


def _hits(lexicon: Lexicon, words: Sequence[Word]) -> Mapping[int, Sequence[Hit[tuple[Term, ...]]]]:
    """What the lists found, by the word it starts at, the longest first."""
    found: dict[int, list[Hit[tuple[Term, ...]]]] = defaultdict(list)
    for hit in lexicon.finder.find(words):
        found[hit.first].append(hit)
    return found


def _dated(words: Sequence[Word], dates: Sequence[Date]) -> dict[int, int]:
    """The word after each date, by every word that the date holds."""
    found: dict[int, int] = {}
    index = 0
    for each in dates:
        while index < len(words) and words[index].end <= each.start:
            index += 1
        first = index
        while index < len(words) and words[index].start < each.end:
            index += 1
        found.update(dict.fromkeys(range(first, index), index))
    return found


def _phrases(
    words: Sequence[Word], hits: Mapping[int, Sequence[Hit[tuple[Term, ...]]]], reader: Reader, dated: Mapping[int, int],
) -> tuple[tuple[Phrase, ...], dict[int, Phrase]]:
    """The phrases that name somebody, and the nationality adjectives."""
    lexicon = reader.lexicon
    grammar = lexicon.grammar
    names = NameReader(words, lexicon.names, judged(words, hits, lexicon, reader.frequencies.zipf))
    phrase_reader = PhraseReader(words, hits, grammar, lexicon.titles, names, frozenset(dated))
    told = with_double_offices(words, with_told_names(words, phrase_reader.phrases(), _says(words, reader), names.is_stop, reader.frequencies.zipf, names.is_known, dated))
    found = with_sons(words, with_later_names(words, told, lexicon.names, reader.frequencies.zipf))
    nationalities = phrase_reader.nationalities()
    found = with_members(words, with_later_heads(words, with_himself(words, with_other_names(words, found, lexicon.titles.called), lexicon.titles.himself)))
    found = with_latter(words, with_homes(words, found, nationalities.values()), names.is_verb)
    return with_pairs(words, found), nationalities


def _says(words: Sequence[Word], reader: Reader) -> Callable[[int], bool]:
    """Which words may be verbs of saying."""
    table, verbs = reader.lexicon.verbs, reader.speech.verbs

    def says(index: int) -> bool:
        return any(r.form.lemma in verbs for r in table.readings(words[index].form))

    return says


def _with_parties(phrases: tuple[Phrase, ...], speech: Sequence[Speech], acts: Sequence[Act]) -> tuple[Phrase, ...]:
    """`phrases`, every speaker that is none of them («مصدر مطلع»), and every state that an adjective makes a party («وساطة فرنسية»)."""
    found = {p.first: p for p in phrases}
    for act in acts:
        for party in (*act.actors, *act.recipients):
            found.setdefault(party.first, party)
    for each in speech:
        for speaker in (*each.speakers, *each.through):
            found.setdefault(speaker.first, speaker)
    return tuple(found[first] for first in sorted(found))


def _verbs(
    words: Sequence[Word], parts: Sequence[Sentence], phrases: Sequence[Phrase], dated: Mapping[int, int], reader: Reader,
) -> tuple[Verb, ...]:
    covered = {index for phrase in phrases for index in range(phrase.first, phrase.last)} | dated.keys() | alone_in_marks(words)
    found: list[Verb] = []
    lexicon = reader.lexicon
    for part in parts:
        found += find_verbs(words, part.first, part.last, lexicon.verbs, lexicon.grammar, lexicon.uncut, covered.__contains__)
    return tuple(found)
