/// Where a server waits for connections.
public enum ListenAddress: Hashable, Sendable {
  /// A loopback address and a port, 0 for any that is free.
  case loopback(host: String, port: UInt16)

  /// A socket in the file system, for a proxy on the same machine.
  case unix(path: String)

  /// The socket that systemd opened (`LISTEN_FDS`, sd_listen_fds(3)).
  case inherited

  /// Reads `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`, `unix:PATH` or `systemd`; other addresses are refused,
  /// since TLS belongs to a proxy.
  public init?(_ text: String) {
    if text.hasPrefix("unix:") {
      guard text.utf8.count > 5 else { return nil }
      self = .unix(path: String(text.dropFirst(5)))
      return
    }
    if text == "systemd" {
      self = .inherited
      return
    }
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
      return nil
    }
    switch text[..<colon] {
    case "localhost": self = .loopback(host: "127.0.0.1", port: port)
    case "[::1]": self = .loopback(host: "::1", port: port)
    case let host where host.hasPrefix("127.") && host.split(separator: ".").count == 4:
      self = .loopback(host: String(host), port: port)
    default: return nil
    }
  }
}
