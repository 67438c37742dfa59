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
  private let ledger: DeliveryLedger
  private var hasRelayed = false

  init(
    _ order: StatementOrder, with templates: RenderingArchive, issuer: String, on today: LocalDate,
    progress: @escaping (Int) -> Void
  ) throws {
    self.order = order
    self.templates = templates
    self.issuer = issuer
    self.today = today
    self.progress = progress
    ledger = try DeliveryLedger()
    folder = try DeliveryFolder(
      order.folder, recipe: "SHA-256 \(templates.current.language.rawValue)", ledger: ledger)
  }

  /// Writes the files of some statements.
  mutating func add(_ statements: [DeliveredStatement]) throws {
    var statements = statements
    if !hasRelayed, statements.contains(where: \.letter.isRelayed) {
      try folder.makeFolder(BatchSheet.Route.relayFolder)
      hasRelayed = true
    }
    try writePages(of: &statements)
    try writeOtherForms(of: statements)
    for statement in statements { try ledger.add(statement.letter) }
  }

  private mutating func writePages(of statements: inout [DeliveredStatement]) throws {
    guard order.forms.contains(.pdf) else { return }
    var missing: [Int] = []
    for place in statements.indices {
      if let pdf = try folder.kept(statements[place].file(.pdf)) {
        statements[place].letter.pages = PDFPageCount.pages(in: pdf)
        report.kept += 1
        progress(1)
      } else {
        missing.append(place)
      }
    }
    let wanted = statements
    var (pages, unset) = ([Int: Int](), [UnsetDocument]())
    try templates.renderPages(of: missing.map { wanted[$0].document }) {
      [folder, progress] index, result in
      let statement = wanted[missing[index]]
      switch result {
      case .success(let pdf):
        try folder.write(statement.file(.pdf), pdf)
        pages[missing[index]] = PDFPageCount.pages(in: pdf)
      case .failure(let fault):
        unset.append(.init(number: statement.document.number, fault: fault))
      }
      progress(1)
    }
    for (place, count) in pages { statements[place].letter.pages = count }
    report.written += pages.count
    report.unset += unset
  }

  private mutating func writeOtherForms(of statements: [DeliveredStatement]) throws {
    let forms = order.forms.filter { $0 != .pdf }
    guard !forms.isEmpty else { return }
    var wanted: [(statement: DeliveredStatement, forms: [DocumentForm])] = []
    for statement in statements {
      let missing = try forms.filter { try folder.kept(statement.file($0)) == nil }
      report.kept += forms.count - missing.count
      if !missing.isEmpty { wanted.append((statement, missing)) }
    }
    let (work, templates) = (wanted, templates)
    let countsHere = !order.forms.contains(.pdf)
    if countsHere { progress(statements.count - wanted.count) }
    try OrderedWork<[(name: String, bytes: [UInt8])]>(parts: work.count, workers: 2, ahead: 16).run { part in
      let (statement, forms) = work[part]
      return try forms.map { (statement.file($0), try templates.render(statement.document, as: $0)) }
    } take: { files in
      for file in files { try folder.write(file.name, file.bytes) }
      report.written += files.count
      if countsHere { progress(1) }
    }
  }

  /// Writes what tells of all statements, and the manifest last.
  mutating func finish() throws -> StatementsReport {
    let places = try ledger.places()
    if places.contains(where: { !$0.isRelayed }) { try folder.makeFolder("utskrift") }
    for place in places {
      try writePrintFiles(
        on: BatchSheet.Route(to: place.municipality, isRelayed: place.isRelayed), letters: place.letters
      ) { [ledger] first, count in
        try ledger.letters(to: place.municipality, isRelayed: place.isRelayed, from: first, count: count)
      }
    }
    try writeIndex("index.csv", isRelayed: false)
    if hasRelayed { try writeIndex(BatchSheet.Route.relayFolder + "index.csv", isRelayed: true) }
    try folder.finish()
    return report
  }

  /// Writes the print files of letters that lie together, ordered by postcode, and notes which letter lies in which.
  private mutating func writePrintFiles(
    on route: BatchSheet.Route, letters count: Int,
    _ take: (_ first: Int, _ count: Int) throws -> [DeliveryLedger.Letter]
  ) throws {
    let starts = Array(stride(from: 0, to: count, by: StatementDelivery.lettersInFile))
    for (part, start) in starts.enumerated() {
      let letters = try take(start, StatementDelivery.lettersInFile)
      let name = route.file + (starts.count > 1 ? "-\(part + 1)" : "") + ".pdf"
      try writePrintFile(name, of: letters, on: route, part: (part + 1, of: starts.count))
      for letter in letters { try ledger.put(letter, in: name) }
      report.printFiles += 1
    }
  }

  private func writePrintFile(
    _ name: String, of letters: [DeliveryLedger.Letter], on route: BatchSheet.Route, part: (Int, of: Int)
  ) throws {
    let sheet = BatchSheet(
      year: order.year, madeOn: today, issuer: issuer, route: route, part: part,
      letters: letters.map { .init(number: $0.number.description, pages: $0.pages ?? 0) })
    let merge = try PrintMerge(
      try templates.current.render(sheet), letters.map { ($0.file(.pdf), $0.pages ?? 0) },
      with: templates.current.templates)
    try folder.write(name) { append in try merge.run(in: folder.path, give: append) }
  }

  /// Writes which statement went to whom, and where it lies.
  private func writeIndex(_ name: String, isRelayed: Bool) throws {
    try folder.write(name) { append in
      func row(_ cells: [String]) throws {
        try Array((cells.joined(separator: ",") + "\r\n").utf8).withUnsafeBytes(append)
      }
      try row(["document", "person", "municipality", "postcode", "pages", "print_file", "xml_sha256"])
      try ledger.forEachLetter(isRelayed: isRelayed) { letter, printFile in
        try row([
          letter.number.description, letter.person, letter.municipality?.digits ?? "", letter.postcode ?? "",
          letter.pages.map(String.init) ?? "", printFile ?? "", Hexadecimal.text(letter.digest),
        ])
      }
    }
  }
}
