import Foundation
import Testing

@testable import Documents

@Suite struct QRCodeTests {
  /// The text that zbar reads from a code drawn as a picture, or nothing where the program is not installed.
  private func read(_ code: QRCode) throws -> String? {
    // A portable bitmap, eight points to a module, with the light border around.
    let (scale, side) = (8, code.side + 8)
    var rows = [[UInt8]](repeating: [UInt8](repeating: 0, count: side), count: side)
    var (row, column) = (4, 4)
    for run in code.path.split(separator: "z") {
      let numbers = run.split(whereSeparator: { !$0.isNumber && $0 != "-" }).compactMap { Int($0) }
      column += numbers[0]
      row += numbers[1]
      for place in column..<(column + numbers[2]) { rows[row][place] = 1 }
    }
    var picture = "P1\n\(side * scale) \(side * scale)\n"
    for row in rows {
      let line = row.map { [String](repeating: String($0), count: scale).joined(separator: " ") }.joined(
        separator: " ")
      for _ in 0..<scale { picture += line + "\n" }
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID().uuidString).pbm")
    try picture.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["zbarimg", "--quiet", "--raw", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 127
      ? nil : String(decoding: text, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  @Test(
    "What is encoded is read by another's program",
    arguments: [
      "https://trygghetsregistret.example.se/verifiera/0123456789ABCDEFGHJKMNPQRS", "Åsa Öst", "1",
      String(repeating: "https://a.se/", count: 60),
    ])
  func roundTrip(_ text: String) throws {
    let code = try #require(QRCode(text))
    let read = try read(code)
    #expect(read == nil || read == text)
  }

  @Test("More than any square holds is refused")
  func tooLong() {
    #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
    #expect(QRCode("") == nil)
  }
}
