import HTTP
import HTTPTesting
import Testing

/// Bodies, forms and uploads, and how little of the machine a stranger gets by them.
struct BodyTests {
  @Test func aBodyUpToTheLimitIsTaken() throws {
    let body = [UInt8](repeating: 65, count: 1_000)
    #expect(try Echo().answer("POST", "/echo", body: body)?.body == body)
  }

  /// Told by its length alone: not a byte of it is read.
  @Test(arguments: [1_001, 1_000_000_000, 999_999_999_999_999])
  func aLongerBodyIsRefusedAtOnce(length: Int) throws {
    let echo = try Echo()
    let wire = try echo.wire()
    wire.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(length)\r\n\r\n")
    #expect(wire.answer()?.status == 413)
    #expect(wire.isHungUp())
  }

  /// Chunks tell no length before; the connection ends where the limit is passed.
  @Test func endlessChunksAreCutOff() throws {
    let echo = try Echo()
    let wire = try echo.wire()
    wire.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
    let chunk = "3e8\r\n" + String(repeating: "A", count: 1_000) + "\r\n"
    var sent = 0
    while sent < 10_000, wire.send(chunk) { sent += 1 }
    #expect(wire.isHungUp())
    #expect(echo.paths.list.isEmpty)
    #expect(try echo.answer("GET", "/")?.status == 200)
  }

  @Test func aRouteWithoutABodyTakesNone() throws {
    #expect(try Echo().answer("GET", "/", body: [1])?.status == 413)
  }

  @Test func aURLCodedFormIsRead() throws {
    let answer = try Echo().answer(
      "POST", "/form", headers: ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8"],
      body: Array("namn=%C3%85sa+B&b=".utf8))
    #expect(answer?.text == "namn=Åsa B|b=")
  }

  private static let type = "multipart/form-data; boundary=\"x y\""

  private static func part(_ header: String, _ content: String) -> String {
    "--x y\r\nContent-Disposition: form-data; \(header)\r\n\r\n\(content)\r\n"
  }

  @Test func aFileIsTakenWithItsFields() throws {
    let body =
      BodyTests.part(#"name="kind""#, "sessions")
      + BodyTests.part(
        "name=\"file\"; filename=\"C:\\pass;1.csv\"\r\nContent-Type: text/csv", "a,b\r\n--x\r\n1,2\r\n")
      + BodyTests.part(#"name="empty"; filename="""#, "") + "--x y--\r\n"
    let answer = try Echo().answer(
      "POST", "/form", headers: ["Content-Type": BodyTests.type], body: Array(body.utf8))
    #expect(answer?.text == "kind=sessions|file:pass;1.csv:15")
  }

  /// The delimiter may be cut anywhere between two pieces.
  @Test func aFileSentByteByByteIsTheSame() throws {
    let body = BodyTests.part(#"name="file"; filename="a.csv""#, "\r\n\r\n--x \r\n-") + "--x y--\r\n"
    let echo = try Echo()
    let wire = try echo.wire()
    wire.send(
      "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(BodyTests.type)\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n")
    for byte in body.utf8 { wire.send([byte]) }
    #expect(wire.answer()?.text == "file:a.csv:11")
  }

  @Test(arguments: [
    "", "--x y", "--x y\r\n\r\n", "--x y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nabc",
    "--x y\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x y--", "--x yz\r\n",
    "--x y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\u{e5}\r\n--x y-",
  ])
  func brokenPartsAreRefused(body: String) throws {
    let answer = try Echo().answer(
      "POST", "/form", headers: ["Content-Type": BodyTests.type], body: Array(body.utf8))
    // A body of no bytes is a form without fields.
    #expect(answer?.status == (body.isEmpty ? 200 : 400))
  }

  @Test(arguments: [("application/json", 415), ("multipart/form-data", 400), ("text/csv", 415)])
  func anotherMediaTypeIsRefused(type: String, status: Int) throws {
    #expect(try Echo().answer("POST", "/form", headers: ["Content-Type": type], body: [65])?.status == status)
  }
}
