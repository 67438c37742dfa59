import FoundationEssentials
import Glibc

extension Program {
  /// Runs with the arguments, environment and streams of the process, and ends it.
  ///
  /// The only place that reads them. A broken pipe is an error of a write here, not a signal that ends the process.
  public func main() -> Never {
    signal(SIGPIPE, SIG_IGN)
    let environment = ProcessInfo.processInfo.environment
    let code = run(
      Array(Swift.CommandLine.arguments.dropFirst()), environment: environment,
      output: .process(environment: environment), input: .standard)
    exit(code.rawValue)
  }
}
