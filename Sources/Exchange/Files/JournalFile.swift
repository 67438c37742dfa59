import Foundation
import Glibc

/// A text file that lines are added to one by one, so that what an interrupted run has done is known afterwards.
public final class JournalFile {
  private let descriptor: Int32

  /// Begins a journal with lines that are known already, in place of the one at the path.
  ///
  /// - Parameter lines: writes what is known, line by line.
  public init(replacing path: String, _ lines: (_ write: (String) throws -> Void) throws -> Void) throws {
    let file = try OutputFile(replacing: path)
    try lines { try file.append(($0 + "\n").utf8) }
    try file.commit()
    descriptor = try uninterrupted(.write) { open(path, O_WRONLY | O_APPEND | O_CLOEXEC) }
  }

  deinit {
    close(descriptor)
  }

  /// Adds a line, which stays when the program is ended from outside.
  public func append(_ line: String) throws(SystemFault) {
    try writeAll(Array((line + "\n").utf8).span.bytes, to: descriptor)
  }

  /// Visits the lines of a journal, if there is one, until the body wants no more; a last one without its end is left out.
  public static func forEachLine(at path: String, _ body: (String) throws -> Bool) rethrows {
    guard let file = fopen(path, "re") else { return }
    defer { fclose(file) }
    var (line, capacity): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
    defer { free(line) }
    while true {
      let length = getline(&line, &capacity, file)
      guard length > 0, let line, line[length - 1] == CChar(bitPattern: UInt8(ascii: "\n")) else { return }
      let bytes = UnsafeRawBufferPointer(start: line, count: length - 1)
      guard try body(String(decoding: bytes, as: UTF8.self)) else { return }
    }
  }
}
