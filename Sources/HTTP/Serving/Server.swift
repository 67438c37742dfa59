import Dispatch
import Synchronization

/// A strict HTTP/1.1 server over libmicrohttpd, which answers on a fixed pool of threads.
///
/// It speaks without TLS to this machine alone; a proxy stands before it.
public final class Server: Sendable {
  /// Where it can be reached: `http://127.0.0.1:8080`, `unix:PATH` or `systemd`.
  public let address: String

  private let engine: Engine
  private let running: Mutex<Running?>

  private struct Running {
    let daemon: Daemon
    let socket: ListeningSocket
    let sweeper: any DispatchSourceTimer
  }

  /// Starts to answer.
  ///
  /// - Parameters:
  ///   - host: The one host that requests may name; any when not given.
  ///   - log: Where each answer leaves a line.
  /// - Throws: `ServerFault`.
  public init(
    _ router: Router, on address: ListenAddress, host: String? = nil, limits: Limits = Limits(),
    metrics: Metrics = Metrics(), log: AccessLog? = nil
  ) throws(ServerFault) {
    let socket = try ListeningSocket(address)
    let engine = Engine(router, host: host, limits: limits, metrics: metrics, log: log)
    let daemon: Daemon
    do {
      daemon = try Daemon(engine, listening: socket.descriptor)
    } catch {
      socket.close()
      throw error
    }
    metrics.countConnections { [lines = engine.lines] in lines.count }
    let sweeper = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    sweeper.schedule(deadline: .now() + 1, repeating: 1)
    sweeper.setEventHandler { [lines = engine.lines] in
      lines.hangUpOverdue()
      log?.flush()
    }
    sweeper.resume()
    self.engine = engine
    self.address = socket.address
    self.running = Mutex(Running(daemon: daemon, socket: socket, sweeper: sweeper))
  }

  deinit {
    stop()
  }

  /// Takes no more connections, waits for the answers under way and ends; a second call does nothing.
  public func stop() {
    guard let parts = running.withLock({ $0.take() }) else { return }
    engine.isStopping.store(true, ordering: .relaxed)
    _ = engine.underWay.wait(timeout: .now() + .seconds(engine.limits.stopSeconds))
    parts.sweeper.cancel()
    parts.daemon.stop()
    parts.socket.removeFile()
    engine.log?.flush()
  }
}
