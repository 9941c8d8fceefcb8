#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses an exported web page in a headless Chromium: browser.py PROGRAM [FOLDER FOR SCREENSHOTS]. Ends with 77 where there is none."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time


class Browser:
    """A browser that is spoken to over a pair of pipes, in the protocol of its developer tools."""

    def __init__(self, program, profile):
        to_browser, ours_out = os.pipe()
        ours_in, from_browser = os.pipe()

        def connect():
            # The browser reads from 3 and writes to 4, which may be what the other pipe is numbered here.
            reading, writing = os.dup(to_browser), os.dup(from_browser)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", "--disable-dev-shm-usage", f"--user-data-dir={profile}"],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.out, self.reader, self.number, self.session = os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb"), 0, None
        self.buffer, self.events = b"", []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.call(domain + ".enable")

    def receive(self):
        while b"\0" not in self.buffer:
            more = self.reader.read1(1 << 16)
            if not more:
                raise SystemExit("the browser went away")
            self.buffer += more
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.out.write(json.dumps(message).encode() + b"\0")
        self.out.flush()
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, address):
        # Another place in the page that is open would be no new page.
        for each in ("about:blank", address):
            self.events.clear()
            self.call("Page.navigate", url=each)
            while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
                self.events.append(self.receive())

    def ask(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, expression):
        for _ in range(100):
            if self.ask(f"!!({expression})"):
                return
            time.sleep(0.05)
        raise SystemExit(f"never came true: {expression}")

    def size(self, width, height, dark=False, mobile=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def click(self, selector):
        x, y = self.ask("(() => { const e = %s; e.scrollIntoView({block: 'nearest'}); const b = e.getBoundingClientRect();"
                        " return [b.x + b.width / 2, b.y + b.height / 2]; })()" % selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key):
        code = {"Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Tab": 9}[key]
        text = {"Enter": "\r"}.get(key, "")
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, text=text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def complaints(self):
        """Errors of scripts and console, and requests that would leave the file."""
        bad = []
        for event in self.events:
            method, parameters = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                bad.append(parameters["exceptionDetails"].get("exception", {}).get("description", "exception"))
            elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
                bad.append(parameters["entry"]["text"])
            elif method == "Runtime.consoleAPICalled":
                bad.append(str(parameters["args"]))
            elif method == "Network.requestWillBeSent" and not parameters["request"]["url"].startswith(("file:", "about:", "data:")):
                bad.append("asked for " + parameters["request"]["url"])
        return bad

    def picture(self, path):
        import base64
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait(20)


failures = []


def check(what, truth):
    if not truth:
        failures.append(what)


def luminance(colour):
    def linear(value):
        value /= 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
    red, green, blue = (linear(value) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


CONTRASTS = """(() => {
    const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number);
    const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
        if (c.length === 3 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
    return [...document.querySelectorAll('h1,h2,h3,p,button,td,th,caption,span,summary,footer,a,dt,dd,li')]
        .filter(e => e.offsetParent && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && !e.closest('svg'))
        .map(e => ({ text: e.textContent.slice(0, 40), colour: rgb(getComputedStyle(e).color).slice(0, 3), ground: ground(e) }));
})()"""


def readable(browser, where):
    for each in browser.ask(CONTRASTS):
        ratio = contrast(each["colour"], each["ground"])
        check(f"{where}: '{each['text']}' has a contrast of {ratio:.2f}", ratio >= 4.5)


def named(browser, where):
    """Everything that can be focused has a name in the accessibility tree, and no two levels of headings are skipped."""
    for node in browser.call("Accessibility.getFullAXTree")["nodes"]:
        role, name = node.get("role", {}).get("value"), node.get("name", {}).get("value", "")
        focusable = any(p["name"] == "focusable" and p["value"].get("value") for p in node.get("properties", []))
        if not node.get("ignored") and focusable and role not in ("RootWebArea", "generic", "none"):
            check(f"{where}: a {role} has no name", name.strip())


NODE = "document.querySelector('.pic:not([hidden]) g.disc[id$=\"organization-openai\"]')"
VISIBLE = "[...document.querySelectorAll('.pic')].find(e => e.offsetParent)"


def use_network(browser, address):
    browser.size(1280, 720)
    browser.open(address + "#network")
    browser.until("document.documentElement.classList.contains('js')")
    if browser.ask("!!document.querySelector('[data-view=story]')"):
        browser.click("document.querySelector('[data-view=network]')")
    readable(browser, "network")
    named(browser, "network")
    browser.click(NODE + ".querySelector('circle')")
    browser.until("document.querySelector('#panel.open h2').textContent === 'OpenAI'")
    rows = browser.ask("document.querySelectorAll('#panel .row').length")
    check("an organisation lists its deals", rows > 5)
    check("its deals are lit", browser.ask(VISIBLE + ".querySelectorAll('.mark.on').length") > 3)
    readable(browser, "details")
    browser.click("document.querySelector('#panel .row')")
    browser.until("!!document.querySelector('#panel ol a')")
    check("a source is an https link", browser.ask("document.querySelector('#panel ol a').protocol") == "https:")
    check("certainty and range are told", browser.ask("[...document.querySelectorAll('#panel dt')].some(e => e.textContent === 'Certainty')"))
    check("the address names the deal", browser.ask("location.hash").startswith("#deal="))
    browser.press("Escape")
    browser.until("!document.querySelector('#panel.open')")
    before = browser.ask(VISIBLE + ".querySelectorAll('.mark.off').length")
    browser.click("document.querySelector('[data-filter=\"certainty:announced\"]')")
    browser.until(VISIBLE + ".querySelectorAll('.mark.off').length > %d" % before)
    check("the filter says what is left", "deals shown" in browser.ask("document.querySelector('#said').textContent"))
    check("the table is filtered too", browser.ask("document.querySelectorAll('#deals tbody tr[hidden]').length") > 0)
    browser.click("document.querySelector('[data-filter=\"certainty:announced\"]')")
    browser.until("document.querySelectorAll('.mark.off').length === 0")
    browser.ask("document.querySelector('#find').focus()")
    browser.call("Input.insertText", text="oracle")
    browser.until("document.querySelector('#hits button')")
    browser.press("Enter")
    browser.until("document.querySelector('#panel.open h2').textContent.includes('Oracle')")
    browser.press("Escape")
    browser.ask(NODE + ".focus()")
    browser.press("ArrowRight")
    check("arrows walk to another disc", browser.ask("document.activeElement.id") != browser.ask(NODE + ".id"))
    browser.press("Enter")
    browser.until("document.querySelector('#panel.open')")
    browser.press("Escape")
    if browser.ask("!!document.querySelector('button[data-lens=power]')"):
        browser.click("document.querySelector('button[data-lens=power]')")
        browser.until("document.querySelector('.pic:not([hidden])').dataset.lens === 'power'")
    width = browser.ask(VISIBLE + ".querySelector('svg').viewBox.baseVal.width")
    browser.click("[...document.querySelectorAll('[data-zoom=\"1.4\"]')].find(e => e.offsetParent)")
    check("zooming shows less", browser.ask(VISIBLE + ".querySelector('svg').viewBox.baseVal.width") < width)
    browser.click("document.querySelector('#theme')")
    readable(browser, "dark")
    browser.click("document.querySelector('[data-view=deals]')")
    browser.until("document.querySelector('#deals').offsetParent")
    named(browser, "table")
    check("no complaints: " + "; ".join(browser.complaints()), not browser.complaints())


def use_story(browser, address):
    browser.size(1280, 720)
    browser.open(address + "#scene=1")
    browser.until("document.querySelector('.scene.now')")
    count = browser.ask("document.querySelectorAll('.scene').length")
    for number in range(2, count + 1):
        browser.press("ArrowRight")
        browser.until(f"document.querySelector('#place').textContent === '{number} of {count}'")
    check("the last scene is the end", browser.ask("document.querySelector('#later').disabled"))
    browser.press("ArrowLeft")
    browser.until(f"document.querySelector('#place').textContent === '{count - 1} of {count}'")
    named(browser, "story")
    readable(browser, "story")
    check("no complaints: " + "; ".join(browser.complaints()), not browser.complaints())


def without_scripts(browser, address):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(address)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    check("without scripts the table is there", browser.ask("document.querySelector('#deals table').offsetHeight") > 200)
    check("and every scene", browser.ask("[...document.querySelectorAll('.scene')].every(e => e.offsetHeight > 100)"))


def look(browser, address, folder):
    for width, height in ((390, 844), (1280, 720), (1920, 1080)):
        for dark in (False, True):
            name = f"{width}x{height}{'-dark' if dark else ''}"
            browser.size(width, height, dark, mobile=width < 500)
            browser.open(address + "#scene=3")
            browser.until("document.querySelector('.scene.now')")
            browser.picture(folder / f"story-{name}.png")
            browser.click("document.querySelector('[data-view=network]')")
            browser.picture(folder / f"network-{name}.png")
            browser.click(NODE + ".querySelector('circle')")
            browser.until("document.querySelector('#panel.open')")
            browser.picture(folder / f"details-{name}.png")
            check(f"nothing is wider than {width}", browser.ask("document.documentElement.scrollWidth") <= width)


def main():
    found = shutil.which("chromium") or shutil.which("chromium-headless-shell")
    if not found:
        print("skipped: no chromium here")
        return 77
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        story, picture = folder / "story.html", folder / "picture.html"
        subprocess.run([sys.argv[1], "present", "--export", story], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([sys.argv[1], "export", "--tier", "3", "-o", picture], check=True, stdout=subprocess.DEVNULL)
        browser = Browser(found, folder / "profile")
        try:
            use_network(browser, story.as_uri())
            use_network(browser, picture.as_uri())
            use_story(browser, story.as_uri())
            without_scripts(browser, story.as_uri())
            shots = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else folder
            shots.mkdir(exist_ok=True)
            look(browser, story.as_uri(), shots)
        finally:
            browser.close()
    for failure in dict.fromkeys(failures):
        print("FAILED:", failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
