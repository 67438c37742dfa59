import Dispatch
import Glibc
import Synchronization

/// What the threads of a server share while it runs.
final class Engine: Sendable {
  let router: Router
  let host: String?
  let limits: Limits
  let metrics: Metrics
  let log: AccessLog?
  let lines = Lines()
  let isStopping = Atomic(false)

  /// The requests under way.
  let underWay = DispatchGroup()

  /// Where uploads lie while they come.
  let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"

  init(_ router: Router, host: String?, limits: Limits, metrics: Metrics, log: AccessLog?) {
    self.router = router
    self.host = host
    self.limits = limits
    self.metrics = metrics
    self.log = log
  }
}
