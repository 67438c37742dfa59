/// What came with a request.
public enum RequestBody: Sendable {
  /// Nothing.
  case none

  /// Bytes in memory.
  case bytes([UInt8])

  /// The fields of a form, URL-coded or in parts, with the files among them.
  case form(Form)
}

/// A form that was sent.
public struct Form: Sendable {
  /// The fields that are no files.
  public let fields: Fields

  /// The files by the names of their fields; a field of a file that was left empty is not here.
  public let files: [String: UploadedFile]

  /// Makes a form.
  public init(fields: Fields = Fields(), files: [String: UploadedFile] = [:]) {
    self.fields = fields
    self.files = files
  }
}

/// A file that came with a form; its bytes lie in a temporary file that has no name and ends with the request.
public struct UploadedFile: Sendable {
  /// The name that the sender gave it, without folders.
  public let name: String

  /// How many bytes it holds.
  public let size: Int

  /// Where it can be opened for reading, as long as this value lives.
  public var path: String { storage.path }

  let storage: TemporaryFile
}

extension Request {
  /// The bytes of the body, none when it has another shape.
  public var bytes: [UInt8] {
    if case .bytes(let bytes) = body { bytes } else { [] }
  }

  /// The form of the body, empty when it has another shape.
  public var form: Form {
    if case .form(let form) = body { form } else { Form() }
  }
}
