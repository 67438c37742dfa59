import Register

/// How Skatteverket received a control statement, as a row of a receipt.
public struct ReceiptRow: ImportRow {
  /// The answers, by the words of the file.
  public enum Status: String, CaseIterable, Sendable {
    case accepted
    case rejected
  }

  /// The columns of the kind.
  public static let layout = Layout([
    .required(.specification), .required(.status), .optional(.code), .optional(.text),
  ])

  /// Field 570 of the statement.
  public var specification: Int64

  /// The answer.
  public var status: Status

  /// The number of the rule that the statement broke.
  public var code: String?

  /// What the receipt says more.
  public var text: String?

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let specification = row.text(.specification, .required, limit: 10)
    let status = row.choice(.status, .required, of: Status.self)
    code = row.text(.code, limit: 20)
    text = row.text(.text, limit: 200)
    guard let specification, let status else { return nil }
    guard let number = Int64(specification), number > 0 else {
      row.refuse(Refusal(.numberFormat), in: .specification)
      return nil
    }
    self.specification = number
    self.status = status
  }

  /// The row as a record.
  public var cells: [String?] { [String(specification), status.rawValue, code, text] }
}
