"""Every procedure opens in bpmn-js, the viewer most people have, and shows everything it says."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

import korpu
from korpu.engines.procedure.api import load_library
from korpu.engines.procedure.bpmn import MODEL, bpmn
from korpu.kernel.texts import LANGUAGES

pytestmark = pytest.mark.browser
PACKAGE = Path(korpu.__file__).parent
VIEWER = PACKAGE / "foundations/ui/assets/node_modules/bpmn-js/dist/bpmn-viewer.production.min.js"
OPEN = """async xml => {
  const viewer = new BpmnJS({container: '#canvas'});
  try {
    const {warnings} = await viewer.importXML(xml);
    const shown = viewer.get('elementRegistry').getAll();
    return {warnings: warnings.map(each => each.message), shown: shown.map(each => each.id),
            drawn: (await viewer.saveSVG()).svg.length};
  } catch (error) {
    return {warnings: [error.message, ...(error.warnings || []).map(String)], shown: [], drawn: 0};
  } finally {
    viewer.destroy();
  }
}"""


def test_every_procedure_opens_in_bpmn_js_without_a_warning_and_whole(browser: Browser) -> None:
    if not VIEWER.exists():
        pytest.skip("bpmn-js is not installed: run `uv sync` where npm can be reached")
    library = load_library(PACKAGE / "jurisdictions" / "az")
    page = browser.new_page()
    page.set_content('<div id="canvas" style="width: 1200px; height: 800px"></div>')
    page.add_script_tag(path=VIEWER)
    for number, procedure in enumerate(library.current(date(2026, 6, 1))):
        text = bpmn(procedure, LANGUAGES[number % len(LANGUAGES)])
        found = page.evaluate(OPEN, text)
        assert found["warnings"] == [], procedure.id
        process = ET.fromstring(text).find(f"{{{MODEL}}}process")
        assert process is not None
        said = {each.get("id") for each in process if each.get("id")}
        assert said <= set(found["shown"]), procedure.id
        assert found["drawn"] > 1000
    page.close()
