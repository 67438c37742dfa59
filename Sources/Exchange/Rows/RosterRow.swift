/// A member called to an occasion by name, as a row of `rosters`.
public struct RosterRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.rosters

  /// The sender's identifier of the occasion.
  public var occasion: String

  /// Who is called.
  public var member: MemberReference

  /// Describes a row.
  public init(
    occasion: String, member: MemberReference
  ) {
    self.occasion = occasion
    self.member = member
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let occasion = row.text(.occasion, .required)
    let member = row.member()
    guard let occasion, let member else { return nil }
    self.init(
      occasion: occasion, member: member)
  }

  /// The row as a record.
  public var cells: [String?] {
    [occasion] + member.cells
  }
}
