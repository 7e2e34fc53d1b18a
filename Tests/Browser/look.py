#!/usr/bin/env python3
"""Looks at HTML pages in headless Chromium and tells what is wrong with them; see README.md."""

import argparse
import base64
import json
import pathlib
import shutil
import sys

from devtools import Browser, BrowserError

SCRIPT = pathlib.Path(__file__).with_name("faults.js")
# A4 less margins of 15 mm, at 96 dots an inch.
PRINTED = 680


def views(widths: list[int], schemes: list[str]) -> list[tuple[int, str, str]]:
    """Width, colours and medium of each look at a page; paper is one more."""
    return [(width, scheme, "screen") for width in widths for scheme in schemes] + [(PRINTED, "light", "print")]


def happened(events: list[dict], page: str) -> list[tuple[str, str]]:
    """The faults among what a browser tells."""
    faults = []
    for event in events:
        method, parameters = event.get("method"), event.get("params", {})
        if method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
            faults.append(("console", " ".join(str(a.get("value", a.get("description"))) for a in parameters["args"])))
        elif method == "Runtime.exceptionThrown":
            faults.append(("console", parameters["exceptionDetails"].get("text", "an exception")))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            faults.append(("console", parameters["entry"]["text"]))
        elif method == "Network.requestWillBeSent" and parameters["request"]["url"] != page:
            faults.append(("network", parameters["request"]["url"][:200]))
        elif method == "Page.javascriptDialogOpening":
            faults.append(("hostile", f"a dialog: {parameters['message'][:80]}"))
    return faults


def look(browser: Browser, path: pathlib.Path, options: argparse.Namespace) -> list[str]:
    """The faults of one page as lines."""
    page, lines, told = path.resolve().as_uri(), [], set()

    def tell(view: str, kind: str, text: str) -> None:
        if (view, kind, text) not in told:
            told.add((view, kind, text))
            lines.append(f"{path.name} {view} {kind}: {text}")

    for width, scheme, medium in views(options.widths, options.schemes):
        view = "print" if medium == "print" else f"{width}px {scheme}"
        browser.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        browser.call(
            "Emulation.setEmulatedMedia", media=medium, features=[{"name": "prefers-color-scheme", "value": scheme}])
        browser.events.clear()
        browser.call("Page.navigate", url=page)
        browser.wait("Page.loadEventFired")
        answer = browser.call("Runtime.evaluate", expression=SCRIPT.read_text(encoding="utf-8"), returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserError(f"the check itself failed: {answer['exceptionDetails']['exception']['description']}")
        result = json.loads(answer["result"]["value"])
        for fault in result["faults"]:
            tell(view, fault["kind"], fault["text"])
        for kind, text in happened(browser.events, page):
            tell(view, kind, text)
        if options.shots and medium == "screen":
            shot(browser, options.shots / f"{path.stem}-{width}-{scheme}.png", width)
    if options.pdf:
        printed = browser.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        (options.pdf / f"{path.stem}.pdf").write_bytes(base64.b64decode(printed["data"]))
    if not result["drawings"] and options.drawings:
        tell("print", "broken", "no drawing is shown")
    return lines


def shot(browser: Browser, file: pathlib.Path, width: int) -> None:
    """Saves the whole page as a picture."""
    size = browser.call("Page.getLayoutMetrics")["cssContentSize"]
    clip = {"x": 0, "y": 0, "width": width, "height": min(size["height"], 16000), "scale": 1}
    picture = browser.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
    file.write_bytes(base64.b64decode(picture["data"]))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--widths", type=lambda words: [int(word) for word in words.split(",")], default=[1280, 390])
    parser.add_argument("--schemes", type=lambda words: words.split(","), default=["light", "dark"])
    parser.add_argument("--shots", type=pathlib.Path, help="save pictures of the whole pages to this folder")
    parser.add_argument("--pdf", type=pathlib.Path, help="save what is printed to this folder")
    parser.add_argument("--drawings", action="store_true", help="expect at least one drawing")
    parser.add_argument("--chromium", default=shutil.which("chromium") or "")
    options = parser.parse_args()
    if not options.chromium:
        print("look: no chromium was found; install the Debian package chromium", file=sys.stderr)
        return 2
    missing = [str(page) for page in options.pages if not page.is_file()]
    if missing:
        print(f"look: no such page: {', '.join(missing)}", file=sys.stderr)
        return 2
    for folder in (options.shots, options.pdf):
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
    try:
        browser = Browser(options.chromium)
    except (BrowserError, OSError) as error:
        print(f"look: {error}", file=sys.stderr)
        return 2
    lines = []
    try:
        for domain in ("Page", "Runtime", "Log", "Network"):
            browser.call(f"{domain}.enable")
        for page in options.pages:
            found = look(browser, page, options)
            lines += found
            for line in found:
                print(line, flush=True)
    except BrowserError as error:
        print(f"look: {error}", file=sys.stderr)
        return 2
    finally:
        browser.close()
    print(f"{len(options.pages)} pages, {len(lines)} faults", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
