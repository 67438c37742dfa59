public import Documents
import Identity
import Register
import Store

/// What the issue of a certificate works with: what renders it from then on and the schema it is checked by.
public struct CertificatePress: Sendable {
  /// What the documents of this kind are called in the register, and their stylesheets in the templates.
  static let kind = "certificate"

  let renderer: DocumentRenderer
  private let schema: RelaxNGSchema

  /// Prepares an issue.
  public init(renderer: DocumentRenderer, schema: RelaxNGSchema) {
    self.renderer = renderer
    self.schema = schema
  }

  /// Writes a certificate, checks it by its schema and seals it.
  ///
  /// - Throws: the first fault of the schema, which would be a fault of the program.
  func document(_ certificate: Certificate, of person: PersonID, sealedBy key: SigningKey) throws
    -> StoredDocument
  {
    let xml = try certificate.xml()
    if let fault = try schema.validate(xml, file: certificate.number.description).first { throw fault }
    return StoredDocument(
      number: certificate.number, kind: CertificatePress.kind, person: person, decision: nil,
      issuedOn: certificate.issuedOn, verificationCode: certificate.verificationCode,
      templateSet: try renderer.templates.digest(), xml: xml, supersedes: certificate.correction?.supersedes,
      sealedBy: key)
  }

  /// The Swedish names of a programme and its parts: the plan's, or for ring training, which has none, the catalogue's.
  func names(of progress: TrainingProgress, _ seat: Seat?) throws -> (
    title: String, modules: [Certificate.Module]
  ) {
    let catalogue = try renderer.templates.messages(.swedish)
    let title =
      seat?.course.plan.title ?? catalogue.text("certificate.programme-\(progress.programme.rawValue)")
    let modules = progress.modules.filter { $0.credited > 0 }.map { module in
      Certificate.Module(
        code: module.code,
        title: seat == nil ? catalogue.text("certificate.module-\(module.code)") : module.title,
        minutes: module.credited)
    }
    return (title, modules)
  }
}
