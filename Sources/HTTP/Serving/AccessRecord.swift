/// What the access log says of a request: nothing that tells who sent it or what it was about.
public struct AccessRecord: Hashable, Sendable {
  /// The method.
  public let method: String

  /// The pattern of the route, `-` when none was found; never the path, which may hold codes.
  public let pattern: String

  /// The status of the answer.
  public let status: Status

  /// How long the answer took from the whole request on, in microseconds.
  public let microseconds: Int
}
