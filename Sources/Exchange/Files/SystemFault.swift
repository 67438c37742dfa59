import Glibc

/// A file that the operating system would not open, read or write.
public struct SystemFault: Error, Hashable, Sendable {
  /// What was tried.
  public enum Operation: String, Sendable {
    /// Opening or reading the input.
    case read = "FILE_UNREADABLE"
    /// Creating, writing or renaming an output or temporary file.
    case write = "FILE_UNWRITABLE"
  }

  /// What was tried; the raw value is the public code.
  public let operation: Operation

  /// The number of the error, `ENOSPC` for a full disk.
  public let errorNumber: Int32

  /// States a fault.
  public init(operation: Operation, errorNumber: Int32) {
    self.operation = operation
    self.errorNumber = errorNumber
  }

  /// Takes the error that the last system call of this thread left.
  static func last(_ operation: Operation) -> SystemFault {
    SystemFault(operation: operation, errorNumber: errno)
  }
}
