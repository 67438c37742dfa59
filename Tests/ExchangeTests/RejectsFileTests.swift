import Foundation
import Register
import Testing

@testable import Exchange

@Suite("Refused rows go out as they came in, with why")
struct RejectsFileTests {
  /// The rejects file of an import, or nothing when there is none.
  static func rejects(of text: String) throws -> String? {
    let folder = try Folder()
    let path = folder.path + "/rejects.csv"
    let source = try CSVFile(text, layout: .attendance)
    let rejects = RejectsFile(path: path, source: source)
    try source.forEachRecord { record in
      do throws(Refusals) {
        _ = try AttendanceRow(record, on: today)
      } catch {
        try rejects.add(record, error: error.all.map(\.code.rawValue).joined(separator: "; "))
      }
    }
    try rejects.commit()
    guard try folder.names == ["rejects.csv"] else { return nil }
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    return try folder.read("rejects.csv")
  }

  @Test("Delimiter, mark, order and quotes stay as they were")
  func asSent() throws {
    let text = """
      \u{FEFF}status;occasion;personnummer\r
      present;A01;198507092388\r
      "here";"=A;01";198507092389\r

      """
    #expect(
      try Self.rejects(of: text)
        == "\u{FEFF}status;occasion;personnummer;error\r\n"
        + "\"here\";\"=A;01\";198507092389;\"CHECK_DIGIT; CHOICE\"\r\n"
    )
  }

  @Test("Without a refused row there is no file")
  func nothingRefused() throws {
    #expect(try Self.rejects(of: "occasion,personnummer,status\nA01,198507092388,present\n") == nil)
  }

  @Test("A file that was mended in part comes back with the new reason in the same column")
  func mendedInPart() throws {
    let first = try #require(
      try Self.rejects(of: "occasion,personnummer,status\nA01,198507092389,x\nA02,198507092389,present\n"))
    #expect(
      first
        == "occasion,personnummer,status,error\r\n"
        + "A01,198507092389,x,CHECK_DIGIT; CHOICE\r\nA02,198507092389,present,CHECK_DIGIT\r\n"
    )
    let mended = first.replacing("198507092389", with: "198507092388")
    #expect(
      try Self.rejects(of: mended)
        == "occasion,personnummer,status,error\r\nA01,198507092388,x,CHOICE\r\n")
    #expect(try Self.rejects(of: mended.replacing(",x,", with: ",absent,")) == nil)
  }

  @Test("The column of reasons may stand anywhere")
  func errorColumnFirst() throws {
    #expect(
      try Self.rejects(of: "error,occasion,personnummer,status\n\"a \"\"b\"\"\",A01,198507092389,present\n")
        == "error,occasion,personnummer,status\r\nCHECK_DIGIT,A01,198507092389,present\r\n")
  }

  @Test("A row with the wrong number of cells never becomes one with the right number")
  func cellCount() throws {
    let rejects = try #require(
      try Self.rejects(of: "occasion,personnummer,status\nA01,198507092388\nA02,198507092388,present,,,x\n"))
    #expect(
      rejects
        == "occasion,personnummer,status,error\r\n"
        + "A01,198507092388,FIELD_COUNT\r\nA02,198507092388,present,,,x,FIELD_COUNT\r\n"
    )
    #expect(try Self.rejects(of: rejects)?.contains("FIELD_COUNT") == true)
  }

  @Test("The last row of a file without a line end at its end is whole in the rejects")
  func noLineEnd() throws {
    #expect(
      try Self.rejects(of: "occasion,personnummer,status\n\"A\n1\",198507092388,x")
        == "occasion,personnummer,status,error\r\n\"A\n1\",198507092388,x,CONTROL_CHARACTER; CHOICE\r\n")
  }
}
