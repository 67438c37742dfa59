import CQREncode

/// A text as a square of dark and light modules that a telephone reads.
struct QRCode {
  /// How many modules a side has, without the light border of four that readers need around it.
  let side: Int

  private let modules: [UInt8]

  /// Encodes a text in the smallest square, with a sixth of it restorable when the print is worn.
  ///
  /// The text is nothing for one that no square holds, which is beyond 2 331 bytes.
  init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    modules = Array(UnsafeBufferPointer(start: code.pointee.data, count: side * side))
  }

  /// The dark modules as the data of one SVG path, in units of a module: a rectangle for each run in a row.
  ///
  /// Each begins as far from the one before as its first two numbers say.
  var path: String {
    var path = ""
    var last = (row: 0, column: 0)
    for row in 0..<side {
      var column = 0
      while column < side {
        var end = column
        while end < side, isDark(row, end) { end += 1 }
        if end > column {
          path += "m\(column - last.column) \(row - last.row)h\(end - column)v1h-\(end - column)z"
          last = (row, column)
        }
        column = end + 1
      }
    }
    return path
  }

  /// The lowest bit of a module says that it is dark; the others tell what it is for.
  private func isDark(_ row: Int, _ column: Int) -> Bool {
    modules[row * side + column] & 1 == 1
  }
}
