import Documents
import Identity
import Register

/// Writes control statements into the envelope that Skatteverket's statements have, one on each line.
///
/// No form for the tax reduction exists: the file is a proposal, says so at its top, and has a namespace and a field
/// code of its own (contract, "The control file"). What is the same in every statement is put together once, so that a
/// million statements cost little more than their digits.
public final class ControlFileWriter {
  private let output: OutputFile
  private let check: ControlFileCheck?
  private let filing: ControlFiling

  private let head: [UInt8]
  private let statementStart: [UInt8]
  private let removalStart: [UInt8]
  private var record: [UInt8] = []
  private var slice: [UInt8] = []
  private var sliceCount = 0

  /// How many statements are checked as one document.
  private static let sliceSize = 1000

  static let namespace = "urn:trygghetsregister:forslag:kontrolluppgift:1"

  private static let tail = Array("</Skatteverket>\n".utf8)

  /// Begins a file; with a check, every slice of it is held against schema and rules before it counts as written.
  public init(to output: OutputFile, filing: ControlFiling, check: ControlFileCheck? = nil) throws {
    self.output = output
    self.filing = filing
    self.check = check
    head = try filing.head()
    statementStart = try filing.start(isRemoval: false)
    removalStart = try filing.start(isRemoval: true)
    record.reserveCapacity(2048)
    try output.append(head)
  }

  /// Writes a statement that keeps the rules, or writes nothing and tells which it breaks.
  public func write(_ statement: ControlStatement) throws -> [ControlFinding] {
    let findings = statement.findings(filedBy: filing.organisation)
    guard findings.isEmpty else { return findings }
    record.removeAll(keepingCapacity: true)
    try compose(statement)
    try output.append(record)
    if let check {
      slice += record
      sliceCount += 1
      if sliceCount == ControlFileWriter.sliceSize { try checkSlice(by: check) }
    }
    return []
  }

  /// Ends the file, which then lies complete on the disk but takes its place only when it is committed.
  public func finish() throws {
    if let check { try checkSlice(by: check) }
    try output.append(ControlFileWriter.tail)
    try output.synchronize()
  }

  private func checkSlice(by check: ControlFileCheck) throws {
    try check.check(head + slice + ControlFileWriter.tail)
    slice.removeAll(keepingCapacity: true)
    sliceCount = 0
  }

  private func compose(_ statement: ControlStatement) throws(XMLFault) {
    record += statement.isRemoval ? removalStart : statementStart
    record.append(decimal: statement.specification)
    record.append("</Specifikationsnummer>")
    if let amountKr = statement.amountKr {
      record.append("<Belopp faltkod=\"FÖRSLAG\">")
      record.append(decimal: Int64(amountKr))
      record.append("</Belopp>")
    }
    record.append("<InkomsttagareKUTA>")
    if let number = statement.number {
      record.append("<Inkomsttagare faltkod=\"215\">")
      record.append(decimal: number)
      record.append("</Inkomsttagare>")
    }
    if let recipient = statement.recipient { try record.append(recipient) }
    if let birthTime = statement.birthTime {
      record.append("<Fodelsetid faltkod=\"222\">")
      record.append(decimal: birthTime)
      record.append("</Fodelsetid>")
    }
    record.append("</InkomsttagareKUTA></KUTA></Blankettinnehall></Blankett>\n")
  }
}

extension ControlFiling {
  /// The declaration, the comment that calls the file a proposal, and all before the first statement.
  fileprivate func head() throws(XMLFault) -> [UInt8] {
    var opening = XMLWriter()
    try opening.comment(
      """
       FÖRSLAG. Skatteverket har ingen sådan blankett. Filen följer formen för KU65; namnrymden, \
      typen KUTA och fältkoden FÖRSLAG är registrets egna och gäller inget annat. 
      """)
    var sender = XMLWriter(declaration: false)
    try sender.element("Avsandare") { writer throws(XMLFault) in
      try writer.element("Programnamn", text: "Trygghetsregistret")
      try writer.element("Organisationsnummer", text: organisation.twelveDigits)
      try writeContact("TekniskKontaktperson", to: &writer)
      // The form has local time without an offset.
      try writer.element("Skapad", text: String(createdAt.description.prefix(19)))
    }
    try sender.element("Blankettgemensamt") { writer throws(XMLFault) in
      try writer.element("Uppgiftslamnare") { writer throws(XMLFault) in
        try writer.element("UppgiftslamnarePersOrgnr", text: organisation.twelveDigits)
        try writeContact("Kontaktperson", to: &writer)
      }
    }
    let root = "<Skatteverket xmlns=\"\(ControlFileWriter.namespace)\" omrade=\"Kontrolluppgifter\">"
    return opening.bytes + root.utf8 + sender.bytes + "\n".utf8
  }

  private func writeContact(_ element: String, to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(element) { writer throws(XMLFault) in
      try writer.element("Namn", text: contact)
      try writer.element("Telefon", text: phone)
      try writer.element("Epostadress", text: email)
    }
  }

  /// A statement up to the digits of field 570; a removal names the organisation by its number alone.
  fileprivate func start(isRemoval: Bool) throws(XMLFault) -> [UInt8] {
    var filer = XMLWriter(declaration: false)
    try filer.element("UppgiftslamnareKUTA") { writer throws(XMLFault) in
      try writer.element("UppgiftslamnarId", ["faltkod": "201"], text: organisation.twelveDigits)
      if !isRemoval { try writer.element("NamnUppgiftslamnare", ["faltkod": "202"], text: name) }
    }
    let owner = "<Arendeagare>\(organisation.twelveDigits)</Arendeagare><Period>\(year)</Period>"
    let beginning =
      "<Blankett nummer=\"FÖRSLAG\"><Arendeinformation>\(owner)</Arendeinformation><Blankettinnehall><KUTA>"
    let removal = isRemoval ? "<Borttag faltkod=\"205\">1</Borttag>" : ""
    let end =
      "<Inkomstar faltkod=\"203\">\(year)</Inkomstar>\(removal)<Specifikationsnummer faltkod=\"570\">"
    return beginning.utf8 + filer.bytes + end.utf8
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  fileprivate mutating func append(decimal number: Int64) {
    // Up to fifteen digits need no memory of their own.
    append(contentsOf: String(number).utf8)
  }

  fileprivate mutating func append(_ recipient: ControlStatement.Recipient) throws(XMLFault) {
    let fields = [
      ("Fornamn", "216", recipient.givenName), ("Efternamn", "217", recipient.familyName),
      ("Gatuadress", "218", recipient.street), ("Postnummer", "219", recipient.postcode),
      ("Postort", "220", recipient.city), ("LandskodPostort", "221", recipient.country),
    ]
    var writer = XMLWriter(declaration: false)
    for (name, code, text) in fields {
      if let text { try writer.element(name, ["faltkod": code], text: text) }
    }
    append(contentsOf: writer.bytes)
  }
}
