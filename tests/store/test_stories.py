"""Groups of articles on one event, and near misses: how many pairs are joined that should be, and how many that should not."""

from itertools import combinations

import pytest

from khabar.store import Store
from tests.casefiles import CASES
from tests.store.conftest import article, fill

GROUPS = [block.split("\n") for block in (CASES / "stories.txt").read_text("utf-8").strip().split("\n\n")]


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[int]]:
    """The stories that each article of the case file tells; all of them in one store."""
    path = tmp_path_factory.mktemp("stories") / "news.db"
    articles = []
    for number, (_, *lines) in enumerate(GROUPS):
        for place, line in enumerate(lines):
            day, title, text = line.split(" | ")
            articles.append(article(f"{number}.{place}", text, title=title, published=day, outlet=f"صحيفة {place}"))
    fill(path, sorted(articles, key=lambda a: a.published or ""))
    with Store.open(path) as store:
        yield {a.id: {story for _, story in store.stories_of(a.id)} for a in articles}


def test_there_are_groups_and_near_misses_enough() -> None:
    assert sum(g[0].startswith("# same: ") for g in GROUPS) >= 40 and sum(g[0].startswith("# apart: ") for g in GROUPS) >= 40


def test_pairs_are_joined_as_a_reader_would(joined: dict[str, set[int]]) -> None:
    hits, missed, wrong = [], [], []
    for one, other in combinations(joined, 2):
        number = int(one.partition(".")[0])
        same = number == int(other.partition(".")[0]) and GROUPS[number][0].startswith("# same")
        together = bool(joined[one] & joined[other])
        if together or same:
            (hits if together and same else missed if same else wrong).append((GROUPS[number][0], one, other))
    f1 = 2 * len(hits) / (2 * len(hits) + len(missed) + len(wrong))
    print(f"pairs joined right {len(hits)}, missed {len(missed)}, wrong {len(wrong)}, F1 {f1:.3f}", *missed, *wrong, sep="\n")
    assert f1 >= 0.85
