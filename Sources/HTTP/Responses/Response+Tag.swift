extension Response {
  /// The answer with a tag of its content (RFC 9110, section 8.8.3), or nothing but its status when the reader of a
  /// request holds it already.
  public func tagged(for request: Request) -> Response {
    guard status == .ok, request.method == .get || request.method == .head, case .bytes(let bytes) = body
    else {
      return self
    }
    let tag = "\"\(String(Response.digest(of: bytes), radix: 16))\""
    let held = request.headers.values("if-none-match").flatMap { $0.split(separator: ",") }.map(\.trimmed)
    guard held.contains(where: { $0 == tag || $0 == "W/\(tag)" || $0 == "*" }) else {
      return adding("ETag", tag)
    }
    return Response(.notModified, headers: Fields([.init("ETag", tag)]))
  }

  /// FNV-1a with 64 bits: the same in every process, and no secret.
  private static func digest(of bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
