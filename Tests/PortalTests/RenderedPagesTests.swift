import Documents
import Synchronization
import Testing

@testable import Portal

struct RenderedPagesTests {
  private let pages = RenderedPages()
  private let made = Counter()

  private func page(_ xml: String, token: String, _ language: Language = .swedish) throws -> String {
    let source = RenderedPages.Source(stylesheet: "a.xsl", language: language, xml: Array(xml.utf8))
    let bytes = try pages.bytes(of: source, token: token) { () throws(XMLFault) in
      _ = made.next()
      return Array("<\(xml) \(pages.mark)|\(pages.mark)>".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func token(_ digit: Character) -> String { String(repeating: digit, count: 64) }

  @Test("The same XML is rendered once, and each browser gets its own token, everywhere and nothing else")
  func tokens() throws {
    #expect(try page("x", token: token("a")) == "<x \(token("a"))|\(token("a"))>")
    #expect(try page("x", token: token("b")) == "<x \(token("b"))|\(token("b"))>")
    #expect(made.count == 1)
    #expect(try page("y", token: token("a")) == "<y \(token("a"))|\(token("a"))>")
    _ = try page("x", token: token("a"), .english)
    #expect(made.count == 3)
  }

  @Test("Whatever many pages are asked for, little is kept, and what is asked for again stays")
  func room() throws {
    let long = String(repeating: "z", count: 100_000)
    for number in 0..<400 {
      _ = try page(long + "\(number)", token: token("a"))
      _ = try page("kept", token: token("a"))
    }
    // Every other page was rendered once, and this one as well.
    #expect(made.count == 401)
    _ = try page(long + "0", token: token("a"))
    #expect(made.count == 402)
  }
}
