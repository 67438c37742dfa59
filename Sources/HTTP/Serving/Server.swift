/// A strict HTTP/1.1 server.
public final class Server: Sendable {
  /// Where it can be reached: `http://127.0.0.1:8080` or `unix:PATH`.
  public let address: String

  /// What it has counted.
  public let metrics: Metrics

  /// Starts to answer.
  ///
  /// - Throws: `ServerFault`.
  public init(
    _ router: Router, on address: ListenAddress, host: String? = nil, limits: Limits = Limits(),
    metrics: Metrics = Metrics(), log: @escaping @Sendable (AccessRecord) -> Void = { _ in }
  ) throws(ServerFault) {
    self.address = ""
    self.metrics = metrics
  }

  /// Takes no more connections, waits for the answers under way and ends.
  public func stop() {
  }
}
