import Foundation
import Testing

/// The pages of a PDF: the seal is of the XML within, and the pages are made again from it.
@Suite struct PageVerificationTests {
  private let file = "ut/2028-000001-7.pdf"

  private func issued() throws -> TryggProgram {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "pdf,html", now: "2028-01-24T10:00")
    return trygg
  }

  @Test("A PDF is genuine and its pages are those that the document gives")
  func same() throws {
    let trygg = try issued()
    let run = try trygg("document", "verify", file, now: "2028-02-01")
    run.expect(0, "Handlingen är äkta.", "Sidorna i PDF-filen är desamma", "9 av 12")
    try trygg.must(
      "--lang", "en", "document", "render", "--number", "2028-000001-7", "--form", "pdf", "--out", "en.pdf")
    try trygg("document", "verify", "en.pdf", now: "2028-02-01").expect(0, "desamma")
  }

  @Test("A byte changed in the pages is found, though the document within is genuine")
  func differ() throws {
    let trygg = try issued()
    var bytes = Array(try Data(contentsOf: trygg.folder.appendingPathComponent(file)))
    let place = try #require(
      Data(bytes).range(of: Data("/Producer".utf8)) ?? Data(bytes).range(of: Data("/Title".utf8)))
    bytes[place.lowerBound + 1] ^= 0x20
    try trygg.write("forged.pdf", bytes)
    let run = try trygg("--format", "json", "document", "verify", "forged.pdf", now: "2028-02-01")
    #expect(run.code == 1)
    #expect(run.json["verdict"].text == "genuine")
    #expect(run.json["pages"].text == "PAGES_DIFFER")
  }

  @Test("Without the program that makes pages, or the templates of the issue, that is what is said")
  func notCompared() throws {
    let trygg = try issued()
    let run = try trygg(
      "document", "verify", file, now: "2028-02-01", environment: ["TRYGG_PYTHON": "/nowhere/python"])
    run.expect(0, "PAGES_NO_WORKER")
    try FileManager.default.createDirectory(
      at: trygg.folder.appendingPathComponent("mallar/style"), withIntermediateDirectories: true)
    try trygg.write("mallar/style/document.css", "body { color: red }")
    // With the register the templates of the issue are found; alone there is nothing to compare with but these.
    try trygg("--templates", "mallar", "document", "verify", file, now: "2028-02-01").expect(0, "desamma")
    try FileManager.default.createDirectory(
      at: trygg.folder.appendingPathComponent("mallar/pdf"), withIntermediateDirectories: true)
    try trygg.write("mallar/pdf/page.typ", "= Nothing")
    let alone = try trygg(
      "--register", "none.db", "--templates", "mallar", "document", "verify", file, "--key",
      "trygghetsregister.db.pub", now: "2028-02-01")
    alone.expect(0, "PAGES_OTHER_TEMPLATES")
  }

  @Test("Without poppler's pdfdetach the way to install it is told")
  func noTool() throws {
    let trygg = try issued()
    let run = try trygg("document", "verify", file, environment: ["PATH": "/nowhere"])
    run.expect(69, "pdfdetach", "apt-get install poppler-utils")
  }

  @Test("A PDF without a document within is unknown")
  func noAttachment() throws {
    let trygg = try TryggProgram()
    try trygg.write("empty.pdf", "%PDF-1.7\n%%EOF\n")
    try trygg("document", "verify", "empty.pdf").expect(1, "SEAL_MISSING")
  }

  @Test("The QR code of the pages holds the address of the check and the code, and nothing else")
  func qrCode() throws {
    let trygg = try issued()
    let shown = try trygg("--format", "json", "document", "show", "--number", "2028-000001-7")
    let code = try #require(shown.json["code"].text)
    let read = try trygg.shell("pdftoppm -r 150 -png \(file) page && zbarimg --quiet --raw page*.png")
    #expect(read.out == "https://trygghetsregistret.example.se/verifiera/\(code)\n")
    let page = try trygg.read("ut/2028-000001-7.html")
    let start = try #require(page.range(of: "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\""))
    let end = try #require(page.range(of: "</svg>", range: start.lowerBound..<page.endIndex))
    try trygg.write("qr.svg", String(page[start.lowerBound..<end.upperBound]))
    let drawn = try trygg.shell(
      "chromium --headless --no-sandbox --disable-gpu --screenshot=qr.png --window-size=400,400 qr.svg && zbarimg --quiet --raw qr.png"
    )
    #expect(drawn.out.hasSuffix("/verifiera/\(code)\n"), "\(drawn.err.suffix(300))")
  }

  @Test("The address of the service is a setting of the register")
  func address() throws {
    let trygg = try TryggProgram(register: false)
    try trygg("init", "--address", "http://ringar.example.se").expect(65, "SERVICE_ADDRESS_FORMAT")
    try trygg.must("init", "--address", "https://ringar.example.se/")
    #expect(try trygg.sql("SELECT value FROM setting WHERE key = 'address'") == "https://ringar.example.se")
  }
}
