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
  public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws(SystemFault) {
    let file = try OutputFile(replacing: path + "/" + name)
    try file.append(bytes)
    try file.commit()
  }

  private static func make(_ path: String) throws(SystemFault) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .last(.write) }
  }
}
