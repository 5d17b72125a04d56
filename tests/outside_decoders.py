"""Reads all symbols from the rasterised sheets with zbar and zxing-cpp, and compares them with the export; then those of a
street from every other format, drawn by programs that are not ours. With `--all` as a second argument those of every sign.
"""

import concurrent.futures
import csv
import hashlib
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib

import ezdxf
import PIL.Image
import PIL.ImageChops
import PIL.ImageDraw
import zxingcpp

BASE_URL = "https://qr.haiphong.gov.vn"
# zbar reads a sharp raster at one resolution and trips over it at another: a page that is not read whole is drawn again.
DOTS_AN_INCH = (100, 150, 72)
PAGES_AT_A_TIME = 25
STREET = "le-chan"
DOTS_A_MM = 8


def run(*arguments, cwd=None):
    return subprocess.run(arguments, cwd=cwd, check=True, capture_output=True).stdout


def read_pages(sheets, first, last, expected, dots=DOTS_AN_INCH):
    """The payloads on some pages, as zbar and as zxing-cpp read them."""
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-gray", "-r", str(dots[0]), "-f", str(first), "-l", str(last), str(sheets), f"{folder}/page")
        pages = sorted(pathlib.Path(folder).iterdir())
        zbar = set(run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *map(str, pages)).decode().split())
        zxing = {found.text for page in pages for found in zxingcpp.read_barcodes(PIL.Image.open(page))}
    if dots[1:] and (len(zbar) < expected or len(zxing) < expected):
        again = read_pages(sheets, first, last, expected, dots[1:])
        return zbar | again[0], zxing | again[1]
    return zbar, zxing


def content_streams(pdf):
    for found in re.finditer(rb"<<([^<>]*(?:<<[^<>]*>>[^<>]*)*)>>\s*stream\r?\n", pdf):
        stream = pdf[found.end() : pdf.index(b"endstream", found.end())]
        if b"/FlateDecode" in found.group(1) and b"/Length1" not in found.group(1):
            yield zlib.decompressobj().decompress(stream)


def draw_eps(path, folder):
    picture = pathlib.Path(folder, f"{path.stem}.png")
    run("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dEPSCrop", "-sDEVICE=pnggray", "-r200", "-o", str(picture), str(path))
    with PIL.Image.open(picture) as drawn:
        return drawn.convert("L")


def draw_dxf(path, _folder):
    """Fills the polylines of symbol and text by the even-odd rule, as a laser's own program does."""
    drawing = ezdxf.readfile(path)
    width, height, _ = drawing.header["$EXTMAX"]
    size = (round(width * DOTS_A_MM), round(height * DOTS_A_MM))
    filled = PIL.Image.new("1", size)
    # Picked by hand: the library's own queries are parsed by something that two threads must not use at once.
    for line in drawing.modelspace():
        if line.dxftype() != "LWPOLYLINE" or line.dxf.layer not in ("SYMBOL", "TEXT"):
            continue
        assert line.closed, path
        one = PIL.Image.new("1", size)
        points = [(x * DOTS_A_MM - 0.5, (height - y) * DOTS_A_MM - 0.5) for x, y in line.get_points("xy")]
        PIL.ImageDraw.Draw(one).polygon(points, fill=1)
        filled = PIL.ImageChops.logical_xor(filled, one)
    return PIL.ImageChops.invert(filled.convert("L"))


def draw_svg(path, folder):
    picture = pathlib.Path(folder, f"{path.stem}-svg.png")
    run("mutool", "draw", "-q", "-c", "gray", "-r", "200", "-o", str(picture), str(path))
    with PIL.Image.open(picture) as drawn:
        return drawn.convert("L")


def draw_png(path, _folder):
    with PIL.Image.open(path) as picture:
        assert [round(dpi) for dpi in picture.info["dpi"]] == [300, 300], path
        return picture.convert("L")


def draw_tiff(path, _folder):
    with PIL.Image.open(path) as picture:
        assert picture.mode == "1" and picture.info["dpi"] == (300, 300), path
        return picture.convert("L")


def read_drawn(picture, path, folder):
    """What zbar and zxing-cpp read, at the sizes that it takes."""
    zbar = zxing = None
    for part in (1, 0.5, 0.73):
        sized = picture.resize((round(picture.width * part), round(picture.height * part)), PIL.Image.Resampling.BOX)
        saved = pathlib.Path(folder, f"{path.stem}-sized.png")
        sized.save(saved)
        found = [one.text for one in zxingcpp.read_barcodes(sized)]
        zxing = zxing or (found[0] if len(found) == 1 else None)
        told = subprocess.run(("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(saved)), capture_output=True).stdout
        zbar = zbar or (told.decode().strip() or None)
        if zbar and zxing:
            break
    return zbar, zxing


def read_other_formats(tenpho, folder, links, selection):
    """Every file holds the link of the sign that it is named after."""
    for name, draw in (("svg", draw_svg), ("eps", draw_eps), ("dxf", draw_dxf), ("png", draw_png), ("tiff", draw_tiff)):
        tenpho("print", *selection, "--format", name, "--dpi", "300", "--no-proof", "--out", name)
        paths = sorted(pathlib.Path(folder, name).glob(f"*.{name}"))
        with tempfile.TemporaryDirectory() as drawn, concurrent.futures.ThreadPoolExecutor(2) as both_cores:
            read = list(both_cores.map(lambda path: read_drawn(draw(path, drawn), path, drawn), paths))
        for path, both in zip(paths, read, strict=True):
            assert both == (links[path.stem], links[path.stem]), f"{path.name}: {both}"
        assert paths, f"no {name} was printed"
        print(f"{name}: {len(paths)} of {len(paths)} symbols read by both as exported")


def main(program, selection=("--street", STREET)):
    program = str(pathlib.Path(program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        def tenpho(*arguments):
            return run(program, "--base-url", BASE_URL, *arguments, cwd=folder)

        links = {row["code"]: row["link"] for row in csv.DictReader(io.StringIO(tenpho("export", "signs").decode()))}
        expected = sorted(links.values())
        read_other_formats(tenpho, folder, links, selection)
        tenpho("print", "--all", "--out", "sheets.pdf")
        tenpho("print", "--all", "--proof", "clean", "--out", "again.pdf")
        sheets = pathlib.Path(folder, "sheets.pdf")
        pdf = sheets.read_bytes()
        assert hashlib.sha256(pdf).digest() == hashlib.sha256(pathlib.Path(folder, "again.pdf").read_bytes()).digest(), "two runs, two files"
        run("qpdf", "--check", str(sheets))
        streams = list(content_streams(pdf))
        rgb = [stream for stream in streams if re.search(rb"(?:^|\s)(?:rg|RG)(?:\s|$)", stream) and b" re" in stream]
        assert len(streams) >= 700 and not rgb, f"{len(rgb)} of {len(streams)} content streams use RGB"
        pages = int(re.search(rb"Pages:\s+(\d+)", run("pdfinfo", str(sheets))).group(1))
        chunks = [(first, min(first + PAGES_AT_A_TIME - 1, pages)) for first in range(1, pages + 1, PAGES_AT_A_TIME)]
        with concurrent.futures.ThreadPoolExecutor(2) as both_cores:
            per_page = -(-len(expected) // pages)
            wanted = [min(last * per_page, len(expected)) - (first - 1) * per_page for first, last in chunks]
            read = list(both_cores.map(lambda chunk, count: read_pages(sheets, *chunk, count), chunks, wanted))
    for name, found in (("zbar", [one for zbar, _ in read for one in zbar]), ("zxing-cpp", [one for _, zxing in read for one in zxing])):
        assert sorted(found) == expected, f"{name}: {len(found)} read, {len(set(expected) - set(found))} missing, {len(set(found) - set(expected))} foreign"
        print(f"{name}: {len(found)} of {len(expected)} symbols on {pages} sheets read as exported")


if __name__ == "__main__":
    main(sys.argv[1], ("--all",) if "--all" in sys.argv[2:] else ("--street", STREET))
