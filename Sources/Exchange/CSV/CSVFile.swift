import Glibc
import Register

/// A file of records that has been read through once and found whole.
///
/// What is wrong with a file as a whole is found when it is opened, so that nothing of it is stored; what is
/// wrong with a row is found when the row is read. The records can be gone through several times, in memory
/// that does not grow with the file.
public final class CSVFile {
  /// How the file writes its cells.
  public let dialect: CSVDialect

  /// The columns in the order of the file.
  public let header: CSVHeader

  /// How many records follow the header, blank rows not counted.
  public let recordCount: Int

  /// The size of the file.
  public var byteCount: Int { input.byteCount }

  let input: InputFile
  let limits: RecordScanner.Limits

  /// Opens a file and reads it through; `-` is the standard input.
  ///
  /// - Throws: `FileFault` when the file is wrong as a whole, `SystemFault` when it cannot be read.
  public convenience init(path: String, layout: Layout) throws {
    try self.init(InputFile(path: path), layout: layout, limits: RecordScanner.Limits())
  }

  init(_ input: InputFile, layout: Layout, limits: RecordScanner.Limits) throws {
    self.input = input
    self.limits = limits
    dialect = try CSVDialect(ofFileBeginningWith: CSVFile.beginning(of: input))
    let scanner = RecordScanner(input, dialect: dialect, limits: limits)
    guard try scanner.next() else { throw FileFault(.emptyFile) }
    try CSVFile.checkCharacters(of: scanner)
    header = try CSVHeader(scanner, layout: layout)
    scanner.columnNames = header.columns.map(\.rawValue)

    var count = 0
    while try scanner.next() {
      try CSVFile.checkCharacters(of: scanner)
      count += 1
    }
    recordCount = count
  }

  /// Goes through the records after the header.
  ///
  /// - Throws: what the body throws; `SystemFault` or `FileFault` when the file has been changed meanwhile.
  public func forEachRecord(_ body: (borrowing CSVRecord) throws -> Void) throws {
    let scanner = RecordScanner(input, dialect: dialect, limits: limits)
    guard try scanner.next() else { return }
    scanner.columnNames = header.columns.map(\.rawValue)
    while try scanner.next() {
      try body(CSVRecord(scanner, header: header))
    }
  }

  private static func beginning(of input: InputFile) throws(SystemFault) -> [UInt8] {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { piece.deallocate() }
    return Array(piece[..<(try input.read(into: piece, at: 0))])
  }

  private static func checkCharacters(of scanner: RecordScanner) throws(FileFault) {
    let record = scanner.record
    guard let base = record.baseAddress else { return }
    if let nul = memchr(base, 0, record.count) {
      throw scanner.fault(.nulByte, at: UnsafeRawPointer(nul) - UnsafeRawPointer(base))
    }
    do {
      _ = try UTF8Span(validating: record.span)
    } catch {
      let position = error.byteOffsets.lowerBound
      let encoding = ForeignEncoding(ofByte: record[position])
      throw scanner.fault(.notUTF8, at: position, encoding: encoding)
    }
  }
}

extension CSVHeader {
  fileprivate convenience init(_ scanner: RecordScanner, layout: Layout) throws(FileFault) {
    let bytes = scanner.record
    let names = scanner.cells.map { String(decoding: bytes[$0.trimmed(in: bytes)], as: UTF8.self) }
    try self.init(names: names, bytes: Array(bytes), row: scanner.row, layout: layout)
  }
}

extension RecordScanner {
  /// A fault at a byte of the record, with the cell that holds it.
  fileprivate func fault(
    _ code: FileFault.Code, at position: Int, encoding: ForeignEncoding? = nil
  ) -> FileFault {
    let cell = cells.firstIndex { $0.raw.contains(position) }
    let column = cell.flatMap { $0 < columnNames.count ? columnNames[$0] : nil }
    var facts: [String: Fact] = ["offset": .count(offset + position)]
    if let encoding { facts["encoding"] = .text(encoding.rawValue) }
    return FileFault(code, row: row, column: column, facts: facts)
  }
}
