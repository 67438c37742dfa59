/// The first look at a request, which refuses every message that two programs could read in two ways.
///
/// libmicrohttpd 0.9.75 takes a length together with chunks, two lengths, and a blank before the colon (engineering
/// notes, section 3.3); with a proxy in front each of these can smuggle a second request. RFC 9112, sections 5.1 and
/// 6.3; RFC 9110, section 5.1.
enum FramingGuard {
  /// Checks the version and the headers, their names in lower case.
  static func check(version: String, _ headers: Fields) throws(RequestFault) {
    guard version == "HTTP/1.1" else { throw RequestFault(.framing) }
    for field in headers.all {
      guard !field.name.isEmpty, field.name.utf8.allSatisfy(isTokenByte),
        !field.value.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F })
      else { throw RequestFault(.framing) }
    }
    let lengths = headers.values("content-length")
    let codings = headers.values("transfer-encoding")
    guard lengths.count + codings.count <= 1, codings.allSatisfy({ $0.lowercased() == "chunked" }),
      hasSoundLengths(headers)
    else { throw RequestFault(.framing) }
    let hosts = headers.values("host")
    guard hosts.count == 1, let host = hosts.first, !host.isEmpty, host.utf8.allSatisfy(isHostByte) else {
      throw RequestFault(.framing)
    }
  }

  /// Whether each length is a number, without a sign and not beyond all measure.
  static func hasSoundLengths(_ headers: Fields) -> Bool {
    headers.values("content-length").allSatisfy {
      (1...15).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit)
    }
  }

  /// Checks that a request is for the host served, whatever its port.
  static func check(host: String, isFor served: String) throws(RequestFault) {
    let port = host.lastIndex(of: ":").map { host[$0...].dropFirst() }
    let hasPort = port.map { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) } ?? false
    let name = hasPort ? host[..<(host.lastIndex(of: ":") ?? host.endIndex)] : host[...]
    guard name.lowercased() == served.lowercased() else { throw RequestFault(.host) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "-._:[]".utf8.contains(byte)
  }
}
