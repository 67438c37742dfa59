import Foundation
import Glibc

/// A folder that files about persons are written to, made when it is missing and readable by this user only.
public struct OutputFolder: Sendable {
  /// The path of the folder.
  public let path: String

  /// Makes the folder and those above it, if they are missing.
  public init(_ path: String) throws(SystemFault) {
    self.path = path
    for end in path.indices.dropFirst() where path[end] == "/" {
      try OutputFolder.make(String(path[..<end]))
    }
    try OutputFolder.make(path)
  }

  /// Writes a file in the folder, in place of the one of that name if there is one.
  ///
  /// - Parameter durably: whether to wait for the disk; many files are better followed by one `synchronize`.
  public func write(
    _ name: String, _ bytes: some Sequence<UInt8>, durably: Bool = true
  ) throws(SystemFault) {
    let file = try OutputFile(replacing: path + "/" + name)
    try file.append(bytes)
    try file.commit(durably: durably)
  }

  /// Waits until all that was written has reached the disk.
  public func synchronize() {
    sync()
  }

  /// Removes what a program that was ended from outside had not put in its place, in this folder alone.
  public func removeLeftovers() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where name.dropLast(6).hasSuffix(temporaryMark) {
      unlink(path + "/" + name)
    }
  }

  private static func make(_ path: String) throws(SystemFault) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .last(.write) }
  }
}
