"""What does the same work cost with other tools? 2,800 codes; CPU seconds (user + system), megabytes, in one run.

    python3 tests/peers.py target/release/tenpho

needs segno and typst in the Python that runs it, and glabels-3-batch and xvfb-run on the path; what is absent is left out.
"""

import csv
import io
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import textwrap

BASE_URL = "https://qr.haiphong.gov.vn"

SEGNO = """
import csv, pathlib, segno, sys
form = sys.argv[1]
pathlib.Path(form).mkdir()
for row in csv.DictReader(open("signs.csv", encoding="utf-8")):
    segno.make(row["link"], error="h", micro=False, boost_error=False).save(f"{form}/{row['code']}.{form}", scale=3.1, border=4)
"""

TYPST = """
import typst
typst.compile("sheets.typ", output="typst.pdf")
"""

# Four plates a sheet, as ours: the ready-made SVG, the name and the code.
TYPST_SHEETS = """
#set page(width: 420mm, height: 297mm, margin: 20mm)
#set text(size: 14pt)
#for four in csv("signs.csv", row-type: dictionary).chunks(4) {
  page(grid(columns: 2, gutter: 12mm, ..four.map(sign => box(width: 180mm, height: 120mm)[
    #image("svg/" + sign.code + ".svg", width: 115mm)
    #sign.place_name #sign.code
  ])))
}
"""

GLABELS = """<?xml version="1.0"?>
<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">
  <Template brand="Peer" part="A3" size="Other" width="420mm" height="297mm">
    <Label-rectangle id="0" width="180mm" height="120mm" round="0mm" x_waste="0mm" y_waste="0mm">
      <Layout nx="2" ny="2" x0="24mm" y0="22.5mm" dx="192mm" dy="132mm"/>
    </Label-rectangle>
  </Template>
  <Objects id="0" rotate="False">
    <Object-barcode a0="1" a1="0" a2="0" a3="1" a4="0" a5="0" x="15mm" y="15mm" w="90mm" h="90mm" backend="libqrencode" style="IEC18004" text="False" checksum="False" color="0x000000ff" field="link"/>
    <Object-text a0="1" a1="0" a2="0" a3="1" a4="0" a5="0" x="122mm" y="15mm" w="52mm" h="40mm" justify="left" valign="top" auto_shrink="False"><Span font_family="Sans" font_size="14" font_weight="Regular" font_italic="False" line_spacing="1" color="0x000000ff"><Field name="place_name"/> <Field name="code"/></Span></Object-text>
  </Objects>
  <Merge type="Text/Comma/Line1Keys" src="signs.csv"/>
</Glabels-document>
"""


def measure(folder, *command):
    """CPU seconds of a command with all its children, and the peak of its largest process in MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    told = child.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        return None, None, textwrap.shorten(told, 120)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, usage.ru_maxrss / 1024, ""


def weight(*paths):
    every = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))]
    return sum(file.stat().st_size for file in every if file.is_file()) / 1e6


def main(program):
    program = str(pathlib.Path(program).resolve())
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        tenpho = [program, "--base-url", BASE_URL]
        signs = subprocess.run([*tenpho, "export", "signs"], cwd=folder, check=True, capture_output=True).stdout
        (folder / "signs.csv").write_bytes(signs)
        count = len(list(csv.DictReader(io.StringIO(signs.decode()))))
        (folder / "with_segno.py").write_text(SEGNO)
        (folder / "with_typst.py").write_text(TYPST)
        (folder / "sheets.typ").write_text(TYPST_SHEETS)
        (folder / "sheets.glabels").write_text(GLABELS)
        python = sys.executable
        work = [
            ("tenpho, PDF, A3 sheets, no proof", [*tenpho, "print", "--all", "--no-proof", "--out", "ours.pdf"], "ours.pdf"),
            ("tenpho, the same once more", [*tenpho, "print", "--all", "--no-proof", "--out", "ours.pdf"], "ours.pdf"),
            ("segno, SVG, a file each", [python, "with_segno.py", "svg"], "svg"),
            ("segno, PDF, a file each", [python, "with_segno.py", "pdf"], "pdf"),
            ("typst, PDF, A3 sheets of these SVGs", [python, "with_typst.py"], "typst.pdf"),
        ]
        if shutil.which("glabels-3-batch") and shutil.which("xvfb-run"):
            work.append(("glabels, PDF, A3 sheets", ["xvfb-run", "-a", "glabels-3-batch", "-o", "glabels.pdf", "sheets.glabels"], "glabels.pdf"))
        print(f"| {count:,} codes | CPU s | peak MiB | MB | our CPU is less by |")
        print("|---|---|---|---|---|")
        ours = None
        for what, command, made in work:
            cpu, peak, why = measure(folder, *command)
            if cpu is None:
                print(f"| {what} | – | – | – | {why} |")
                continue
            ours = cpu if what.startswith("tenpho") else ours
            ratio = "" if what.startswith("tenpho") else f"{cpu / ours:.0f}×" if cpu / ours >= 10 else f"{cpu / ours:.1f}×"
            print(f"| {what} | {cpu:.2f} | {peak:.0f} | {weight(folder / made):.2f} | {ratio} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
