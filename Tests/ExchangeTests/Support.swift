import Foundation
import Identity
import Register

@testable import Exchange

/// A folder of its own for one test, gone with the test.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "exchange-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ bytes: some Sequence<UInt8>, as name: String = "file.csv") throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

extension CSVFile {
  /// Opens content that lies in memory.
  convenience init(
    _ bytes: some Sequence<UInt8>, layout: Layout, limits: RecordScanner.Limits = .init()
  ) throws {
    let folder = try Folder()
    try self.init(InputFile(path: folder.write(bytes)), layout: layout, limits: limits)
  }

  convenience init(_ text: String, layout: Layout, limits: RecordScanner.Limits = .init()) throws {
    try self.init(text.utf8, layout: layout, limits: limits)
  }

  /// The records after the header, each with its row and the exact content of its cells.
  func contents() throws -> [Content] {
    var all: [Content] = []
    try forEachRecord { record in
      let cells = record.cells
      let texts = cells.ranges.map { range in
        let text = String(decoding: cells.bytes[range.content], as: UTF8.self)
        return range.quoting == .withDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
      }
      all.append(Content(row: record.row, cells: texts))
    }
    return all
  }

  struct Content: Hashable {
    var row: Int
    var cells: [String]
  }

  /// The rows of a kind, or what is wrong with them.
  func rows<Row: ImportRow>(_: Row.Type = Row.self) throws -> [Result<Row, Refusals>] {
    var all: [Result<Row, Refusals>] = []
    try forEachRecord { record in
      do throws(Refusals) {
        all.append(.success(try Row(record, on: today)))
      } catch {
        all.append(.failure(error))
      }
    }
    return all
  }
}

/// The day on which tests take place.
let today = LocalDate(dayNumber: 21_000)

extension Layout {
  /// Three columns of text, for tests of the form alone.
  static let three = Layout([.required(.name), .required(.alias), .required(.basis)])
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
