"""WeasyPrint over the statements as HTML, beside `trygg-bench documents`.

    weasyprint_loop.py FOLDER RESULT

RESULT gets the seconds a document and the version; two documents come before the clock.
"""

import pathlib
import sys
import time

import weasyprint

folder, result = sys.argv[1:]
pages = [page.read_text() for page in sorted(pathlib.Path(folder).glob("*.html"))[:32]]


def run(pages):
    for page in pages:
        assert weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1").startswith(b"%PDF")


run(pages[:2])
start = time.monotonic()
run(pages[2:])
seconds = (time.monotonic() - start) / len(pages[2:])
pathlib.Path(result).write_text(f"{seconds} {weasyprint.__version__}")
