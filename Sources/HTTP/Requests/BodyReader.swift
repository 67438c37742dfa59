/// Takes a body in as its route wants it, piece by piece and never more than the route takes.
struct BodyReader {
  private enum Shape {
    case nothing
    case bytes([UInt8])
    case urlCoded([UInt8])
    case parts(MultipartReader)
  }

  private var shape: Shape
  private var room: Int

  /// Prepares for the body that some headers announce.
  ///
  /// - Throws: `tooLarge` before a byte of it is read, `mediaType`.
  init(for intake: Route.Intake, _ request: Request, folder: String) throws(RequestFault) {
    let announced = request.header("content-length").flatMap(Int.init)
    room = intake.limit
    if let announced, announced > room { throw RequestFault(.tooLarge) }
    let isAbsent = announced ?? 0 == 0 && request.header("transfer-encoding") == nil
    switch intake {
    case .nothing: shape = .nothing
    case .bytes: shape = .bytes([])
    case .form, .upload:
      let type = request.mediaType
      if type == "application/x-www-form-urlencoded" || isAbsent {
        shape = .urlCoded([])
      } else if case .upload = intake, type == "multipart/form-data" {
        shape = .parts(try MultipartReader(contentType: request.header("content-type") ?? "", folder: folder))
      } else {
        throw RequestFault(.mediaType)
      }
    }
  }

  /// Takes the next piece.
  mutating func take(_ piece: UnsafeRawBufferPointer) throws(RequestFault) {
    guard piece.count <= room else { throw RequestFault(.tooLarge) }
    room -= piece.count
    switch shape {
    case .nothing: break
    case .bytes(var bytes):
      shape = .nothing
      bytes += piece
      shape = .bytes(bytes)
    case .urlCoded(var bytes):
      shape = .nothing
      bytes += piece
      shape = .urlCoded(bytes)
    case .parts(let reader): try reader.take(piece)
    }
  }

  /// Counts a piece that nobody reads, and tells whether the route would have taken as much.
  mutating func passOver(_ count: Int) -> Bool {
    room -= count
    return room >= 0
  }

  /// The body, once all of it has come.
  func body() throws(RequestFault) -> RequestBody {
    switch shape {
    case .nothing: return .none
    case .bytes(let bytes): return .bytes(bytes)
    case .urlCoded(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self), let fields = Fields(urlCoded: text[...])
      else { throw RequestFault(.body) }
      return .form(Form(fields: fields))
    case .parts(let reader): return .form(try reader.form())
    }
  }
}
