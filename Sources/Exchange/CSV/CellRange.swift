/// Where a cell lies in its record, from delimiter to delimiter.
struct CellRange {
  enum Quoting: UInt8 {
    case none
    case quoted
    case withDoubledQuotes
  }

  var start: Int32
  var end: Int32
  var quoting: Quoting

  /// The bytes between delimiters, quotes included.
  var raw: Range<Int> { Int(start)..<Int(end) }

  /// The bytes without the quotes around them.
  var content: Range<Int> { quoting == .none ? raw : Int(start) + 1..<Int(end) - 1 }

  /// The content without spaces and tabs at its ends.
  func trimmed(in record: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var bounds = content
    while let first = bounds.first, ASCII.isSpace(record[first]) { bounds = first + 1..<bounds.upperBound }
    while let last = bounds.last, ASCII.isSpace(record[last]) { bounds = bounds.lowerBound..<last }
    return bounds
  }
}
