public import Documents
public import Register

/// A document in one of its forms.
public struct RenderedDocument: Sendable {
  /// The number.
  public let number: DocumentNumber
  /// The form.
  public let form: DocumentForm
  /// The file.
  public let bytes: [UInt8]
  /// Whether it goes to a person with protected identity, by Skatteverket's own delivery.
  public let isRelayed: Bool

  /// The folder of documents to persons with protected identity, which lie by themselves (decision C-96).
  public static let relayFolder = "formedling"

  /// The name of its file.
  public var file: String {
    (isRelayed ? RenderedDocument.relayFolder + "/" : "") + "\(number).\(form.suffix)"
  }
}

/// A document that could not be set as PDF; its other forms are there, and the run went on.
public struct UnsetDocument: Sendable {
  /// The number.
  public let number: DocumentNumber
  /// Why.
  public let fault: PDFFault
}
