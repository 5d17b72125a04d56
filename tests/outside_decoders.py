"""Reads all 2,800 symbols from the rasterised sheets with zbar and zxing-cpp, and compares them with the export."""

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

import PIL.Image
import zxingcpp

BASE_URL = "https://qr.haiphong.gov.vn"
# zbar reads a sharp raster at one resolution and trips over it at another: a page that is not read whole is drawn again.
DOTS_AN_INCH = (100, 150, 72)
PAGES_AT_A_TIME = 25


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


def main(program):
    program = str(pathlib.Path(program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        def tenpho(*arguments):
            return run(program, "--base-url", BASE_URL, *arguments, cwd=folder)

        export = csv.DictReader(io.StringIO(tenpho("export", "signs").decode()))
        expected = sorted(row["link"] for row in export)
        tenpho("print", "--all", "--out", "sheets.pdf")
        tenpho("print", "--all", "--out", "again.pdf")
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
    main(sys.argv[1])
