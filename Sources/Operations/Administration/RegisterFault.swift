public import Register
import Store

/// What is wrong with the register's file, for callers that do not know how it is stored.
public struct RegisterFault: Error, Hashable, Sendable {
  /// What can be done about it.
  public enum Remedy: Hashable, Sendable {
    /// The file is not a register, is newer than the program or is damaged.
    case mendInput
    /// No file stands there.
    case findInput
    /// The file, its folder or the disk cannot be written.
    case freeOutput
    /// Somebody else is writing.
    case tryAgain
    /// The program is at fault.
    case reportFault
  }

  /// The code, worded in the message catalogue.
  public let code: String

  /// The values that the wording uses.
  public let facts: [String: Fact]

  /// What can be done about it.
  public let remedy: Remedy

  init(_ error: StoreError, path: String) {
    code = error.code.rawValue
    // What already stands may be a file beside the one that was asked for.
    let path = error.code == .exists ? error.context : path
    facts = ["path": .text(path), "context": .text(error.context)]
    remedy = Remedy(error.code)
  }
}

extension RegisterFault.Remedy {
  init(_ code: StoreError.Code) {
    self =
      switch code {
      case .busy: .tryAgain
      case .missing, .companionMissing: .findInput
      case .exists, .notARegister, .newerVersion, .damaged, .auditCut: .mendInput
      case .readOnly, .folderNotWritable, .folderMissing, .cannotOpen, .diskFull, .inputOutput: .freeOutput
      case .constraint, .misuse: .reportFault
      }
  }
}

/// Runs a body and tells faults of the register's file as such.
func tellingFaults<Result>(of path: String, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as StoreError {
    throw RegisterFault(error, path: path)
  }
}
