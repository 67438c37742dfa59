internal import CSQLite
import Glibc

/// A row of integers that SQLite gathered with others into one value, by the SQL function `packed(a, b, …)`.
///
/// Where a query gives a row for each attendance of a large year, stepping to a row and asking for its columns costs more
/// than the row does. The rows come in the order in which the query visits them.
struct PackedRow {
  /// What stands for NULL.
  static let absent = Int64.min

  fileprivate let start: UnsafeRawPointer

  /// The value of a column, from 0: a number, `absent`, or the `code` of a text.
  subscript(column: Int) -> Int64 {
    start.loadUnaligned(fromByteOffset: column * MemoryLayout<Int64>.size, as: Int64.self)
  }

  /// The number that stands for a text of at most seven bytes.
  static func code(_ text: String) -> Int64 {
    text.utf8.reduce(0) { $0 << 8 | Int64($1) }
  }
}

extension Statement {
  /// Visits the rows in the one value that a query over `packed` gives.
  func forEachPacked<each Value: SQLValue>(
    _ values: repeat each Value, columns: Int, body: (PackedRow) throws -> Void
  ) throws {
    _ = try first(repeat each values) { row in
      var fault: (any Error)?
      try row.withBytes(0) { bytes in
        do {
          let size = columns * MemoryLayout<Int64>.size
          for offset in stride(from: 0, to: bytes.count, by: size) {
            guard let start = bytes.baseAddress else { return }
            try body(PackedRow(start: start + offset))
          }
        } catch {
          fault = error
        }
      }
      if let fault { throw fault }
    }
  }
}

/// What one call of `packed` has gathered so far; SQLite keeps it, all zero at first.
struct PackedGathering {
  private var numbers: UnsafeMutablePointer<Int64>?
  private var count = 0
  private var capacity = 0

  /// Makes the function known to a connection; no trigger or view may call it.
  static func offer(to connection: OpaquePointer) -> Bool {
    let result = sqlite3_create_function_v2(
      connection, "packed", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nil, nil,
      { context, count, values in PackedGathering.add(context, count, values) },
      { context in PackedGathering.finish(context) }, nil)
    return result == SQLITE_OK
  }

  private static func place(
    _ context: OpaquePointer?, size: Int
  ) -> UnsafeMutablePointer<PackedGathering>? {
    sqlite3_aggregate_context(context, Int32(size))?.assumingMemoryBound(to: PackedGathering.self)
  }

  private static func add(
    _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) {
    guard let values, let gathering = place(context, size: MemoryLayout<PackedGathering>.stride),
      let end = gathering.pointee.room(for: Int(count))
    else { return sqlite3_result_error_nomem(context) }
    for column in 0..<Int(count) { end[column] = number(values[column]) }
  }

  /// Where as many more numbers go, or nothing when there is no memory.
  private mutating func room(for more: Int) -> UnsafeMutablePointer<Int64>? {
    if count + more > capacity {
      let larger = max(256, 2 * (count + more))
      guard let moved = realloc(numbers, larger * MemoryLayout<Int64>.stride) else { return nil }
      numbers = moved.assumingMemoryBound(to: Int64.self)
      capacity = larger
    }
    defer { count += more }
    return numbers.map { $0 + count }
  }

  private static func number(_ value: OpaquePointer?) -> Int64 {
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER: return sqlite3_value_int64(value)
    case SQLITE_TEXT:
      let bytes = UnsafeBufferPointer(
        start: sqlite3_value_text(value), count: Int(sqlite3_value_bytes(value)))
      return bytes.prefix(7).reduce(0) { $0 << 8 | Int64($1) }
    default: return PackedRow.absent
    }
  }

  private static func finish(_ context: OpaquePointer?) {
    guard let gathered = place(context, size: 0)?.pointee, let numbers = gathered.numbers else {
      sqlite3_result_zeroblob(context, 0)
      return
    }
    let size = gathered.count * MemoryLayout<Int64>.stride
    sqlite3_result_blob(context, numbers, Int32(clamping: size)) { free($0) }
  }
}
