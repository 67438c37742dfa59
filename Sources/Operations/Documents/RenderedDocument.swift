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
}
