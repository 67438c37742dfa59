import HTTP
import HTTPTesting
import Testing

/// What reaches a route, and what never does.
struct RequestTests {
  @Test(arguments: [
    ("/code/%C3%A5", "å"), ("/code/a%20b", "a b"), ("/code/a+b", "a+b"), ("/code/%2525", "%25"),
  ])
  func aSegmentIsDecodedOnce(path: String, code: String) throws {
    let answer = try Echo().answer("GET", path)
    #expect(answer?.status == 200)
    #expect(answer?.text == code)
  }

  @Test(arguments: [
    "/code/%2e%2e", "/code/..", "/code/.", "/code/%2e%2e%2fetc", "//code/a", "/code//a", "/code/a%2Fb",
    "/code/a%00b",
    "/code/a%5Cb", "/code/a%0d%0ab", "/code/%", "/code/%4", "/code/%zz", "/code/%ff", "/code/a\\b",
    "/code/\u{e5}", "http://localhost/", "*",
  ])
  func aPathWithTwoMeaningsIsRefused(path: String) throws {
    #expect(try Echo().answer("GET", path)?.status == 400)
  }

  @Test(arguments: ["/code/a b", "/query?a=b c"])
  func aBlankInTheTargetIsRefusedAndEndsTheConnection(target: String) throws {
    let echo = try Echo()
    let wire = try echo.wire().request("GET", target)
    #expect(wire.answer()?.status == 400)
    #expect(wire.rest() == "")
  }

  @Test(arguments: [
    ("GET", "/nothing", 404, nil), ("GET", "/code/a/", 404, nil), ("DELETE", "/echo", 405, "POST"),
    ("POST", "/code/a", 405, "GET, HEAD, PUT"), ("TRACE", "/", 405, "GET, HEAD"),
    ("OPTIONS", "/nothing", 404, nil),
  ])
  func theRightRefusal(method: String, path: String, status: Int, allow: String?) throws {
    let answer = try Echo().answer(method, path)
    #expect(answer?.status == status)
    #expect(answer?.headers["allow"] == allow)
    #expect(answer?.headers["content-type"] == "application/problem+json")
  }

  @Test func headHasNoBody() throws {
    let echo = try Echo()
    let wire = try echo.wire()
    let head = wire.request("HEAD", "/").answer(toHead: true)
    #expect(head?.status == 200)
    #expect(head?.headers["content-length"] == "5")
    #expect(wire.request("GET", "/").answer()?.text == "start")
  }

  @Test(arguments: [
    ("/query?a=1&b=%C3%A5+%2B", "[a=1][b=å +]"), ("/query?a", "[a=]"), ("/query?a=1&a=2", "[a=1][a=2]"),
  ])
  func aQueryIsDecoded(path: String, text: String) throws {
    #expect(try Echo().answer("GET", path)?.text == text)
  }

  @Test(arguments: [
    ("en-GB,en;q=0.9,sv;q=0.8", "en"), ("de, sv;q=0.2", "sv"), ("", "sv"), ("de", "sv"), ("en;q=0", "sv"),
    ("*", "sv"), ("en;q=0.1,*;q=0.5", "sv"), ("q=;,,;;q", "sv"),
  ])
  func theReadersLanguage(header: String, language: String) throws {
    #expect(try Echo().answer("GET", "/language", headers: ["Accept-Language": header])?.text == language)
  }

  @Test func aFaultSaysNothing() throws {
    let answer = try Echo().answer("GET", "/fault")
    #expect(answer?.status == 500)
    #expect(answer?.text.contains("PROGRAM_FAULT") == true)
    #expect(answer?.text.contains("Fault()") == false)
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() throws {
    let echo = try Echo()
    let wire = try echo.wire()
    wire.request("GET", "/code/1").request("GET", "/code/2").request("GET", "/code/3")
    #expect([wire.answer()?.text, wire.answer()?.text, wire.answer()?.text] == ["1", "2", "3"])
  }
}
