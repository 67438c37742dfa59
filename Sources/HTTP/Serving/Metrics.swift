/// What a server has counted since it started.
public final class Metrics: Sendable {
  /// Begins at nothing.
  public init() {}

  /// The counters in the text format of Prometheus.
  public var text: String { "" }
}
