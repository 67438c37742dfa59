"""Renders XHTML to PDF for as long as its input lasts, with one compiler that keeps its fonts and caches.

A message is a count of parts, then each part after its length, each number four bytes, the highest first. First
comes the stylesheet, then jobs: XHTML, date, author, and the attachment's name, description and text. The answer to
each is `done` and the file, empty for the stylesheet, or `fault`, a code, and the names and values of its facts.
"""

import datetime
import importlib.util
import os
import pathlib
import re
import resource
import struct
import sys
import tempfile
from xml.parsers import expat

# A document that needs more is none of ours, and must not take the machine down with it.
MEMORY = 2 << 30
STANDARDS = ["a-3a", "ua-1"]
JOB = ("xhtml", "date", "author", "attachment-name", "attachment-description", "attachment")


def number(stream):
    data = stream.read(4)
    if len(data) < 4:
        sys.exit()
    return struct.unpack(">I", data)[0]


def receive(stream):
    return [stream.read(number(stream)) for _ in range(number(stream))]


def send(stream, *parts):
    parts = [part.encode() if isinstance(part, str) else part for part in parts]
    stream.write(struct.pack(">I", len(parts)))
    for part in parts:
        stream.write(struct.pack(">I", len(part)) + part)
    stream.flush()


class Fault(Exception):
    def __init__(self, code, **facts):
        self.parts = ["fault", code, *(part for fact in facts.items() for part in fact)]


class Renderer:
    def __init__(self, stylesheet):
        fonts = importlib.util.find_spec("font_source_sans_pro")
        if importlib.util.find_spec("typst") is None or fonts is None:
            raise Fault("COMPONENT_MISSING")
        import typst

        self.error = typst.TypstError
        # A stylesheet in a file is parsed once, one given with each job each time. No other file can be read.
        self.folder = tempfile.TemporaryDirectory()
        path = pathlib.Path(self.folder.name, "page.typ")
        path.write_bytes(stylesheet)
        self.compiler = typst.Compiler(
            path,
            root=self.folder.name,
            font_paths=[fonts.submodule_search_locations[0] + "/files"],
            ignore_system_fonts=True,
        )

    def render(self, parts):
        job = {name: part.decode() for name, part in zip(JOB, parts, strict=True)}
        moment = datetime.datetime.fromisoformat(job["date"]).replace(tzinfo=datetime.timezone.utc)
        try:
            pdf, warnings = self.compiler.compile_with_warnings(
                format="pdf", pdf_standards=STANDARDS, timestamp=moment, sys_inputs=job
            )
        except self.error as error:
            raise fault(error, parts[0], parts[5]) from None
        if warnings:
            raise Fault("PDF_REFUSED", reason=warnings[0].message)
        return with_row_headers(pdf)


ELEMENT = b"<</Type/StructElem/S/"
CELL = re.compile(rb"(\d+) 0 obj\n" + ELEMENT + rb"(TD|TH|Quote)(/[^\n]*)")
HEADERS = re.compile(rb"/Headers\[[^]]*\]")


def with_row_headers(pdf):
    """Makes header cells of those that hold an inline quote, which the stylesheet sets for headers of rows alone.

    Typst can say this itself only behind a switch that its wheel lacks. Each change keeps its length, so that every
    offset in the file stays true. The lists of header cells give way to the scopes, which now tell all.
    """
    # The tags lie together, a fifth of the file; the rest need not be searched.
    start, end = pdf.find(ELEMENT), pdf.find(b"\n", pdf.rfind(ELEMENT))
    start = pdf.rfind(b"endobj", 0, max(start, 0)) + 1
    tags = pdf[start:end]
    rows = set(re.findall(rb"/S/Quote/P (\d+) 0 R", tags))
    if not rows:
        return pdf

    def tag(match):
        number, kind, rest = match.groups()
        if kind == b"Quote":
            kind = b"Span "
        elif number in rows:
            kind = b"TH"
        scope = b"/Scope/Row" if number in rows else b""
        if b"/Headers" in rest:
            rest = HEADERS.sub(lambda found: scope.ljust(len(found[0])), rest)
        return number + b" 0 obj\n" + ELEMENT + kind + rest

    return pdf[:start] + CELL.sub(tag, tags) + pdf[end:]


def fault(error, page, source):
    """What the compiler found, as a fact about the document: the field of its source, else a place on the page."""
    missing = re.search(r'the text `"(.*)"` could not be displayed', error.message)
    if not missing:
        reason = error.message.removeprefix("panicked with: ")
        return Fault("PDF_REFUSED", reason=" ".join([reason, *error.hints]))
    text = re.sub(r"\\u\{(\w+)\}", lambda match: chr(int(match[1], 16)), missing[1])
    line, field = source and place(source, text[0], path) or place(page, text[0], label) or (0, "")
    return Fault("PDF_CHARACTER", character=f"U+{ord(text[0]):04X}", field=field, line=str(line))


def place(document, character, name):
    """The line of a character and what its place is called, or nothing where it is not."""
    parser = expat.ParserCreate()
    open_elements, found, term = [], [], []

    def start(element, attributes):
        open_elements.append((element, attributes.get("class", element)))
        if element == "dt":
            term.clear()
        for attribute, value in attributes.items():
            if character in value and not found:
                found.extend([parser.CurrentLineNumber, name(open_elements, term) + "/@" + attribute])

    def text(data):
        if any(element == "dt" for element, _ in open_elements):
            term.append(data)
        if character in data and not found:
            found.extend([parser.CurrentLineNumber, name(open_elements, term)])

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_elements.pop()
    parser.CharacterDataHandler = text
    parser.Parse(document, True)
    return found


def path(open_elements, _):
    return "/".join(element for element, _ in open_elements)


def label(open_elements, term):
    """A definition's term, else a class, else an element."""
    names = [element for element, _ in open_elements]
    called = [given for element, given in open_elements if given != element]
    return " ".join(("".join(term) if "dd" in names else (called or names)[-1]).split())


def main(source, sink):
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    renderer = None
    while True:
        parts = receive(source)
        try:
            if renderer is None:
                renderer = Renderer(*parts)
                send(sink, "done", b"")
            else:
                send(sink, "done", renderer.render(parts))
        except Fault as fault:
            send(sink, *fault.parts)
        except BrokenPipeError:
            return
        except Exception as error:
            send(sink, "fault", "PDF_REFUSED", "reason", f"{type(error).__name__}: {error}")


main(sys.stdin.buffer, sys.stdout.buffer)
