import Documents
import Foundation
import Register

/// Issued statements for measuring, each as its document, as HTML and as the page that Typst sets.
struct StatementSample {
  static let year = 2027
  static let now = "2028-01-24T10:00"

  let register: GeneratedRegister
  let documents: [IssuedDocument]
  let templates: TemplateSet
  let python: String

  private static let templateFolder = "Templates"

  /// Makes a register whose members all have been granted, and issues their statements.
  init(of count: Int, in scene: Scene) throws {
    register = try scene.makeRegister(
      "sample", RegisterPlan(rings: count / RegisterPlan.membersPerRing, occasionsPerRing: 0))
    try register.grantEveryone(StatementSample.year, under: scene.parameters)
    let folder = scene.path("sample")
    _ = try ChildProcess.succeeding(
      scene.trygg, StatementSample.command(into: folder, as: "xml", from: register))
    let day = try Moment(parsing: StatementSample.now).day
    documents = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { file in
      guard file.hasSuffix(".xml"), let number = DocumentNumber(String(file.dropLast(4))),
        let xml = FileManager.default.contents(atPath: folder + "/" + file)
      else { return nil }
      return IssuedDocument(number: number, kind: "statement", issuedOn: day, xml: Array(xml))
    }
    templates = TemplateSet(folders: [StatementSample.templateFolder])
    python = PDFRenderer.python(
      environment: ProcessInfo.processInfo.environment, besideTemplates: StatementSample.templateFolder)
  }

  /// The words of the command that writes the statements of a register.
  static func command(into folder: String, as form: String, from register: GeneratedRegister) -> [String] {
    [
      "year", "statements", "\(year)", "--out", folder, "--form", form, "--register", register.path, "--now",
      now,
    ]
  }

  func renderer(workers: Int) -> DocumentRenderer {
    DocumentRenderer(templates: templates, python: python, in: .swedish, workers: workers)
  }

  /// Writes a file for each of some documents.
  func write(
    _ documents: some Sequence<IssuedDocument>, to folder: String, suffix: String,
    _ bytes: (IssuedDocument) throws -> [UInt8]
  ) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for document in documents {
      try Data(bytes(document)).write(to: URL(filePath: "\(folder)/\(document.number).\(suffix)"))
    }
  }
}
