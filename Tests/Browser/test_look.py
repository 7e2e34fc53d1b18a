"""What look.py must find, and what it must not: each page is wrong in one way."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

LOOK = pathlib.Path(__file__).with_name("look.py")

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<style>body{{margin:0;font:16px sans-serif;color:#111;background:#fff}}{style}</style></head><body><h1>A page</h1>{body}</body></html>"""
SVG = '<svg viewBox="0 0 300 60" width="300" height="60" role="img" aria-label="A chart">{}</svg>'

GOOD = "<p>Plain words.</p><details><summary>More</summary><p>hidden</p></details>" + SVG.format(
    '<rect x="0" y="0" width="100" height="20" fill="#eee"/><text x="4" y="14" font-size="12">inside</text>'
    '<text x="120" y="14" font-size="12">beside</text>')

# The kind of fault, a part of its words, the page, its style.
FAULTY = [
    ("console", "a word", "<p>x</p><script>console.error('a word')</script>", ""),
    ("console", "Uncaught", "<p>x</p><script>throw new Error('y')</script>", ""),
    ("network", "nowhere.css", "<link rel='stylesheet' href='nowhere.css'>", ""),
    ("overflow", "the page is", "<p style='width:3000px'>wide</p>", ""),
    ("overflow", "leaves its drawing", SVG.format('<rect width="9" height="9"/><text x="290" y="14">a long label</text>'), ""),
    ("overflow", "is cut off", "<p class='c'>averyveryverylongword</p>", ".c{width:60px;overflow:hidden}"),
    ("overflow", "shortened by its style", "<p class='e'>many words in a row</p>",
     ".e{width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}"),
    ("overlap", '"one" and "two"',
     SVG.format('<rect width="9" height="9"/><text x="20" y="20">one</text><text x="30" y="22">two</text>'), ""),
    ("unreadable", "pixels high", "<p style='font-size:7px'>small</p>", ""),
    ("unreadable", "contrast", "<p style='color:#aaa'>pale</p>", ""),
    ("unreadable", "contrast",
     SVG.format('<rect width="200" height="40" fill="#222"/><text x="10" y="20" fill="#333">dark on dark</text>'), ""),
    ("structure", "skips a level", "<h4>deep</h4>", ""),
    ("structure", "headings of the first level", "<h1>again</h1>", ""),
    ("structure", "two elements have the id", "<p id='a'>x</p><p id='a'>y</p>", ""),
    ("structure", "without a name", "<svg width='50' height='50'><rect width='9' height='9'/></svg>", ""),
    ("structure", "without headings", "<table><tr><td>1</td></tr></table>", ""),
    ("broken", 'd="M0 NaN"', SVG.format('<path d="M0 NaN"/>'), ""),
    ("broken", "an empty drawing", SVG.format(""), ""),
    ("broken", 'the text "NaN d"', SVG.format('<rect width="9" height="9"/><text x="20" y="20">NaN d</text>'), ""),
    ("hostile", "an element <iframe>", "<iframe></iframe>", ""),
    ("hostile", "an attribute onclick", "<p onclick='x()'>x</p>", ""),
    ("hostile", "a dialog", "<script>setTimeout(() => alert('hello'))</script>", ""),
]


def look(pages: list[pathlib.Path]) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(LOOK), "--widths", "800", "--schemes", "light", *map(str, pages)], capture_output=True, text=True,
        timeout=300)


class LookTest(unittest.TestCase):
    def test_faults(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            pages = []
            for place, (_, _, body, style) in enumerate(FAULTY):
                page = pathlib.Path(folder, f"page{place:02}.html")
                page.write_text(PAGE.format(body=body, style=style), encoding="utf-8")
                pages.append(page)
            run = look(pages)
            self.assertEqual(run.returncode, 1, run.stderr)
            for page, (kind, words, _, _) in zip(pages, FAULTY):
                found = [line for line in run.stdout.splitlines() if line.startswith(page.name)]
                self.assertTrue(
                    any(f" {kind}: " in line and words in line for line in found), f"{kind}, {words}: {found}")

    def test_good(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder, "good.html")
            page.write_text(PAGE.format(body=GOOD, style=""), encoding="utf-8")
            run = look([page])
            self.assertEqual((run.returncode, run.stdout), (0, ""), run.stderr)

    def test_missing(self) -> None:
        self.assertEqual(look([pathlib.Path("there-is-no-such-page.html")]).returncode, 2)


if __name__ == "__main__":
    unittest.main()
