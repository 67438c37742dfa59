public import Identity

/// The sheet that lies first among the letters of a print file and tells the printers what they have got.
public struct BatchSheet: Sendable {
  /// Which letters lie together.
  public enum Route: Hashable, Sendable {
    /// Those of one municipality.
    case municipality(MunicipalityCode)
    /// Those that have no address and cannot be posted as they are.
    case unaddressed
    /// Those to persons with protected identity, which Skatteverket forwards (decision C-96).
    case relay
  }

  /// One letter of the file.
  public struct Letter: Sendable {
    /// The document's number.
    public let number: String
    /// Its pages.
    public let pages: Int

    /// Describes a letter.
    public init(number: String, pages: Int) {
      self.number = number
      self.pages = pages
    }
  }

  /// The income year.
  public let year: Int
  /// The day on which the file was made.
  public let madeOn: LocalDate
  /// Who sends the letters.
  public let issuer: String
  /// Which letters lie together.
  public let route: Route
  /// Which of the route's files this is, from 1, and how many there are.
  public let part: (Int, of: Int)
  /// The letters in their order.
  public let letters: [Letter]

  /// Describes a print file.
  public init(
    year: Int, madeOn: LocalDate, issuer: String, route: Route, part: (Int, of: Int), letters: [Letter]
  ) {
    self.year = year
    self.madeOn = madeOn
    self.issuer = issuer
    self.route = route
    self.part = part
    self.letters = letters
  }

  /// The sheets of paper of all letters, printed on both sides.
  public var sheets: Int { letters.reduce(0) { $0 + ($1.pages + 1) / 2 } }

  /// The sheet as XML, which `html/batch-sheet.xsl` renders.
  func xml() throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    let municipality: MunicipalityCode? = if case .municipality(let code) = route { code } else { nil }
    let sizes = Dictionary(grouping: letters, by: \.pages).mapValues(\.count)
    try writer.element(
      "batch",
      [
        "xmlns": "urn:trygghetsregister:batch:1", "year": String(year), "made": madeOn.description,
        "route": route.name, "code": municipality?.digits, "municipality": municipality?.name,
        "part": String(part.0), "parts": String(part.of), "letters": String(letters.count),
        "sheets": String(sheets), "first": letters.first?.number, "last": letters.last?.number,
      ]
    ) { writer throws(XMLFault) in
      try writer.element("issuer", text: issuer)
      for (pages, count) in sizes.sorted(by: { $0.key < $1.key }) {
        try writer.element("size", ["pages": String(pages), "letters": String(count)])
      }
    }
    return writer.bytes
  }
}

extension BatchSheet.Route {
  /// How the XML and the names of files write the route.
  fileprivate var name: String {
    switch self {
    case .municipality: "municipality"
    case .unaddressed: "unaddressed"
    case .relay: "relay"
    }
  }
}
