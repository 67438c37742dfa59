import Foundation
import Testing

/// What letters may not say, read in every letter that the other tests keep.
@Suite struct LetterRulesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots")

  static let letters: [(number: Int, text: String)] = (1...26).compactMap { number in
    let file = folder.appending(path: "letter-\(number).txt")
    return (try? String(contentsOf: file, encoding: .utf8)).map {
      (number, $0.replacing("\u{A0}", with: " "))
    }
  }

  @Test("Every letter of the table but the statement is kept and read here")
  func all() {
    #expect(LetterRulesTests.letters.map(\.number) == (1...26).filter { $0 != 16 })
  }

  @Test("No letter says what none may say", arguments: letters)
  func forbidden(number: Int, text: String) {
    for words in [
      "utbetalning", "skattefri", "avdrag", "bidrag påverkas", "andra bidrag", "utsatt", "beviljat",
      "beviljar",
      "sjuk",
    ] {
      #expect(!text.lowercased().contains(words.lowercased()), "\(number): \(words)")
    }
    #expect(!text.contains(#/förvaltningsrätten i \p{Lu}/#), "no court's town is named")
    #expect(!text.contains(#/\{[^}]*\}/#), "a place was never filled")
    #expect(!text.contains(#/[0-9]{6,8}[-+][0-9]{4}/#), "no identity number")
    #expect(text.contains("Brevet bygger på ett lagförslag som inte är beslutat."))
  }

  @Test("A time that runs from receipt has no calendar day", arguments: letters)
  func receipt(number: Int, text: String) {
    guard text.contains("från den dag då du fick del av") else { return }
    #expect(!text.contains(#/kommit in[^.]*senast den [0-9]/#), "\(number)")
  }

  @Test(
    "The yearly decision never rests on 25 or 37 § förvaltningslagen",
    arguments: letters.filter { (9...14).contains($0.number) })
  func yearly(number: Int, text: String) {
    #expect(!text.contains("25 § förvaltningslagen") && !text.contains("37 § förvaltningslagen"))
  }

  @Test(
    "Every decision says its day, who decided, its provisions and how to appeal",
    arguments: letters.filter {
      [2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 15, 18, 19, 22, 23, 24].contains($0.number)
    })
  func decision(number: Int, text: String) {
    #expect(text.contains("Beslutet är från den "))
    #expect(text.contains("Beslutet har fattats "))
    #expect(number > 13 || text.contains("Bestämmelser: "))
    #expect(text.contains("överklaga"))
  }

  @Test("What is no decision cannot be appealed", arguments: letters.filter { [8, 14].contains($0.number) })
  func noDecision(number: Int, text: String) {
    #expect(!text.contains("Så begär du omprövning"))
  }

  @Test("A protected person's letter has a cover with the name alone")
  func protected() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...8))]).decided()
    try trygg.must("person", "protect", "--person", Town.m01, now: "2028-01-17T09:30")
    let letter = try trygg.letter(now: "2028-01-17T10:00")
    let cover = letter.out.split(separator: "\n\n").prefix(2).joined(separator: "\n")
    #expect(cover.contains("Kim Granne") && cover.contains("förmedlas av Skatteverket"))
    for words in ["Ringgatan", "214 21", "Malmö", "TR-1280"] { #expect(!cover.contains(words), "\(words)") }
    #expect(!letter.out.contains("Ringgatan") && !letter.out.contains("Malmö"))
  }
}
