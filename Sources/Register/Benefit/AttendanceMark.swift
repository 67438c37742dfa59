/// What is known of one member at one occasion, in one byte.
///
/// No bit at all is a called member without an entry, who is absent (decision C-61).
public struct AttendanceMark: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Takes the bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The mark of the latest entry of the person and the occasion.
  public init(_ status: AttendanceStatus, isAttested: Bool) {
    let mark: AttendanceMark =
      switch status {
      case .present: .present
      case .excused: .excused
      case .absent: []
      }
    self = isAttested ? mark.union(.attested) : mark
  }

  /// Present, in the room or by an announced link.
  public static let present = AttendanceMark(rawValue: 1)

  /// Absent with excuse.
  public static let excused = AttendanceMark(rawValue: 2)

  /// Attested by another member (decision C-64).
  public static let attested = AttendanceMark(rawValue: 4)

  /// Named on the roster of the occasion (decision C-60).
  public static let onRoster = AttendanceMark(rawValue: 8)
}
