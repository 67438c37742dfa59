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
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      randombytes_buf(buffer.baseAddress, count)
      initialized = count
    }
  }
}
