internal import CSodium

/// Where random bytes come from, passed in so that a test can repeat them.
public struct RandomSource: Sendable {
  private let fill: @Sendable (Int) -> [UInt8]

  /// A source that a closure gives, asked for a count of bytes.
  public init(_ fill: @escaping @Sendable (Int) -> [UInt8]) {
    self.fill = fill
  }

  /// That many random bytes.
  public func bytes(_ count: Int) -> [UInt8] {
    fill(count)
  }

  /// The operating system's source.
  public static let system = RandomSource { count in
    Sodium.makeReady()
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }
}

/// libsodium, which must be made ready once before its first use.
enum Sodium {
  private static let isReady = sodium_init() >= 0

  static func makeReady() {
    precondition(isReady, "libsodium found no source of random bytes")
  }
}
