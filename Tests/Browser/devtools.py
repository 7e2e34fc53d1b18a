"""Chromium by its DevTools protocol: a pipe, JSON messages that end with a zero byte, nothing to install."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class BrowserError(Exception):
    """Chromium could not be started, went away or did not answer in time."""


class Browser:
    """One headless Chromium with one page."""

    def __init__(self, program: str) -> None:
        self.profile = tempfile.mkdtemp(prefix="browser-")
        to_browser, self.out = os.pipe()
        self.inp, from_browser = os.pipe()
        self.buffer, self.count, self.events = b"", 0, []

        def give_pipes() -> None:
            # The browser reads from descriptor 3 and writes to 4; copies above both come first, so that neither covers the other.
            reading, writing = os.dup2(to_browser, 90), os.dup2(from_browser, 91)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        arguments = [
            program, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
            "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--no-first-run",
            f"--user-data-dir={self.profile}", "about:blank",
        ]
        try:
            self.process = subprocess.Popen(
                arguments, preexec_fn=give_pipes, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
        except OSError as error:
            self.close()
            raise BrowserError(f"{program}: {error}") from error
        os.close(to_browser)
        os.close(from_browser)
        pages = [t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page"]
        target = pages[0]["targetId"] if pages else self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    session = None
    process = None

    def call(self, method: str, timeout: float = 120, **parameters) -> dict:
        """Sends a command and waits for its answer; what happens meanwhile is added to `events`."""
        number = self.send(method, parameters)
        end = time.monotonic() + timeout
        while True:
            answer = self.read(end)
            if answer is None:
                raise BrowserError(f"no answer to {method} within {timeout:.0f} s")
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error'].get('message')}")
                return answer.get("result", {})
            self.events.append(answer)

    def send(self, method: str, parameters: dict) -> int:
        """Sends a command; its number is that of the answer."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        return self.count

    def wait(self, event: str, timeout: float = 60) -> None:
        """Waits until something has happened."""
        end = time.monotonic() + timeout
        while not any(e.get("method") == event for e in self.events):
            message = self.read(end)
            if message is None:
                raise BrowserError(f"{event} did not happen within {timeout:.0f} s")
            self.events.append(message)

    def read(self, end: float) -> dict | None:
        """The next message; None where none came in time."""
        while b"\0" not in self.buffer:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.inp], [], [], left)[0]:
                return None
            part = os.read(self.inp, 1 << 20)
            if not part:
                raise BrowserError("Chromium has gone")
            self.buffer += part
        part, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(part)
        if message.get("method") == "Page.javascriptDialogOpening":
            # A page that shows a dialog waits for it, and answers nothing meanwhile.
            self.send("Page.handleJavaScriptDialog", {"accept": True})
        return message

    def close(self) -> None:
        """Ends the browser and removes what it left behind."""
        if self.process:
            self.process.kill()
            self.process.wait()
        for descriptor in (self.out, self.inp):
            os.close(descriptor)
        shutil.rmtree(self.profile, ignore_errors=True)
