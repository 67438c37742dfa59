/// The web address of the service that answers for the register's documents, `https://register.example.se` say.
///
/// Only a host, with a port and a path if need be: no user, query or fragment, and no slash at the end. It is `https`
/// unless the host is the machine itself.
public struct ServiceAddress: Hashable, Sendable {
  /// The address.
  public let text: String

  /// The host with its port, in lower case.
  public let host: String

  /// The parts of the path, empty for none.
  public let path: [String]

  /// The address of a register that has not been given one.
  public static let proposed = ServiceAddress(
    text: "https://trygghetsregistret.example.se", host: "trygghetsregistret.example.se", path: [])

  private init(text: String, host: String, path: [String]) {
    self.text = text
    self.host = host
    self.path = path
  }

  /// Reads an address, with or without a slash at its end.
  public init?(_ written: String) {
    guard let scheme = ["https://", "http://"].first(where: { written.lowercased().hasPrefix($0) }) else {
      return nil
    }
    var parts = written.dropFirst(scheme.count).split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    if parts.last == "" { parts.removeLast() }
    guard let host = parts.first?.lowercased(), host.first?.isLetter == true || host.first?.isNumber == true,
      host.utf8.allSatisfy({ ServiceAddress.isPlain($0) || $0 == UInt8(ascii: ":") }),
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(ServiceAddress.isPlain) }),
      scheme == "https://" || host.split(separator: ":").first.map(ServiceAddress.isThisMachine) == true
    else { return nil }
    let path = Array(parts.dropFirst())
    self.init(text: scheme + ([host] + path).joined(separator: "/"), host: host, path: path)
  }

  /// Where a person signs in with a one-time code.
  public var signIn: String { "\(text)/logga-in" }

  /// Where anyone asks about a document that has the code.
  public func verification(of code: VerificationCode) -> String {
    "\(text)/verifiera/\(code.text)"
  }

  /// Letters, digits, hyphens, full stops and low lines, which stand for themselves everywhere.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isThisMachine(_ host: Substring) -> Bool {
    host == "localhost" || host == "127.0.0.1"
  }
}
