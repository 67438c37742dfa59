import Foundation
import Glibc

/// What Debian's PDF tools find in a file, and the rules of PDF/A-3 and PDF/UA-1 that our documents rest on.
///
/// There is no complete checker to install; the compiler enforces the rest.
struct PDFInspection {
  /// What a document says of itself and must find again in its PDF.
  struct Expectation {
    var title: String
    var language = "sv-SE"
    /// As in `2028-01-24`.
    var date: String
    var attachment: [UInt8]?
  }

  let metadata: String
  /// The tags with their texts, as `pdfinfo -struct-text` shows them, which snapshots compare.
  let tagTree: String
  let text: String
  let pageTexts: [String]
  /// The rightmost edge of any word, in points from the left of the page.
  let widestLine: Double
  private let boxes: String
  private let objects: PDFObjects
  private let check: String
  private let attachment: [UInt8]?

  init(_ pdf: [UInt8]) throws {
    let folder = URL.temporaryDirectory.appending(path: "pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "document.pdf")
    try Data(pdf).write(to: file)
    func run(_ tool: String, _ options: String..., last: String? = nil) throws -> String {
      String(
        decoding: try Tool.output(tool, options + [file.path] + [last].compactMap { $0 }), as: UTF8.self)
    }
    metadata = try run("pdfinfo", "-meta")
    tagTree = try run("pdfinfo", "-struct-text")
    text = try run("pdftotext", "-layout", last: "-")
    pageTexts = text.split(separator: "\u{C}").map(String.init)
    check = try run("qpdf", "--check")
    boxes = try run("pdftotext", "-bbox", last: "-")
    widestLine = boxes.matches(of: /xMax="([0-9.]+)"/).compactMap { Double($0.1) }.max() ?? 0
    objects = try PDFObjects(
      try Tool.output(
        "qpdf",
        ["--json", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", file.path]))
    let attached = folder.appending(path: "attached")
    _ = try? Tool.output("pdfdetach", ["-save", "1", "-o", attached.path, file.path])
    attachment = (try? Data(contentsOf: attached)).map(Array.init)
  }

  /// Every rule that the file breaks, by its name with what breaks it; empty for a good file.
  func faults(_ expected: Expectation) -> [String] {
    var faults: [String] = []
    func rule(_ name: String, _ holds: Bool) { if !holds { faults.append(name) } }
    func rule(_ name: String, _ offenders: [String]) { faults += offenders.map { "\(name): \($0)" } }

    let catalogue = objects.catalogue
    rule("qpdf finds no damage", check.contains("No syntax or stream encoding errors found"))
    rule(
      "names PDF/A-3a",
      metadata.contains("<pdfaid:part>3<") && metadata.contains("<pdfaid:conformance>A<"))
    rule("names PDF/UA-1", metadata.contains("<pdfuaid:part>1<"))
    rule("has its title in XMP", metadata.contains(">\(escaped(expected.title))</rdf:li>"))
    rule("is dated by the document", metadata.contains("<xmp:CreateDate>\(expected.date)"))
    rule("shows its title", catalogue["/ViewerPreferences"]["/DisplayDocTitle"].isTrue)
    rule("names its language", catalogue["/Lang"].text == expected.language)
    rule("is marked", catalogue["/MarkInfo"]["/Marked"].isTrue && !catalogue["/MarkInfo"]["/Suspects"].isTrue)
    rule(
      "has an output intent with a profile",
      catalogue["/OutputIntents"].items.contains {
        $0["/S"].text == "/GTS_PDFA1" && $0["/DestOutputProfile"].exists
      })
    rule("runs nothing", !catalogue["/OpenAction"].exists && !catalogue["/AA"].exists)
    rule("embeds its fonts", fontsNotEmbedded)
    rule("is A4", objects.pages.filter { !$0.isA4 }.map { "\($0["/MediaBox"])" })
    rule("has tab order by structure", objects.pages.filter(\.hasLostTabOrder).map { _ in "a page" })
    rule("marks all text as content or decoration", objects.pages.flatMap { unmarkedText(on: $0) })

    let tags = objects.tags
    rule("has tags", !tags.isEmpty && catalogue["/StructTreeRoot"]["/ParentTree"].exists)
    rule("uses standard tags", tags.map(\.standardName).filter { !Self.standardTags.contains($0) })
    // Beside a new heading the column of the present wording is empty.
    rule("has no empty tag", tags.filter { $0.isEmpty && !["TD", "TH"].contains($0.name) }.map(\.name))
    rule("has headings in order", headingJumps(tags.compactMap(\.headingLevel)))
    rule("gives header cells a scope", tags.filter { $0.name == "TH" && $0.scope == nil }.map(\.description))
    rule(
      "has header cells in tables", tags.filter { $0.name == "Table" && !$0.holds("TH") }.map(\.description))
    rule("has rows of one width", tags.filter { $0.name == "Table" }.filter(\.isRagged).map(\.description))
    rule(
      "describes figures", tags.filter { $0.name == "Figure" && ($0.alternative ?? "").isEmpty }.map(\.name))
    rule(
      "has lists of items",
      tags.filter { $0.name == "L" }.flatMap(\.children).map(\.name).filter { $0 != "LI" && $0 != "Caption" })
    rule("describes links", objects.annotations.filter { !$0["/Contents"].exists }.map { "\($0)" })
    rule("carries its source", attachment == expected.attachment)
    if expected.attachment != nil {
      rule("names the source", catalogue["/AF"].items.map { $0["/AFRelationship"].text } == ["/Source"])
    }
    return faults
  }

  /// The words of the recipient that do not lie in the window of the envelope, which is 78 by 33 mm at 117 and 45.
  var wordsOutsideTheWindow: [String] {
    let page = boxes.prefix(upTo: boxes.firstRange(of: "</page>")?.lowerBound ?? boxes.endIndex)
    let word = /xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)/
    return page.matches(of: word).compactMap { word in
      let edges = [word.1, word.2, word.3, word.4].compactMap(Double.init).map { $0 / 72 * 25.4 }
      // Nothing else stands at the right between the letterhead and the heading.
      guard edges[0] > 100, edges[1] > 40, edges[1] < 87 else { return nil }
      // A box rises above the letters of its first line.
      let isInside = edges[0] > 116.9 && edges[1] > 44.5 && edges[2] <= 195 && edges[3] <= 78
      return isInside ? nil : "\(word.5) \(edges)"
    }
  }

  /// What each header cell heads, in reading order: `/Row` or `/Column`.
  var headerScopes: [String] { objects.tags.filter { $0.name == "TH" }.compactMap(\.scope) }

  private var fontsNotEmbedded: [String] {
    objects.all(ofType: "/FontDescriptor")
      .filter { !["/FontFile", "/FontFile2", "/FontFile3"].contains(where: $0.has) }
      .map { $0["/FontName"].text ?? "a font" }
  }

  private func headingJumps(_ levels: [Int]) -> [String] {
    guard !levels.isEmpty else { return ["no heading"] }
    return zip([0] + levels, levels).filter { $1 > $0 + 1 }.map { "H\($1) after H\($0)" }
  }

  /// Text that is shown outside every marked sequence.
  private func unmarkedText(on page: PDFValue) -> [String] {
    var depth = 0
    var offenders: [String] = []
    for token in page.content.split(whereSeparator: \.isWhitespace) {
      switch token {
      case "BDC", "BMC": depth += 1
      case "EMC": depth -= 1
      case "Tj", "TJ": if depth == 0 { offenders.append("text") }
      default: break
      }
    }
    return offenders
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static let standardTags: Set<String> = [
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
    "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure",
    "Formula",
  ]
}

/// Runs a program that the tests need beside our own.
enum Tool {
  static func output(_ name: String, _ arguments: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.bytesToEnd()
    process.waitUntilExit()
    return Array(bytes)
  }
}

extension FileHandle {
  /// Everything up to the end; a signal that interrupts the wait, as the end of another child does, is no end.
  func bytesToEnd() -> Data {
    var all = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(fileDescriptor, &buffer, buffer.count)
      if count > 0 {
        all.append(contentsOf: buffer[..<count])
      } else if count == 0 || errno != EINTR {
        return all
      }
    }
  }
}
