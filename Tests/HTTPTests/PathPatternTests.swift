import Testing

@testable import HTTP

struct PathPatternTests {
  @Test(arguments: [
    ("/verifiera/{code}", ["verifiera", "ABC"], ["code": "ABC"]),
    ("/", [], [:]),
    ("/api/v1/sessions", ["api", "v1", "sessions"], [:]),
  ])
  func matches(pattern: String, segments: [String], parameters: [String: String]) {
    #expect(PathPattern(pattern).match(segments) == parameters)
  }

  @Test(arguments: [("/verifiera/{code}", ["verifiera"]), ("/a", ["b"]), ("/a", ["a", "b"]), ("/", ["a"])])
  func doesNotMatch(pattern: String, segments: [String]) {
    #expect(PathPattern(pattern).match(segments) == nil)
  }
}
