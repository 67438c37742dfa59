public import Register

/// Something in the audit log that is not as it was written.
public struct AuditFault: Hashable, Sendable {
  /// The kinds of fault.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The entry no longer gives the hash that stands in it.
    case changed = "AUDIT_CHANGED"
    /// The entry that follows remembers another hash than the one that stands in this one.
    case replaced = "AUDIT_REPLACED"
    /// No entry has the number, though a later one or the head has.
    case missing = "AUDIT_MISSING"
    /// What the entry says about a person is not what it said.
    case personalChanged = "AUDIT_PERSONAL_CHANGED"
    /// What the entry said about a person is gone without an order by retention.
    case personalMissing = "AUDIT_PERSONAL_MISSING"
    /// An order to destroy what entries say about persons covers others than it did.
    case redactionChanged = "AUDIT_REDACTION_CHANGED"
    /// The head holds another hash than the entry it was signed for.
    case headDiffers = "AUDIT_HEAD_DIFFERS"
    /// The register's key did not sign the head.
    case headForged = "AUDIT_HEAD_FORGED"
    /// No head, or no readable one, stands beside the register.
    case headMissing = "AUDIT_HEAD_MISSING"
  }

  /// What is wrong.
  public let kind: Kind

  /// The number of the entry.
  public let number: EntryNumber

  /// States a fault.
  init(_ kind: Kind, _ number: EntryNumber) {
    self.kind = kind
    self.number = number
  }
}

/// What a check of the whole audit log found.
public struct AuditReport: Hashable, Sendable {
  /// How many faults are listed; a log that is wrong throughout would fill the memory.
  static let limit = 1_000

  /// How many entries stand in the log.
  public internal(set) var entryCount = 0

  /// The last entry.
  public internal(set) var tip = AuditTip.empty

  /// How many entries said something about a person that retention has destroyed.
  public internal(set) var redactedCount = 0

  /// The signed head beside the register, to be printed and kept elsewhere.
  public internal(set) var head: AuditHead?

  /// The first faults in the order of the entries, at most a thousand.
  public private(set) var faults: [AuditFault] = []

  /// How many faults there are in all.
  public private(set) var faultCount = 0

  /// How many entries came after the head was signed: a crash came between commit and signature.
  public var unsignedCount: Int { Int(max(0, tip.number - (head?.tip.number ?? 0))) }

  mutating func add(_ kind: AuditFault.Kind, _ numbers: ClosedRange<EntryNumber>) {
    faultCount += numbers.count
    faults += numbers.prefix(AuditReport.limit - faults.count).map { AuditFault(kind, $0) }
  }

  mutating func add(_ kind: AuditFault.Kind, _ number: EntryNumber) {
    add(kind, number...number)
  }
}
