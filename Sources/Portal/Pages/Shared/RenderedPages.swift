import Documents
import Glibc
import Operations
import Synchronization

/// The pages rendered last, by what they were rendered from.
///
/// A page is nothing but its XML, its stylesheet and its language, so one rendered from the same is the same, whatever has
/// happened meanwhile: the XML is made anew for each request from what the register holds, and the read is logged. Only
/// the token of its forms differs from browser to browser; it is put in the place of a mark that no reader ever sees.
final class RenderedPages: Sendable {
  /// What a page is rendered from.
  struct Source: Hashable {
    let stylesheet: String
    let language: Language
    let xml: [UInt8]

    func hash(into hasher: inout Hasher) {
      // At once, since an array gives its bytes one by one.
      xml.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  /// Stands in the XML where the token of the browser belongs, and is as long; it begins with what is rare in a page.
  let mark = "~" + FormSecret.token(for: FormSecret.make()).dropFirst()

  private struct Page {
    var bytes: [UInt8]
    /// Where the mark begins, each time.
    let places: [Int]
  }

  /// When the newer half is full the older one is forgotten; what is asked for again becomes new.
  private struct Shelf {
    private static let halfSize = 4 << 20
    /// A page longer than this is rarely asked for twice.
    private static let longest = 128 << 10

    private var newer: [Source: Page] = [:]
    private var older: [Source: Page] = [:]
    private var size = 0

    mutating func page(from source: Source) -> Page? {
      if let page = newer[source] { return page }
      guard let page = older[source] else { return nil }
      put(page, from: source)
      return page
    }

    mutating func put(_ page: Page, from source: Source) {
      guard source.xml.count + page.bytes.count <= Shelf.longest else { return }
      if size > Shelf.halfSize { (older, newer, size) = (newer, [:], 0) }
      newer[source] = page
      size += source.xml.count + page.bytes.count
    }
  }

  private let shelf = Mutex(Shelf())

  /// The bytes of a page for a browser with a token, rendered unless the page is known.
  func bytes(
    of source: Source, token: String, render: () throws(XMLFault) -> [UInt8]
  ) throws(XMLFault) -> [UInt8] {
    if let known = shelf.withLock({ $0.page(from: source) }) { return filled(known, with: token) }
    let bytes = try render()
    let page = Page(bytes: bytes, places: places(in: bytes))
    shelf.withLock { $0.put(page, from: source) }
    return filled(page, with: token)
  }

  private func filled(_ page: Page, with token: String) -> [UInt8] {
    var bytes = page.bytes
    for place in page.places { bytes.replaceSubrange(place..<place + mark.utf8.count, with: token.utf8) }
    return bytes
  }

  private func places(in bytes: [UInt8]) -> [Int] {
    let mark = Array(mark.utf8)
    return bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return [] }
      var places: [Int] = []
      var from = 0
      while let found = memchr(start + from, Int32(mark[0]), all.count - from) {
        let place = UnsafeRawPointer(found) - start
        let isMark = place + mark.count <= all.count && memcmp(start + place, mark, mark.count) == 0
        if isMark { places.append(place) }
        from = place + (isMark ? mark.count : 1)
      }
      return places
    }
  }
}
