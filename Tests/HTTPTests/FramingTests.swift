import HTTP
import HTTPTesting
import Testing

/// The framing table of the engineering notes, each row sent over a socket as it stands.
struct FramingTests {
  private static let smuggled = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"

  /// Requests that two programs could read in two ways: refused, and the connection closed with whatever follows.
  @Test(arguments: [
    "length and chunks":
      "Host: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two lengths": "Host: localhost\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n",
    "the same length twice": "Host: localhost\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
    "a blank before the colon": "Host: localhost\r\nContent-Length : 5\r\n\r\nhello",
    "a length with a sign": "Host: localhost\r\nContent-Length: +5\r\n\r\nhello",
    "a length in hexadecimal": "Host: localhost\r\nContent-Length: 0x5\r\n\r\nhello",
    "a negative length": "Host: localhost\r\nContent-Length: -1\r\n\r\n",
    "a list of lengths": "Host: localhost\r\nContent-Length: 5, 5\r\n\r\nhello",
    "an unknown coding with a length":
      "Host: localhost\r\nTransfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\nhello",
    "an unknown coding": "Host: localhost\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "two codings":
      "Host: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "a header name with a quote": "Host: localhost\r\nX\"Y: value\r\nContent-Length: 0\r\n\r\n",
    "a control character": "Host: localhost\r\nX-Name: a\u{1}b\r\nContent-Length: 0\r\n\r\n",
    "two hosts": "Host: localhost\r\nHost: example.org\r\nContent-Length: 0\r\n\r\n",
    "no host": "Content-Length: 0\r\n\r\n",
    "a host with a path": "Host: localhost/admin\r\nContent-Length: 0\r\n\r\n",
  ])
  func isRefused(name: String, rest: String) throws {
    let echo = try Echo()
    let wire = try echo.wire()
    wire.send("POST /echo HTTP/1.1\r\n\(rest)\(FramingTests.smuggled)")
    let answer = wire.answer()
    #expect(answer?.status == 400)
    #expect(answer?.text.contains("HTTP/1.1") == false, "one status line")
    #expect(wire.rest() == "", "and nothing after the answer")
    #expect(echo.paths.list.isEmpty)
  }

  /// Refused by the library itself once it meets them.
  @Test(arguments: [
    "a chunk size in hexadecimal notation":
      "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n",
    "a chunk size with a sign":
      "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
    "version 1.0": "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n",
    "version 2.0": "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
    "no version": "GET /\r\nHost: localhost\r\n\r\n",
  ])
  func isRefusedWhole(name: String, request: String) throws {
    let echo = try Echo()
    let wire = try echo.wire()
    wire.send(request + FramingTests.smuggled)
    let answer = wire.answer()
    #expect([400, 505].contains(answer?.status))
    #expect(echo.paths.list.isEmpty)
  }

  /// Loose but with one meaning, so that nothing can be smuggled: the library lets these pass.
  @Test(arguments: [
    "a line feed in a chunk extension": (
      "Transfer-Encoding: chunked\r\n\r\n5;a\nb\r\nhello\r\n0\r\n\r\n", 400
    ),
    "bare line feeds": ("Content-Length: 5\n\nhello", 200),
    "chunks": ("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 200),
    "a length": ("Content-Length: 5\r\n\r\nhello", 200),
  ])
  func isOneRequest(name: String, row: (rest: String, status: Int)) throws {
    let echo = try Echo()
    let wire = try echo.wire()
    wire.send("POST /echo HTTP/1.1\r\nHost: localhost\r\n\(row.rest)")
    let answer = wire.answer()
    #expect(answer?.status == row.status)
    if row.status == 200 { #expect(answer?.text == "hello") }
  }

  /// The library takes a line without a name for the end of the headers; what follows is no request then.
  @Test func aHeaderWithoutANameEndsTheConnection() throws {
    let echo = try Echo()
    let wire = try echo.wire()
    wire.send("POST /echo HTTP/1.1\r\nHost: localhost\r\n: value\r\nX: y\r\n\r\n\(FramingTests.smuggled)")
    #expect(try #require(wire.rest()).contains("400"))
    #expect(echo.paths.list == ["/echo"])
  }

  @Test func aNULCannotHideAHeader() throws {
    let echo = try Echo()
    let wire = try echo.wire()
    wire.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\u{0}\r\nContent-Length: 5\r\n\r\n")
    let answer = wire.answer()
    #expect(answer?.status == 413)
  }

  @Test(arguments: [
    ("trygg.example", "trygg.example", 200), ("trygg.example", "TRYGG.example:443", 200),
    ("trygg.example", "other.example", 421), ("trygg.example", "trygg.example.evil.org", 421),
  ])
  func onlyTheServedHostIsAnswered(served: String, asked: String, status: Int) throws {
    let echo = try Echo(host: served)
    let wire = try echo.wire()
    wire.send("GET / HTTP/1.1\r\nHost: \(asked)\r\n\r\n")
    #expect(wire.answer()?.status == status)
  }
}
