import Documents
import Exchange
import Identity
import Register
import Store

/// One making of statements into a folder: the files, the print files, the index and last the manifest.
struct StatementDelivery {
  /// The most letters of one print file, which the merging program keeps in its memory.
  private static let lettersInFile = 1000

  let order: StatementOrder
  let templates: RenderingArchive
  let issuer: String
  let today: LocalDate
  let progress: (Int) -> Void
  var report = StatementsReport()

  private let folder: DeliveryFolder
  private var statements: [DeliveredStatement] = []

  init(
    _ order: StatementOrder, with templates: RenderingArchive, issuer: String, on today: LocalDate,
    progress: @escaping (Int) -> Void
  ) throws {
    self.order = order
    self.templates = templates
    self.issuer = issuer
    self.today = today
    self.progress = progress
    folder = try DeliveryFolder(order.folder, recipe: "SHA-256 \(templates.current.language.rawValue)")
  }

  /// Writes the files of some statements.
  mutating func add(_ statements: [DeliveredStatement]) throws {
    var statements = statements
    if statements.contains(where: { $0.route == .relay }) {
      try folder.makeFolder(BatchSheet.Route.relayFolder)
    }
    try writePages(of: &statements)
    try writeOtherForms(of: statements)
    self.statements += statements.map(\.written)
  }

  private mutating func writePages(of statements: inout [DeliveredStatement]) throws {
    guard order.forms.contains(.pdf) else { return }
    var missing: [Int] = []
    for place in statements.indices {
      if let pdf = folder.kept(statements[place].file(.pdf)) {
        statements[place].pages = PDFPageCount.pages(in: pdf)
        report.kept += 1
        progress(1)
      } else {
        missing.append(place)
      }
    }
    let wanted = statements
    var (pages, unset) = ([Int: Int](), [UnsetDocument]())
    try templates.renderPages(of: missing.compactMap { wanted[$0].document }) {
      [folder, progress] index, result in
      let statement = wanted[missing[index]]
      switch result {
      case .success(let pdf):
        try folder.write(statement.file(.pdf), pdf)
        pages[missing[index]] = PDFPageCount.pages(in: pdf)
      case .failure(let fault):
        unset.append(.init(number: statement.number, fault: fault))
      }
      progress(1)
    }
    for (place, count) in pages { statements[place].pages = count }
    report.written += pages.count
    report.unset += unset
  }

  private mutating func writeOtherForms(of statements: [DeliveredStatement]) throws {
    let forms = order.forms.filter { $0 != .pdf }
    guard !forms.isEmpty else { return }
    var wanted: [(statement: DeliveredStatement, forms: [DocumentForm])] = []
    for statement in statements {
      let missing = forms.filter { folder.kept(statement.file($0)) == nil }
      report.kept += forms.count - missing.count
      if !missing.isEmpty { wanted.append((statement, missing)) }
    }
    let (work, templates) = (wanted, templates)
    let countsHere = !order.forms.contains(.pdf)
    if countsHere { progress(statements.count - wanted.count) }
    try OrderedWork<[(name: String, bytes: [UInt8])]>(parts: work.count, workers: 2, ahead: 16).run { part in
      let (statement, forms) = work[part]
      guard let document = statement.document else { return [] }
      return try forms.map { (statement.file($0), try templates.render(document, as: $0)) }
    } take: { files in
      for file in files { try folder.write(file.name, file.bytes) }
      report.written += files.count
      if countsHere { progress(1) }
    }
  }

  /// Writes what tells of all statements, and the manifest last.
  mutating func finish() throws -> StatementsReport {
    var places: [DocumentNumber: String] = [:]
    if order.forms.contains(.pdf) { places = try writePrintFiles() }
    let (open, protected) = (
      statements.filter { $0.route != .relay }, statements.filter { $0.route == .relay }
    )
    try writeIndex("index.csv", of: open, places)
    if !protected.isEmpty {
      try writeIndex(BatchSheet.Route.relayFolder + "index.csv", of: protected, places)
    }
    try folder.finish()
    return report
  }

  /// Writes the print files, ordered by postcode, and tells which letter lies in which.
  private mutating func writePrintFiles() throws -> [DocumentNumber: String] {
    var places: [DocumentNumber: String] = [:]
    let routes = Dictionary(grouping: statements.filter { $0.pages != nil }, by: \.route)
    if routes.keys.contains(where: { $0 != .relay }) { try folder.makeFolder("utskrift") }
    for (route, letters) in routes.sorted(by: { $0.key.file < $1.key.file }) {
      let sorted = letters.sorted {
        ($0.postcode ?? "", $0.number) < ($1.postcode ?? "", $1.number)
      }
      let starts = Array(stride(from: 0, to: sorted.count, by: StatementDelivery.lettersInFile))
      for (part, start) in starts.enumerated() {
        let letters = sorted[start..<min(start + StatementDelivery.lettersInFile, sorted.count)]
        let name = route.file + (starts.count > 1 ? "-\(part + 1)" : "") + ".pdf"
        try writePrintFile(name, of: letters, on: route, part: (part + 1, of: starts.count))
        for letter in letters { places[letter.number] = name }
        report.printFiles += 1
      }
    }
    return places
  }

  private func writePrintFile(
    _ name: String, of letters: ArraySlice<DeliveredStatement>, on route: BatchSheet.Route,
    part: (Int, of: Int)
  ) throws {
    let sheet = BatchSheet(
      year: order.year, madeOn: today, issuer: issuer, route: route, part: part,
      letters: letters.map { .init(number: $0.number.description, pages: $0.pages ?? 0) })
    let merge = try PrintMerge(
      try templates.current.render(sheet), letters.map { ($0.file(.pdf), $0.pages ?? 0) },
      with: templates.current.templates)
    try folder.write(name) { file, digest in
      try merge.run(in: folder.path) { bytes in
        digest.add(bytes)
        try file.append(bytes)
      }
    }
  }

  /// Writes which statement went to whom, and where it lies.
  private func writeIndex(
    _ name: String, of statements: [DeliveredStatement], _ places: [DocumentNumber: String]
  ) throws {
    var csv = CSVText()
    csv.append(["document", "person", "municipality", "postcode", "pages", "print_file", "xml_sha256"])
    for statement in statements {
      let number = statement.number
      let municipality: MunicipalityCode? =
        if case .municipality(let code) = statement.route { code } else { nil }
      csv.append([
        number.description, statement.person, municipality?.digits ?? "", statement.postcode ?? "",
        statement.pages.map(String.init) ?? "", places[number] ?? "",
        statement.digest,
      ])
    }
    try folder.write(name, csv.bytes)
  }
}

/// Rows of cells that need no quotes.
private struct CSVText {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ cells: [String]) {
    bytes += (cells.joined(separator: ",") + "\r\n").utf8
  }
}
