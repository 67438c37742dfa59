/// The decoded segments of a path that says one thing only.
struct RequestPath: Hashable {
  /// The segments; a path that ends in a slash has an empty one last, and `/` has none.
  let segments: [String]

  /// Reads a path as it was sent.
  ///
  /// - Throws: `path` for what another program might read as another path: dot segments, empty segments, coded slashes,
  ///   backslashes, control characters, bytes that no path may hold.
  init(_ text: String) throws(RequestFault) {
    guard text.utf8.first == UInt8(ascii: "/"), text.utf8.allSatisfy(RequestPath.isAllowed) else {
      throw RequestFault(.path)
    }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    var segments: [String] = []
    for (index, part) in parts.enumerated() {
      let isInner = index < parts.count - 1
      guard let segment = PercentCoding.decode(part.utf8), !(segment.isEmpty && isInner),
        segment != ".", segment != "..",
        !segment.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x2F || $0 == 0x5C })
      else { throw RequestFault(.path) }
      segments.append(segment)
    }
    self.segments = segments == [""] ? [] : segments
  }

  /// The characters of a path (RFC 3986, section 3.3).
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~!$&'()*+,;=:@%/".utf8.contains(byte)
    }
  }
}
