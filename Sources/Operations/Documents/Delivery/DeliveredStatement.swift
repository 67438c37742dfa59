import Documents
import Identity
import Register
import Store

/// A statement that is to be given out.
struct DeliveredStatement: Sendable {
  let document: StoredDocument
  /// What decides where it goes, which is all that is kept of it when its files are written.
  var letter: DeliveryLedger.Letter

  /// Takes a statement to a person; the address is that of the letter, frozen when it was issued.
  init(_ document: StoredDocument, to person: Person, of decision: StoredDecision, on today: LocalDate) throws
  {
    self.document = document
    let recipient = try MarkupElement(parsing: document.xml, file: document.number.description)
      .child(named: "recipient")
    let postcode = recipient?.child(named: "postcode")?.text
    let isRelayed = person.details.isProtected
    letter = DeliveryLedger.Letter(
      number: document.number, person: person.number.masked(on: today),
      municipality: isRelayed || postcode == nil ? nil : decision.ring.municipality, isRelayed: isRelayed,
      postcode: postcode, digest: document.sha256)
  }

  /// The name of its file in a form.
  func file(_ form: DocumentForm) -> String { letter.file(form) }
}

extension DeliveryLedger.Letter {
  /// The name of its file in a form; those of protected persons lie by themselves (decision C-96).
  func file(_ form: DocumentForm) -> String {
    (isRelayed ? BatchSheet.Route.relayFolder : "") + "\(number).\(form.suffix)"
  }
}

extension BatchSheet.Route {
  static let relayFolder = RenderedDocument.relayFolder + "/"

  /// The route of letters that lie together.
  init(to municipality: MunicipalityCode?, isRelayed: Bool) {
    self = isRelayed ? .relay : municipality.map { .municipality($0) } ?? .unaddressed
  }

  /// The name of its print file without the number of the part.
  var file: String {
    switch self {
    case .municipality(let code): "utskrift/\(code.digits)"
    case .unaddressed: "utskrift/utan-adress"
    case .relay: BatchSheet.Route.relayFolder + "utskrift"
    }
  }
}
