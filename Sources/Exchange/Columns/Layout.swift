/// The columns that a kind of file has, in the order in which they are written.
public struct Layout: Hashable, Sendable {
  /// Whether a file must have a column; whether a row must fill it is a matter of the row.
  enum Need: Hashable, Sendable {
    case required
    case optional
    /// Needed unless the file has all the alternatives.
    case replaceable
    case alternative
  }

  struct Entry: Hashable, Sendable {
    let column: Column
    let need: Need
  }

  private let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The columns, which a file may have in any order.
  public var columns: [Column] { entries.map(\.column) }

  /// The columns that a file with some columns lacks.
  func missing(in present: [Column]) -> [Column] {
    let isReplaced = columns(that: .alternative).allSatisfy(present.contains)
    let needed = entries.filter { $0.need == .required || ($0.need == .replaceable && !isReplaced) }
    return needed.map(\.column).filter { !present.contains($0) }
  }

  private func columns(that need: Need) -> [Column] {
    entries.filter { $0.need == need }.map(\.column)
  }
}

extension Layout.Entry {
  static func required(_ column: Column) -> Self { Self(column: column, need: .required) }
  static func optional(_ column: Column) -> Self { Self(column: column, need: .optional) }
}

extension [Layout.Entry] {
  /// A member, named by number or by alias and ring, as contact persons name them (decision C-97).
  static let member = [
    Layout.Entry(column: .personnummer, need: .replaceable),
    Layout.Entry(column: .alias, need: .alternative),
    Layout.Entry(column: .ring, need: .alternative),
  ]
}
