import Foundation
import HTTPTesting
import Testing

/// Files made to break the service, sent by somebody who may upload: told what is wrong, and everybody else is served.
@Suite struct HostileUploadTests {
  private let trygg: TryggProgram
  private let now = "2027-06-15T12:00"

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01)
    try trygg.must("user", "add", "utbildaren", "--role", "provider", "--provider", TryggProgram.provider)
  }

  private static let header = "reference,provider,programme,module,personnummer,starts_at,ends_at,trainer\n"

  private static let bombs: [String: [UInt8]] = [
    "a record without end": Array((header + String(repeating: "a", count: 15_000_000)).utf8),
    "a quote never closed": Array((header + "\"" + String(repeating: "a\n", count: 5_000_000)).utf8),
    "a million columns": Array((String(repeating: "a,", count: 1_000_000) + "b\n").utf8),
    "a row of a million columns": Array((header + String(repeating: ",", count: 900_000) + "\n").utf8),
    "nothing": [], "a single NUL": [0],
    "bytes that are no text": [UInt8](repeating: 0xFF, count: 1_000_000),
    "a zip that would unfold": Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 100_000),
  ]

  @Test(arguments: bombs.keys.sorted()) func aBombIsToldAndNothingIsStored(name: String) throws {
    let service = try Service(trygg, now: now)
    let visitor = try service.signIn(trygg, "utbildaren", now: now)
    let before = try trygg.sql("SELECT count(*) FROM session")
    let answer = try visitor.upload(
      try #require(HostileUploadTests.bombs[name]), as: "sessions", to: "/utbildning/fil")
    #expect(answer?.status == 422 || answer?.status == 200, "\(name): \(answer?.status ?? 0)")
    #expect(answer?.headers["content-type"]?.contains("xhtml") == true)
    for word in ["Fatal", ".swift", "Error(", trygg.folder.path] {
      #expect(answer?.text.contains(word) == false)
    }
    #expect(try trygg.sql("SELECT count(*) FROM session") == before)
    #expect(try visitor.get("/utbildning").status == 200)
  }

  /// Every row of a long file is wrong: the page holds as many of them as a browser can bear, and says so.
  @Test func aLongFileOfWrongRowsIsAnswered() throws {
    let service = try Service(trygg, now: now)
    let visitor = try service.signIn(trygg, "utbildaren", now: now)
    let row = ",\(TryggProgram.provider),TR,XXX,1,2027-06-01T18:00,2027-06-01T19:00,\n"
    let rows = (0..<60_000).map { "w\($0)" + row }.joined()
    let answer = try #require(
      try visitor.upload(
        Array((HostileUploadTests.header + rows).utf8), as: "sessions", to: "/utbildning/fil"))
    #expect(answer.status == 200)
    #expect(answer.text.contains("60000") && answer.text.contains("60\u{A0}000"))
    #expect(answer.body.count < 6_000_000)
    #expect(try visitor.get("/utbildning").status == 200)
  }

  /// A gigabyte is refused by its length, before a byte of it is read.
  @Test func aGigabyteIsRefusedAtOnce() throws {
    let service = try Service(trygg, now: now)
    let visitor = try service.signIn(trygg, "utbildaren", now: now)
    let wire = try service.wire()
    wire.send(
      "POST /utbildning/fil HTTP/1.1\r\nHost: localhost\r\nCookie: \(visitor.cookie)\r\n"
        + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1073741824\r\n\r\n")
    #expect(wire.answer()?.status == 413)
    #expect(wire.isHungUp())
    #expect(try visitor.get("/utbildning").status == 200)
  }
}
