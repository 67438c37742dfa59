"""Typst alone, as the shortest program would use it: the baseline of `trygg-bench documents`.

    typst_loop.py FOLDER STYLESHEET RESULT DATE AUTHOR DESCRIPTION

FOLDER holds the pages, NAME.xhtml with its source NAME.xml. RESULT gets the seconds of the loop and the bytes of all PDF;
the start, the reading and the first fifty pages come before the clock.
"""

import datetime
import importlib.util
import os
import pathlib
import sys
import time

# As our workers do, so that a core stands against a core.
os.environ["RAYON_NUM_THREADS"] = "1"
import typst  # noqa: E402

folder, stylesheet, result, date, author, description = sys.argv[1:]
fonts = importlib.util.find_spec("font_source_sans_pro").submodule_search_locations[0] + "/files"
compiler = typst.Compiler(
    stylesheet, root=os.path.dirname(stylesheet), font_paths=[fonts], ignore_system_fonts=True
)
moment = datetime.datetime.fromisoformat(date).replace(tzinfo=datetime.timezone.utc)
pages = [
    {
        "xhtml": page.read_text(),
        "date": date,
        "author": author,
        "attachment-name": page.stem + ".xml",
        "attachment-description": description,
        "attachment": page.with_suffix(".xml").read_text(),
    }
    for page in sorted(pathlib.Path(folder).glob("*.xhtml"))
]


def run(pages):
    size = 0
    for page in pages:
        size += len(
            compiler.compile(
                format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=moment, sys_inputs=page
            )
        )
    return size


run(pages[:50])
start = time.monotonic()
size = run(pages)
pathlib.Path(result).write_text(f"{time.monotonic() - start} {size}")
