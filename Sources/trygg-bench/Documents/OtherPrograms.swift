import CLibXML
import Documents
import Foundation

/// The same statement by programs that others wrote, where they are installed (`make bench` installs them).
struct OtherPrograms {
  private let scene: Scene
  private let sample: StatementSample
  private static let folder = "Tests/Benchmarks"
  private static let count = 60

  init(_ scene: Scene, _ sample: StatementSample) {
    self.scene = scene
    self.sample = sample
  }

  func measure() throws -> Results {
    var results = Results(
      "The same statement by other programs, one core", baseline: "none",
      budget: "none: what to compare our rates with", [.init("documents/s", "perSecond", decimals: 1)])
    func append(_ name: String, _ measure: () throws -> (seconds: Double, version: String)) {
      do {
        let measured = try measure()
        results.append("\(name) \(measured.version)", 1 / measured.seconds)
      } catch {
        scene.note("\(name): \(error)")
        results.append(name, nil)
      }
    }
    append("XHTML by xsltproc, a process for each, libxslt", xsltproc)
    append("PDF/UA-1 by WeasyPrint", weasyPrint)
    append("PDF/A-3a and PDF/UA-1 by Apache FOP, one warm process,", fop)
    return results
  }

  private func xsltproc() throws -> (seconds: Double, version: String) {
    let folder = scene.path("xml")
    try write(to: folder, suffix: "xml", \.xml)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let time = try Duration.of {
      for file in files {
        _ = try ChildProcess.succeeding(
          "/usr/bin/xsltproc",
          ["--stringparam", "language", "sv", OtherPrograms.folder + "/xsltproc.xsl", folder + "/" + file])
      }
    }
    return (time.inSeconds / Double(files.count), LIBXSLT_DOTTED_VERSION)
  }

  private func weasyPrint() throws -> (seconds: Double, version: String) {
    let (folder, result) = (scene.path("html"), scene.path("weasyprint"))
    let renderer = sample.renderer(workers: 1)
    try write(to: folder, suffix: "html") { try renderer.render($0, as: .html) }
    return try OtherPrograms.run(
      ".venv-bench/bin/python", ["-I", OtherPrograms.folder + "/weasyprint_loop.py", folder, result], result)
  }

  private func fop() throws -> (seconds: Double, version: String) {
    let (folder, result) = (scene.path("fop"), scene.path("fop-result"))
    try write(to: folder, suffix: "xhtml") { document in
      let page = try sample.templates.render(
        document.xml, by: "html/statement.xsl", in: .swedish, parameters: ["medium": "page"])
      // Java would fetch what the DOCTYPE names.
      let text = String(decoding: page, as: UTF8.self)
      return Array(text[(text.firstRange(of: "<html")?.lowerBound ?? text.startIndex)...].utf8)
    }
    let configuration = scene.path("fop.xconf")
    try String(contentsOfFile: OtherPrograms.folder + "/fop.xconf", encoding: .utf8)
      .replacing("FONTS", with: "file://" + (try fonts()))
      .write(toFile: configuration, atomically: true, encoding: .utf8)
    return try OtherPrograms.run(
      "/usr/bin/java",
      [
        "-cp", "/usr/share/java/*", OtherPrograms.folder + "/Fop.java", folder,
        OtherPrograms.folder + "/fo.xsl", configuration, result,
      ], result)
  }

  /// The folder of the font that the PDF worker sets text in.
  private func fonts() throws -> String {
    let library = URL(filePath: sample.python).absoluteURL.deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lib")
    let version = try FileManager.default.contentsOfDirectory(atPath: library.path).first ?? ""
    return library.appending(path: "\(version)/site-packages/font_source_sans_pro/files").path
  }

  private func write(
    to folder: String, suffix: String, _ bytes: (IssuedDocument) throws -> [UInt8]
  ) throws {
    try sample.write(sample.documents.prefix(OtherPrograms.count), to: folder, suffix: suffix, bytes)
  }

  /// Runs a program that writes seconds and version into a file.
  private static func run(
    _ program: String, _ arguments: [String], _ result: String
  ) throws -> (seconds: Double, version: String) {
    _ = try ChildProcess.succeeding(program, arguments)
    let words = try String(contentsOfFile: result, encoding: .utf8).split(separator: " ")
    guard words.count == 2, let seconds = Double(words[0]) else { throw Unreadable() }
    return (seconds, String(words[1]))
  }

  struct Unreadable: Error {}
}
