/// Writes files behind each other in the form of tar (ustar, POSIX.1), always the same bytes for the same files.
///
/// Archives take packages as tar: a file is as long as it says, nothing is compressed, and nothing need be kept in memory.
public struct TarWriter {
  private let folder: String
  private let seconds: Int64
  private let put: ([UInt8]) throws -> Void

  private static let blockSize = 512

  /// Begins an archive.
  ///
  /// - Parameters:
  ///   - folder: the folder that everything in it lies in.
  ///   - seconds: the time of every file, in seconds since 1970.
  ///   - put: gets the archive piece by piece.
  public init(folder: String, at seconds: Int64, to put: @escaping ([UInt8]) throws -> Void) {
    self.folder = folder
    self.seconds = seconds
    self.put = put
  }

  /// Adds a file after those before it.
  public func add(_ name: String, _ contents: [UInt8]) throws {
    try add(name, size: contents.count) { try $0(contents) }
  }

  /// Adds a file that comes piece by piece.
  ///
  /// - Parameter pieces: hands over exactly as many bytes as the size says.
  public func add(
    _ name: String, size: Int, _ pieces: (_ put: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    try put(try header(name, size: size))
    try pieces(put)
    let rest = size % TarWriter.blockSize
    if rest > 0 { try put([UInt8](repeating: 0, count: TarWriter.blockSize - rest)) }
  }

  /// Ends the archive.
  public func finish() throws {
    try put([UInt8](repeating: 0, count: 2 * TarWriter.blockSize))
  }

  private func header(_ name: String, size: Int) throws(XMLFault) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: TarWriter.blockSize)
    func write(_ text: String, at place: Int) {
      block.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    func octal(_ value: Int64, digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: max(digits - text.count, 0)) + text
    }
    let length = octal(Int64(size), digits: 11)
    // What the fields have room for: names of the program's own and files under eight gigabytes keep within them.
    guard name.utf8.count <= 100, folder.utf8.count <= 155, length.count == 11 else {
      throw XMLFault(.tooLarge, file: name, facts: ["reason": "tar"])
    }
    write(name, at: 0)
    write("0000600", at: 100)
    write("0000000", at: 108)
    write("0000000", at: 116)
    write(length, at: 124)
    write(octal(seconds, digits: 11), at: 136)
    // The sum counts its own field as blanks.
    write("        ", at: 148)
    write("0", at: 156)
    write("ustar", at: 257)
    write("00", at: 263)
    write(folder, at: 345)
    write(octal(block.reduce(0) { $0 + Int64($1) }, digits: 6) + "\0", at: 148)
    return block
  }
}
