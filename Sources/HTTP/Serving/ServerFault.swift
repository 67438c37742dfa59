/// Why a server cannot start.
public struct ServerFault: Error, Hashable, Sendable {
  /// The reasons.
  public enum Code: String, CaseIterable, Sendable {
    /// Another program listens there.
    case addressInUse = "ADDRESS_IN_USE"
    /// The address cannot be listened on.
    case address = "ADDRESS_UNUSABLE"
    /// systemd has passed no socket.
    case nothingInherited = "NO_SOCKET_PASSED"
    /// The library refused to start.
    case library = "HTTP_LIBRARY"
  }

  /// The reason.
  public let code: Code

  /// The system's number for it, 0 when there is none.
  public let errorNumber: Int32
}
