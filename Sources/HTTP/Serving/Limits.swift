/// How much of the machine strangers may take.
public struct Limits: Hashable, Sendable {
  /// Connections held at once; further ones wait in the system's queue.
  public var connections = 4_096

  /// Threads that answer requests, each with its own share of the connections.
  public var threads = 64

  /// Bytes of memory for one connection; the request line and the headers must fit.
  public var headerBytes = 32_768

  /// How long a connection may lie idle, and how long its request line and headers may take, in seconds.
  public var headerSeconds = 30

  /// How long a body may take to come in, and an answer to be read, in seconds.
  public var bodySeconds = 300

  /// How long a stop waits for answers under way, in seconds.
  public var stopSeconds = 20

  /// Makes the limits of a small service.
  public init() {}
}
