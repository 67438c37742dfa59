import Glibc

/// Reads `multipart/form-data` while it comes (RFC 7578); files go to the disk, fields stay in memory.
final class MultipartReader {
  private enum State {
    /// Before the first part, or right after the end of one.
    case boundary
    case header
    case content(Part)
    case end
  }

  private struct Part {
    let name: String
    let fileName: String?
    let file: TemporaryFile?
    var bytes: [UInt8] = []
    var size = 0
  }

  private let delimiter: [UInt8]
  private let folder: String
  private var state = State.boundary
  /// What has come and is not yet told apart; a line break stands before the first delimiter too.
  private var pending: [UInt8] = Array("\r\n".utf8)
  private var fields = Fields()
  private var files: [String: UploadedFile] = [:]
  private var fieldRoom = 1 << 18

  private static let headerLimit = 8_192

  /// Prepares for parts between the boundary that a media type names.
  init(contentType: String, folder: String) throws(RequestFault) {
    guard let boundary = MultipartReader.parameters(of: contentType)["boundary"],
      (1...70).contains(boundary.utf8.count)
    else { throw RequestFault(.body) }
    self.delimiter = Array("\r\n--\(boundary)".utf8)
    self.folder = folder
  }

  /// Takes the next piece.
  func take(_ piece: UnsafeRawBufferPointer) throws(RequestFault) {
    pending += piece
    while try advance() {}
  }

  /// The form, once all of it has come.
  func form() throws(RequestFault) -> Form {
    guard case .end = state else { throw RequestFault(.body) }
    return Form(fields: fields, files: files)
  }

  /// Goes one step, and tells whether there is more to tell apart in what has come.
  private func advance() throws(RequestFault) -> Bool {
    switch state {
    case .boundary:
      guard let place = place(of: delimiter) else {
        // Text before the first part means nothing, but must not grow.
        guard pending.count <= MultipartReader.headerLimit else { throw RequestFault(.body) }
        return false
      }
      let after = pending[(place + delimiter.count)...]
      guard after.count >= 2 else { return false }
      if after.starts(with: "--".utf8) {
        state = .end
        pending = []
        return false
      }
      guard after.starts(with: "\r\n".utf8) else { throw RequestFault(.body) }
      pending.removeFirst(place + delimiter.count + 2)
      state = .header
      return true
    case .header:
      guard let place = place(of: Array("\r\n\r\n".utf8)) else {
        guard pending.count <= MultipartReader.headerLimit else { throw RequestFault(.body) }
        return false
      }
      state = .content(try part(Array(pending[..<place])))
      pending.removeFirst(place + 4)
      return true
    case .content(var part):
      let place = place(of: delimiter)
      // The beginning of a delimiter may stand at the end of what has come.
      let certain = place ?? max(0, pending.count - delimiter.count + 1)
      state = .boundary
      try add(pending[..<certain], to: &part)
      pending.removeFirst(certain)
      guard place != nil else {
        state = .content(part)
        return false
      }
      try close(part)
      return true
    case .end:
      pending = []
      return false
    }
  }

  private func part(_ header: [UInt8]) throws(RequestFault) -> Part {
    guard let text = String(validating: header, as: UTF8.self) else { throw RequestFault(.body) }
    let lines = text.split(separator: "\r\n")
    guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }) else {
      throw RequestFault(.body)
    }
    let parameters = MultipartReader.parameters(of: line)
    guard let name = parameters["name"] else { throw RequestFault(.body) }
    let fileName = parameters["filename"].map {
      $0.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    }
    let file = fileName == nil ? nil : try TemporaryFile(in: folder)
    return Part(name: name, fileName: fileName, file: file)
  }

  private func add(_ bytes: ArraySlice<UInt8>, to part: inout Part) throws(RequestFault) {
    part.size += bytes.count
    guard let file = part.file else {
      fieldRoom -= bytes.count
      guard fieldRoom >= 0 else { throw RequestFault(.body) }
      part.bytes += bytes
      return
    }
    let outcome = bytes.withUnsafeBytes { piece in
      Result { () throws(RequestFault) in try file.append(piece) }
    }
    try outcome.get()
  }

  private func close(_ part: Part) throws(RequestFault) {
    guard let fileName = part.fileName, let file = part.file else {
      guard let value = String(validating: part.bytes, as: UTF8.self) else { throw RequestFault(.body) }
      fields.append(part.name, value)
      return
    }
    if part.size > 0 || !fileName.isEmpty {
      files[part.name] = UploadedFile(name: fileName, size: part.size, storage: file)
    }
  }

  /// Where some bytes, whose first is a carriage return, stand in what has come.
  private func place(of pattern: [UInt8]) -> Int? {
    pending.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var start = 0
      while bytes.count - start >= pattern.count,
        let found = memchr(base + start, Int32(pattern[0]), bytes.count - start - pattern.count + 1)
      {
        let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if memcmp(base + place, pattern, pattern.count) == 0 { return place }
        start = place + 1
      }
      return nil
    }
  }

  /// The parameters of `form-data; name="a"; filename="b"`; browsers code a quote in a name as `%22`.
  private static func parameters(of header: some StringProtocol) -> [String: String] {
    var parameters: [String: String] = [:]
    var isQuoted = false
    let words = header.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
    for word in words.dropFirst() {
      guard let sign = word.firstIndex(of: "=") else { continue }
      var value = word[word.index(after: sign)...].trimmed
      if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast()).replacing("%22", with: "\"")
      }
      parameters[word[..<sign].trimmed.lowercased()] = value
    }
    return parameters
  }
}
