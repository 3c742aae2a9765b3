"""LibreOffice Calc as a person uses it: opens an address, types a formula into a cell and reads what it says."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

CSV = "Text - txt - csv (StarCalc)"
OPTIONS = "44,34,76"
"""Commas, quotation marks, UTF-8."""
TYPED = f"""Sub Typed
  sheet = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, Array())
  sheet.Sheets(0).getCellByPosition(0, 0).setFormula("{{formula}}")
  sheet.storeToURL("{{place}}", Array(how("FilterName", "{CSV}"), how("FilterOptions", "{OPTIONS}")))
  StarDesktop.terminate()
End Sub
Function how(name, value)
  Dim told As New com.sun.star.beans.PropertyValue
  told.Name = name
  told.Value = value
  how = told
End Function
"""
LIBRARY = """<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element library:name="Asked"/></library:library>"""
MODULE = """<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Asked"
 script:language="StarBasic">{lines}</script:module>"""


def calc(folder: Path, *asked: str) -> None:
    """Runs Calc in a folder, under a profile of its own that stays there. Raises CalledProcessError."""
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", *asked]
    subprocess.run(command, cwd=folder, check=True, timeout=180, capture_output=True)


def typed(folder: Path, formula: str) -> str:
    """What does a cell say when this is typed into it?

    A formula in a file that is opened follows no link before its reader allows it; what is typed does.
    """
    calc(folder, "--terminate_after_init")
    said, library = folder / "said.csv", folder / "profile" / "user" / "basic" / "Standard"
    lines = TYPED.format(formula=formula.replace('"', '""'), place=said.as_uri())
    (library / "Asked.xba").write_text(MODULE.format(lines=escape(lines)), encoding="utf-8")
    (library / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    calc(folder, "macro:///Standard.Asked.Typed")
    return said.read_text(encoding="utf-8").strip()
