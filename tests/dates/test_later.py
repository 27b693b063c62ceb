import pytest

from khabar.dates.later import later


@pytest.mark.parametrize(
    ("value", "day", "expected"),
    [
        ("2023-05-11", "2023-05-10", True),
        ("2023-05-10", "2023-05-10", False),
        ("2023-05", "2023-05-10", False),
        ("2023-06", "2023-05-10", True),
        ("2024", "2023-05-10", True),
        ("2023-W20", "2023-05-10", True),
        ("2023-W19", "2023-05-10", False),
        ("2024-W01", "2023-12-31", True),
        ("202", "2019-05-10", False),
        ("XXXX-05-11", "2019-05-10", False),
    ],
)
def test_later(value: str, day: str, expected: bool) -> None:
    assert later(value, day) is expected
