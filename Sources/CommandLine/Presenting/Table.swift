/// Rows under a header, in columns two spaces apart.
public struct Table: Sendable {
  /// The header of a column and how its cells are set.
  public struct Column: Sendable {
    let title: String
    let isNumber: Bool

    /// A column of words, set to the left and shortened when the terminal is too narrow.
    public static func text(_ title: String) -> Column {
      Column(title: title, isNumber: false)
    }

    /// A column of numbers, set to the right and always whole.
    public static func number(_ title: String) -> Column {
      Column(title: title, isNumber: true)
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  private var widths: [Int]

  /// The columns that a shortened column keeps at least.
  private static let narrowest = 6
  private static let gap = 2

  /// Makes a table without rows.
  public init(_ columns: [Column]) {
    self.columns = columns
    self.widths = columns.map { $0.title.displayWidth }
  }

  /// Adds a row, with a cell for each column.
  public mutating func append(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has \(cells.count) cells for \(columns.count) columns")
    let row = cells.map(\.printable)
    for (index, cell) in row.enumerated() {
      widths[index] = max(widths[index], cell.displayWidth)
    }
    rows.append(row)
  }

  /// The lines of the table, no wider than `width` if the text columns can be shortened that far.
  ///
  /// Without a width nothing is shortened.
  public func text(width: Int?) -> String {
    let widths = width.map { fitted(to: $0) } ?? self.widths
    var text = ""
    write(columns.map(\.title), widths, to: &text)
    for row in rows { write(row, widths, to: &text) }
    return text
  }

  private func write(_ row: [String], _ widths: [Int], to text: inout String) {
    var skipped = 0
    for (index, cell) in row.enumerated() {
      let shown = cell.shortened(to: widths[index])
      let space = widths[index] - shown.displayWidth
      let before = columns[index].isNumber ? space : 0
      // Spaces are written before the next cell, so that no line ends in them.
      if !shown.isEmpty {
        text += String(repeating: " ", count: skipped + before) + shown
        skipped = 0
      } else {
        skipped += before
      }
      skipped += space - before + Table.gap
    }
    text += "\n"
  }

  /// The widths of the columns when the widest text columns give way first.
  private func fitted(to width: Int) -> [Int] {
    var widths = self.widths
    var excess = widths.reduce(0, +) + Table.gap * (columns.count - 1) - width
    while excess > 0 {
      let candidates = widths.indices.filter { !columns[$0].isNumber && widths[$0] > Table.narrowest }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
