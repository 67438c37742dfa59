import Documents
import Identity
import Register

/// The bytes of the form, with what is the same in every statement of a filing put together once.
struct ControlForm {
  /// The declaration, the comment that calls the file a proposal, and all before the first statement.
  let head: [UInt8]

  /// All after the last statement.
  static let tail = Array("</Skatteverket>\n".utf8)

  private let statementStart: [UInt8]
  private let removalStart: [UInt8]

  /// Fills in what the filing says.
  init(_ filing: ControlFiling) throws(XMLFault) {
    head = try filing.head()
    statementStart = try filing.start(isRemoval: false)
    removalStart = try filing.start(isRemoval: true)
  }

  /// The statements, one on each line.
  func written(_ statements: [ControlStatement]) throws(XMLFault) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(statements.count * (statementStart.count + 256))
    for statement in statements {
      try bytes.append(statement, after: statement.isRemoval ? removalStart : statementStart)
    }
    return bytes
  }
}

/// What stands between the digits of one statement and the next.
private enum Piece {
  static let specificationEnd = Array("</Specifikationsnummer>".utf8)
  static let amountStart = Array("<Belopp faltkod=\"FÖRSLAG\">".utf8)
  static let amountEnd = Array("</Belopp>".utf8)
  static let recipientStart = Array("<InkomsttagareKUTA>".utf8)
  static let numberStart = Array("<Inkomsttagare faltkod=\"215\">".utf8)
  static let numberEnd = Array("</Inkomsttagare>".utf8)
  static let birthTimeStart = Array("<Fodelsetid faltkod=\"222\">".utf8)
  static let birthTimeEnd = Array("</Fodelsetid>".utf8)
  static let statementEnd = Array("</InkomsttagareKUTA></KUTA></Blankettinnehall></Blankett>\n".utf8)
}

extension [UInt8] {
  fileprivate mutating func append(_ statement: ControlStatement, after start: [UInt8]) throws(XMLFault) {
    self += start
    append(decimal: statement.specification)
    self += Piece.specificationEnd
    if let amountKr = statement.amountKr {
      self += Piece.amountStart
      append(decimal: Int64(amountKr))
      self += Piece.amountEnd
    }
    self += Piece.recipientStart
    if let number = statement.number {
      self += Piece.numberStart
      append(decimal: number)
      self += Piece.numberEnd
    }
    if let recipient = statement.recipient { try append(recipient) }
    if let birthTime = statement.birthTime {
      self += Piece.birthTimeStart
      append(decimal: birthTime)
      self += Piece.birthTimeEnd
    }
    self += Piece.statementEnd
  }

  /// Writes a number that is not negative, without a string between.
  private mutating func append(decimal number: Int64) {
    let start = count
    var rest = number
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  private mutating func append(_ recipient: ControlStatement.Recipient) throws(XMLFault) {
    let fields = [
      ("Fornamn", "216", recipient.givenName), ("Efternamn", "217", recipient.familyName),
      ("Gatuadress", "218", recipient.street), ("Postnummer", "219", recipient.postcode),
      ("Postort", "220", recipient.city), ("LandskodPostort", "221", recipient.country),
    ]
    var writer = XMLWriter(declaration: false)
    for (name, code, text) in fields {
      if let text { try writer.element(name, ["faltkod": code], text: text) }
    }
    self += writer.bytes
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
