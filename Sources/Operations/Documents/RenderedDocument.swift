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

/// A document that could not be set as PDF; its other forms are there, and the run went on.
public struct UnsetDocument: Sendable {
  /// The number.
  public let number: DocumentNumber
  /// Why.
  public let fault: PDFFault
}
