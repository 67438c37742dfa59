import Glibc
import Register

/// Splits a file into records and their cells, one record in memory at a time.
///
/// The buffer holds one record of the greatest length and a piece of the next, whatever the size of the file.
/// A record ends with CR LF, LF or CR outside quotes, or with the file. Records without content, be they
/// empty lines or the rows of bare delimiters that spreadsheets leave behind, are passed over but counted as
/// rows.
final class RecordScanner {
  /// Sizes in bytes, which tests make small.
  struct Limits {
    var record = 1_000_000
    var piece = 1 << 16
  }

  /// More columns than any kind of file has; further cells of a record are counted but not kept.
  static let keptCells = 64

  /// The columns by which faults are named, once the header has been read.
  var columnNames: [String] = []

  /// The row of the record, as a spreadsheet numbers it.
  private(set) var row = 0

  /// How many cells the record has.
  private(set) var cellCount = 0

  /// Whether a quote stands where RFC 4180 has no place for it, so that the cell cannot be read with
  /// certainty.
  private(set) var hasMisplacedQuote = false

  private let input: InputFile
  private let delimiter: UInt8
  private let limits: Limits
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let kept: UnsafeMutableBufferPointer<CellRange>

  /// Where the buffer lies in the file, and in it the record, the record after it and the end of what is
  /// read.
  private var bufferOffset: Int
  private var start = 0
  private var length = 0
  private var following = 0
  private var end = 0
  private var isAtEndOfFile = false

  init(_ input: InputFile, dialect: CSVDialect, limits: Limits = Limits()) {
    self.input = input
    self.limits = limits
    delimiter = dialect.delimiter.rawValue
    bufferOffset = dialect.hasByteOrderMark ? CSVDialect.byteOrderMark.count : 0
    bytes = .allocate(capacity: limits.record + limits.piece + 2)
    kept = .allocate(capacity: RecordScanner.keptCells)
  }

  deinit {
    bytes.deallocate()
    kept.deallocate()
  }

  /// The record's bytes without the line end, until the next record is asked for.
  var record: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<start + length])
  }

  /// The cells of the record as far as they are kept, until the next record is asked for.
  var cells: UnsafeBufferPointer<CellRange> {
    UnsafeBufferPointer(rebasing: kept[..<min(cellCount, RecordScanner.keptCells)])
  }

  /// Where the record begins in the file.
  var offset: Int { bufferOffset + start }

  /// Goes to the next record with content, or tells that there is none.
  func next() throws -> Bool {
    repeat {
      guard try advance() else { return false }
    } while length == cellCount - 1
    return true
  }

  /// Lets the record at a place be the next one.
  func move(to place: RecordPlace) {
    row = place.row - 1
    let position = place.offset - bufferOffset
    if (0..<end).contains(position) {
      following = position
    } else {
      bufferOffset = place.offset
      (start, following, end) = (0, 0, 0)
      isAtEndOfFile = false
    }
  }

  private func advance() throws -> Bool {
    start = following
    row += 1
    while true {
      if start < end {
        switch split() {
        case .whole:
          guard length <= limits.record else { throw try overLimit() }
          return true
        case .cutOff(let openQuote):
          guard end - start <= limits.record + 1 else { throw try overLimit() }
          if let openQuote, isAtEndOfFile { throw quoteOpen(at: openQuote) }
        }
      } else if isAtEndOfFile {
        return false
      }
      try refill()
    }
  }

  /// Moves what is left of the buffer to its beginning and reads on.
  ///
  /// As much is read as is there already, so that a long record is not split anew for every small piece.
  private func refill() throws(SystemFault) {
    let rest = end - start
    if start > 0, let base = bytes.baseAddress {
      memmove(base, base + start, rest)
      bufferOffset += start
      (start, end) = (0, rest)
    }
    let wanted = min(max(limits.piece, rest), bytes.count - end)
    let space = UnsafeMutableRawBufferPointer(
      rebasing: UnsafeMutableRawBufferPointer(bytes)[end..<end + wanted])
    let count = try input.read(into: space, at: bufferOffset + end)
    isAtEndOfFile = count == 0
    end += count
  }

  /// Why the record is too long: for a quote never closed, if the limit falls inside a quoted cell and the rest of the
  /// file holds no quote that ends it.
  ///
  /// The buffer is looked at up to the limit alone, so that the answer does not hang on how much has been read.
  private func overLimit() throws(SystemFault) -> FileFault {
    end = start + limits.record + 1
    isAtEndOfFile = false
    if case .cutOff(let openQuote?) = split() {
      let fault = quoteOpen(at: openQuote)
      if try !isClosed(quoteAt: bufferOffset + openQuote) { return fault }
    }
    return FileFault(
      .recordTooLong, row: row, facts: ["offset": .count(offset), "limit": .count(limits.record)])
  }

  /// Reads on to see whether a quoted cell ends, which uses up the buffer.
  private func isClosed(quoteAt offset: Int) throws(SystemFault) -> Bool {
    var position = offset + 1
    var mayEnd = false
    while true {
      let count = try input.read(into: UnsafeMutableRawBufferPointer(bytes), at: position)
      guard count > 0 else { return mayEnd }
      for byte in bytes[..<count] {
        // A doubled quote stands for itself.
        if byte == ASCII.quote { mayEnd.toggle() } else if mayEnd { return true }
      }
      position += count
    }
  }

  private func quoteOpen(at position: Int) -> FileFault {
    let column = cellCount < columnNames.count ? columnNames[cellCount] : nil
    return FileFault(
      .quoteOpen, row: row, column: column, facts: ["offset": .count(bufferOffset + position)])
  }
}

extension RecordScanner {
  private enum Outcome {
    case whole
    /// The buffer ends before the record does, perhaps inside a quoted cell that begins at a place.
    case cutOff(openQuote: Int?)
  }

  /// Splits the record at `start` into cells.
  private func split() -> Outcome {
    cellCount = 0
    hasMisplacedQuote = false
    var position = start
    while true {
      let cellStart = position
      var quoting = CellRange.Quoting.none
      if position < end, bytes[position] == ASCII.quote {
        guard let close = closingQuote(after: position, quoting: &quoting) else {
          return .cutOff(openQuote: cellStart)
        }
        position = close + 1
      }
      let afterQuote = position
      while position < end, bytes[position] != delimiter, !ASCII.isLineEnd(bytes[position]) {
        position += 1
      }
      guard position < end || isAtEndOfFile else { return .cutOff(openQuote: nil) }
      if quoting != .none, position > afterQuote { hasMisplacedQuote = true }
      if cellCount < RecordScanner.keptCells {
        kept[cellCount] = CellRange(
          start: Int32(cellStart - start), end: Int32(position - start), quoting: quoting)
      }
      cellCount += 1
      if position < end, bytes[position] == delimiter {
        position += 1
        continue
      }
      guard let lineEnd = lengthOfLineEnd(at: position) else { return .cutOff(openQuote: nil) }
      length = position - start
      following = position + lineEnd
      return .whole
    }
  }

  /// Finds the quote that ends a quoted cell; a doubled one stands for itself.
  private func closingQuote(after opening: Int, quoting: inout CellRange.Quoting) -> Int? {
    quoting = .quoted
    var position = opening + 1
    while position < end, let base = bytes.baseAddress,
      let found = memchr(base + position, Int32(ASCII.quote), end - position)
    {
      let quote = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(base)
      position = quote + 1
      // The next byte tells whether the quote is doubled; before the end of the file it must be waited for.
      guard position < end else { return isAtEndOfFile ? quote : nil }
      guard bytes[position] == ASCII.quote else { return quote }
      quoting = .withDoubledQuotes
      position += 1
    }
    return nil
  }

  /// The length of the line end at a place, none at the end of the file, or nothing when it is not known yet.
  private func lengthOfLineEnd(at position: Int) -> Int? {
    guard position < end else { return 0 }
    guard bytes[position] == ASCII.carriageReturn else { return 1 }
    guard position + 1 < end else { return isAtEndOfFile ? 1 : nil }
    return bytes[position + 1] == ASCII.lineFeed ? 2 : 1
  }
}
