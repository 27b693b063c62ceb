import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.text.stretches import stretches


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("وصل الوفد.", ["وصل الوفد."]),
        ("وصل الوفد ثم.\n\nغادر الوفد", ["وصل الوفد ثم.\n\n", "غادر الوفد"]),
        ("وصل الوفد ثم. غادر الوفد", ["وصل الوفد ثم. ", "غادر الوفد"]),
        ("وصل الوفد ثم غادر الوفد", ["وصل الوفد ثم ", "غادر الوفد"]),
        ("١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢", ["١٢٣٤٥٦٧٨٩٠١٢٣٤٥", "٦٧٨٩٠١٢"]),
    ],
)
def test_where_a_text_is_parted(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in stretches(text, 15)] == parts


@given(st.text(alphabet="ا ب.\n", max_size=200), st.integers(2, 30))
def test_stretches_are_the_text(text: str, longest: int) -> None:
    parts = [text[start:end] for start, end in stretches(text, longest)]
    assert "".join(parts) == text and all(0 < len(part) <= longest for part in parts)
