public import Identity
public import Register

/// What is reported of a member at an occasion, as a row of `attendance`.
public struct AttendanceRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.attendance

  /// The sender's identifier of the occasion.
  public var occasion: String

  /// The member.
  public var member: MemberReference

  /// What is reported.
  public var status: AttendanceStatus

  /// The other member who attests it (decision C-64).
  public var attestedBy: IdentityNumber?

  /// Describes a row.
  public init(
    occasion: String, member: MemberReference, status: AttendanceStatus, attestedBy: IdentityNumber? = nil
  ) {
    self.occasion = occasion
    self.member = member
    self.status = status
    self.attestedBy = attestedBy
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let occasion = row.text(.occasion, .required)
    let member = row.member()
    let status = row.choice(.status, .required, of: AttendanceStatus.self)
    let attestedBy = row.identityNumber(.attestedBy)
    guard let occasion, let member, let status else { return nil }
    self.init(
      occasion: occasion, member: member, status: status, attestedBy: attestedBy)
  }

  /// The row as a record.
  public var cells: [String?] {
    [occasion] + member.cells + [status.rawValue, attestedBy?.twelveDigits]
  }
}
