import Documents
import Exchange
import Identity
import Register
import Store

/// A statement that is to be given out, with what decides where it goes.
struct DeliveredStatement: Sendable {
  let number: DocumentNumber
  /// The document, until its files are written: what is held to the end of a run must be small.
  private(set) var document: StoredDocument?
  /// SHA-256 of the XML, in hexadecimal digits.
  let digest: String
  /// The recipient's number without the birth number.
  let person: String
  let route: BatchSheet.Route
  let postcode: String?
  /// Its pages, known when it is set as PDF.
  var pages: Int?

  /// Takes a statement to a person; the address is that of the letter, frozen when it was issued.
  init(_ document: StoredDocument, to person: Person, of decision: StoredDecision, on today: LocalDate) throws
  {
    self.document = document
    number = document.number
    digest = Hexadecimal.text(document.sha256)
    self.person = person.number.masked(on: today)
    let recipient = try MarkupElement(parsing: document.xml, file: document.number.description)
      .child(named: "recipient")
    postcode = recipient?.child(named: "postcode")?.text
    route =
      if person.details.isProtected { .relay } else if postcode == nil { .unaddressed } else {
        .municipality(decision.ring.municipality)
      }
  }

  /// The name of its file in a form; those of protected persons lie by themselves (decision C-96).
  func file(_ form: DocumentForm) -> String {
    folder + "\(number).\(form.suffix)"
  }

  /// The statement without its document.
  var written: DeliveredStatement {
    var written = self
    written.document = nil
    return written
  }

  /// The folder that it lies in, empty or with a slash at the end.
  var folder: String { route == .relay ? BatchSheet.Route.relayFolder : "" }
}

extension BatchSheet.Route {
  static let relayFolder = "formedling/"

  /// The name of its print file without the number of the part.
  var file: String {
    switch self {
    case .municipality(let code): "utskrift/\(code.digits)"
    case .unaddressed: "utskrift/utan-adress"
    case .relay: BatchSheet.Route.relayFolder + "utskrift"
    }
  }
}
