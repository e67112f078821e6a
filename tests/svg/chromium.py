"""Chromium without a window, asked over a pipe in its own protocol (Chrome DevTools Protocol): pictures and what it tells
those who read by ear. Needs Debian's chromium and python3-pil."""

from __future__ import annotations

import base64
import json
import math
import os
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any

from PIL import Image

Answer = dict[str, Any]


class Chromium:
    """A browser that knows the fonts of one fontconfig file alone."""

    def __init__(self, fonts: Path, program: str = "chromium") -> None:
        self._profile = tempfile.TemporaryDirectory()
        to_browser, self._to = os.pipe()
        self._from, from_browser = os.pipe()
        switches = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--hide-scrollbars", "--remote-debugging-pipe"]
        self._process = subprocess.Popen(
            # The protocol's ends are the descriptors 3 and 4.
            ["bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "-", program, *switches,
             f"--user-data-dir={self._profile.name}", "about:blank"],
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)}, pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._rest = b""
        self._number = 0
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session: str | None = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self._to)  # a browser that nobody asks any more ends
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._from)
        self._profile.cleanup()

    def ask(self, method: str, **parameters: Any) -> Answer:
        """The answer to one command; what happens meanwhile is passed over."""
        self._number += 1
        message: Answer = {"id": self._number, "method": method, "params": parameters}
        if getattr(self, "_session", None):
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: Answer = answer["result"]
                return result

    def _read(self) -> Answer:
        while b"\0" not in self._rest:
            part = os.read(self._from, 1 << 20)
            if not part:
                raise RuntimeError("Chromium has ended")
            self._rest += part
        message, self._rest = self._rest.split(b"\0", 1)
        answer: Answer = json.loads(message)
        return answer

    def open(self, file: Path) -> None:
        """Shows a file, and waits until all of it is there, its fonts too."""
        self.ask("Page.navigate", url=file.resolve().as_uri())
        self.evaluate("document.readyState == 'complete' || new Promise(done => addEventListener('load', done))")
        self.evaluate("document.fonts.ready.then(() => true)")

    def evaluate(self, script: str) -> Any:
        result = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{script}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def prefer(self, scheme: str = "light", medium: str = "") -> None:
        """Pretends that the reader prefers a colour scheme, or that the page is printed."""
        self.ask("Emulation.setEmulatedMedia", media=medium, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, file: Path, width: int, height: int, dots_per_inch: float) -> bytes:
        """A file as PNG of so many dots. Drawn twice as large: letters stand on whole dots there, up to half a dot off."""
        scale = dots_per_inch / 96
        sheet = (math.ceil(width / scale), math.ceil(height / scale))  # pixels of CSS
        self.ask("Emulation.setDeviceMetricsOverride", width=sheet[0], height=sheet[1], deviceScaleFactor=2 * scale, mobile=False)
        self.open(file)
        if file.suffix == ".svg":
            # A browser fits a picture to whole pixels, by less than one; on a sheet of whole pixels it stays as it is.
            points = f"0 0 {sheet[0] * 72 / 96} {sheet[1] * 72 / 96}"
            self.evaluate(f"for (const [name, value] of [['viewBox', '{points}'], ['width', {sheet[0]}], ['height', {sheet[1]}]])"
                          " document.documentElement.setAttribute(name, value)")
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=False)
        large = Image.open(BytesIO(base64.b64decode(shot["data"]))).convert("RGB")
        small = BytesIO()
        large.reduce(2).save(small, "png")
        return small.getvalue()

    def told(self) -> list[tuple[int, str, str, str]]:
        """What a screen reader gets of the page that is open, in order: depth, role, name, description."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        lines: list[tuple[int, str, str, str]] = []

        def walk(node: Answer, depth: int) -> None:
            shown = not node["ignored"] and node["role"]["value"] not in ("generic", "InlineTextBox")
            if shown:
                lines.append((depth, node["role"]["value"], node.get("name", {}).get("value", ""),
                              node.get("description", {}).get("value", "")))
            for child in node.get("childIds", []):
                if child in by_id:
                    walk(by_id[child], depth + shown)

        walk(nodes[0], 0)
        return lines
