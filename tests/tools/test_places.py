import runpy
from pathlib import Path

TOOL = Path(__file__).parent.parent.parent / "tools" / "places.py"


def test_the_generated_lists_are_what_the_tool_writes() -> None:
    tool = runpy.run_path(str(TOOL))
    for file, text in tool["written"]().items():
        assert (tool["LISTS"] / file).read_text("utf-8") == text, f"{file}: run python tools/places.py"
