import Foundation
import Glibc

/// A text file that lines are added to one by one, so that what an interrupted run has done is known afterwards.
public final class JournalFile {
  private let descriptor: Int32

  /// Begins a journal with lines that are known already, in place of the one at the path.
  public init(replacing path: String, _ lines: [String]) throws(SystemFault) {
    let file = try OutputFile(replacing: path)
    for line in lines { try file.append((line + "\n").utf8) }
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

  /// The lines of a journal; the last is left out where its end is missing.
  public static func lines(at path: String) -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }
}
