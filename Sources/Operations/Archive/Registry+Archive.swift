public import Documents
import Exchange
import Identity
import Register
import Store

extension Registry {
  /// Writes a year's documents as one package for an e-archive, checked on the way out.
  ///
  /// A year's documents are those that tell of its decisions, and certificates and other letters issued in it. Each goes as
  /// it was issued: the sealed XML, valid by its schema and its seal tried, and the PDF by its own templates. The package
  /// also holds the schemas, the template sets, the public keys and a description. It takes its place when it is whole.
  ///
  /// Documents of persons with protected identity lie apart, in a folder and an index of their own (decision C-96): who
  /// takes the package over decides on their secrecy. It is asked now, whatever held when they were issued.
  ///
  /// - Parameters:
  ///   - schemas: the schema of each kind of document, with its text.
  ///   - progress: gets how many more documents are done, and how many there are.
  /// - Throws: `NO_DOCUMENTS`; a fault of a component that is missing; `damaged` for a document that is not as it was issued.
  public func exportArchive(
    _ order: ArchiveOrder, with renderer: DocumentRenderer,
    validatedBy schemas: [String: (schema: RelaxNGSchema, text: [UInt8])],
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> ArchiveReport {
    var record = ActRecord(subject: String(order.year))
    try authorise(.archiveExport, record)
    return try refusing(.archiveExport, record) {
      let total = try store.read { try $0.documentCount(of: order.year) }
      guard total > 0 else { throw Refusal(.noDocuments, ["year": .count(order.year)], column: "year") }
      try renderer.preparePages()
      record.detail["documents"] = String(total)
      try log(.archiveExport, .read, record)
      let run = try ArchiveRun(order, of: self, with: renderer, schemas, keys: try sealKeys())
      var last = ""
      while let documents = try store.read({ try $0.documents(of: order.year, after: last, limit: 100) })
        .nonEmpty
      {
        last = documents.last.map { "\($0.number)" } ?? last
        try run.add(documents) { progress(1, total) }
      }
      return try run.finish()
    }
  }
}

extension Array {
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}

/// One making of a package, document by document.
private final class ArchiveRun {
  private let order: ArchiveOrder
  private let registry: Registry
  private let templates: RenderingArchive
  private let schemas: [String: (schema: RelaxNGSchema, text: [UInt8])]
  private let keys: SealKeys
  private let package: ArchivePackage
  private let catalogue: MessageCatalogue
  private let keeper: (name: String, organisation: String)
  private var report: ArchiveReport
  private var templateSets: Set<[UInt8]> = []
  /// What lies open and what lies apart.
  private let indexes: (open: SpoolFile, protected: SpoolFile)

  private static let protectedFolder = "skyddade/"

  init(
    _ order: ArchiveOrder, of registry: Registry, with renderer: DocumentRenderer,
    _ schemas: [String: (schema: RelaxNGSchema, text: [UInt8])], keys: SealKeys
  ) throws {
    self.order = order
    self.registry = registry
    self.schemas = schemas
    self.keys = keys
    templates = RenderingArchive(registry.store, current: renderer)
    catalogue = try renderer.templates.messages(.swedish)
    report = ArchiveReport(year: order.year)
    keeper = try registry.store.read { connection in
      (
        try connection.keeperName(),
        try connection.setting("organisation") ?? RegisterKeeper.defaultOrganisation
      )
    }
    package = try ArchivePackage(
      replacing: order.file, folder: "trygghetsregister-\(order.year)", at: registry.now.seconds,
      .init(
        identifier: ArchiveRun.identifier(registry.random.bytes(16)),
        label: catalogue.text("archive.title", ["year": String(order.year)]),
        createdAt: registry.now.description, archivist: keeper.name,
        organisation: keeper.organisation.filter(\.isNumber),
        software: ("trygg", order.version), agreement: order.agreement))
    indexes = (try SpoolFile(), try SpoolFile())
    for index in [indexes.open, indexes.protected] {
      try index.append(["document", "kind", "issued_on", "person", "supersedes", "templates", "xml_sha256"])
    }
  }

  /// Adds documents in their order, each with its pages.
  func add(_ documents: [StoredDocument], progress: () -> Void) throws {
    for document in documents { try check(document) }
    try templates.renderPages(of: documents) { place, pages in
      let document = documents[place]
      switch pages {
      case .success(let pdf): try add(document, pdf)
      case .failure(let fault): report.unset.append(.init(number: document.number, fault: fault))
      }
      progress()
    }
  }

  /// Refuses a document that is not as it was issued, or not valid by its schema.
  private func check(_ document: StoredDocument) throws {
    guard keys.key(named: document.sealKey.description)?.verifies(document.seal, of: document.sha256) == true
    else {
      throw StoreError(.damaged, "\(registry.store.files.database): \(document.number)")
    }
    guard let schema = schemas[document.kind]?.schema else {
      throw XMLFault(.templateMissing, file: "\(document.kind).rng")
    }
    if let fault = try schema.validate(document.xml, file: "\(document.number).xml").first { throw fault }
  }

  private func add(_ document: StoredDocument, _ pdf: [UInt8]) throws {
    let person = try registry.store.read { connection in
      try document.person.flatMap { try connection.holder(of: $0) }
    }
    let isProtected = person?.details.isProtected ?? false
    let folder = isProtected ? ArchiveRun.protectedFolder : "handlingar/"
    let name = "\(folder)\(document.kind)/\(document.number)"
    try package.add("\(name).xml", for: "document", IssuedDocument(document).xml)
    try package.add("\(name).pdf", for: "rendering", pdf)
    templateSets.insert(document.templateSet)
    report.documents[document.kind, default: 0] += 1
    if isProtected { report.protected += 1 }
    try (isProtected ? indexes.protected : indexes.open).append([
      "\(document.number)", document.kind, "\(document.issuedOn)",
      person?.number.masked(on: registry.today) ?? "", document.supersedes.map { "\($0)" } ?? "",
      ArchiveRun.folder(of: document.templateSet), Hexadecimal.text(document.sha256),
    ])
  }

  /// Adds what the documents need to be understood and tried, and ends the package unless one of them is missing.
  func finish() throws -> ArchiveReport {
    guard report.unset.isEmpty else { return report }
    try package.add("index.csv", for: "index", indexes.open)
    if report.protected > 0 {
      try package.add(ArchiveRun.protectedFolder + "index.csv", for: "index", indexes.protected)
    }
    for (kind, schema) in schemas.sorted(by: { $0.key < $1.key }) where report.documents[kind] != nil {
      try package.add("scheman/\(kind).rng", for: "schema", schema.text)
    }
    for digest in templateSets.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let files = try templates.renderer(of: digest).templates.allFiles()
      for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
        try package.add("mallar/\(ArchiveRun.folder(of: digest))/\(name)", for: "template", bytes)
      }
    }
    try package.add("nycklar.pub", for: "keys", Array(keys.keys.map { "\($0)\n" }.joined().utf8))
    try package.add("beskrivning.txt", for: "description", Array(description.utf8))
    try package.finish()
    report.files = package.files
    return report
  }

  private var description: String {
    let facts = [
      "year": String(order.year), "keeper": keeper.name, "organisation": keeper.organisation,
      "day": catalogue.language.date(registry.today), "documents": catalogue.language.amount(report.total),
    ]
    let parts =
      ["title", "origin", "form", "seal", "files"] + (report.protected > 0 ? ["protected"] : []) + ["bill"]
    return parts.map { catalogue.text("archive.\($0)", facts) + "\n" }.joined(separator: "\n")
  }

  /// A template set's folder, short enough for any archive; the files in it are told with their checksums.
  private static func folder(of digest: [UInt8]) -> String { Hexadecimal.text(digest.prefix(8)) }

  /// Random bytes as a UUID of version 4.
  private static func identifier(_ random: [UInt8]) -> String {
    var bytes = random
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(Hexadecimal.text(bytes))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }
}

extension SpoolFile {
  /// Adds a row of cells that need no quotes.
  fileprivate func append(_ cells: [String]) throws {
    try Array((cells.joined(separator: ",") + "\r\n").utf8).withUnsafeBytes { try append($0) }
  }
}
