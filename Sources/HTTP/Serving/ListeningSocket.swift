import Glibc

/// A socket that listens.
struct ListeningSocket {
  let descriptor: Int32

  /// How it can be reached.
  let address: String

  /// The file to be removed when it is closed.
  private let path: String?

  /// Opens the socket of an address.
  init(_ address: ListenAddress) throws(ServerFault) {
    switch address {
    case .loopback(let host, let port): try self.init(host: host, port: port)
    case .unix(let path): try self.init(path: path)
    case .inherited: try self.init(inheritedBy: getpid())
    }
  }

  /// Closes it.
  func close() {
    Glibc.close(descriptor)
    removeFile()
  }

  /// Removes the file of a socket that has been closed.
  func removeFile() {
    if let path { unlink(path) }
  }

  private init(host: String, port: UInt16) throws(ServerFault) {
    let isIPv6 = host.contains(":")
    let descriptor = try ListeningSocket.make(isIPv6 ? AF_INET6 : AF_INET)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let actual: UInt16?
    if isIPv6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      inet_pton(AF_INET6, host, &address.sin6_addr)
      actual = ListeningSocket.listen(descriptor, &address).map { UInt16(bigEndian: $0.sin6_port) }
    } else {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
        throw ServerFault(code: .address, errorNumber: 0)
      }
      actual = ListeningSocket.listen(descriptor, &address).map { UInt16(bigEndian: $0.sin_port) }
    }
    guard let actual else { throw ServerFault(closing: descriptor) }
    self.descriptor = descriptor
    self.address = isIPv6 ? "http://[\(host)]:\(actual)" : "http://\(host):\(actual)"
    self.path = nil
  }

  private init(path: String) throws(ServerFault) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let isShort = withUnsafeMutableBytes(of: &address.sun_path) { room in
      guard path.utf8.count < room.count else { return false }
      room.copyBytes(from: path.utf8)
      return true
    }
    guard isShort else { throw ServerFault(code: .address, errorNumber: ENAMETOOLONG) }
    let descriptor = try ListeningSocket.make(AF_UNIX)
    if ListeningSocket.isLeftBehind(path, address) { unlink(path) }
    // The proxy belongs to the group of the folder that holds the socket.
    let mask = umask(0o117)
    let bound = ListeningSocket.listen(descriptor, &address)
    umask(mask)
    guard bound != nil else { throw ServerFault(closing: descriptor) }
    self.descriptor = descriptor
    self.address = "unix:\(path)"
    self.path = path
  }

  /// Takes the first socket that systemd passes (sd_listen_fds(3)).
  private init(inheritedBy process: Int32) throws(ServerFault) {
    let value = { (name: String) in getenv(name).flatMap { Int32(String(cString: $0)) } }
    guard value("LISTEN_PID") == process, value("LISTEN_FDS") ?? 0 >= 1 else {
      throw ServerFault(code: .nothingInherited, errorNumber: 0)
    }
    descriptor = 3
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    address = "systemd"
    path = nil
  }

  private static func make(_ family: Int32) throws(ServerFault) -> Int32 {
    let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw ServerFault(code: .address, errorNumber: errno) }
    return descriptor
  }

  /// Binds and listens, and gives the address that came of it.
  private static func listen<Address>(_ descriptor: Int32, _ address: inout Address) -> Address? {
    withUnsafeMutableBytes(of: &address) { bytes -> Bool in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
      var size = socklen_t(bytes.count)
      return bind(descriptor, base, size) == 0 && Glibc.listen(descriptor, 1_024) == 0
        && getsockname(descriptor, base, &size) == 0
    } ? address : nil
  }

  /// Whether a socket stands there that nobody listens on any more.
  private static func isLeftBehind(_ path: String, _ address: sockaddr_un) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK,
      let probe = try? make(AF_UNIX)
    else { return false }
    defer { Glibc.close(probe) }
    return withUnsafeBytes(of: address) { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
      return connect(probe, base, socklen_t(bytes.count)) != 0 && errno == ECONNREFUSED
    }
  }
}

extension ServerFault {
  /// The fault of a socket that could not be bound.
  fileprivate init(closing descriptor: Int32) {
    let number = errno
    close(descriptor)
    self.init(code: number == EADDRINUSE ? .addressInUse : .address, errorNumber: number)
  }
}
