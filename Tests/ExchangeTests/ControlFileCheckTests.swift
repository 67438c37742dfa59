import Foundation
import Register
import Testing

@testable import Exchange

@Suite("Schema and rules of the law data find what the values' rules find")
struct ControlFileCheckTests {
  /// The rule that the check names for a file in which one text is replaced by another.
  private func rule(_ statements: [ControlStatement], replacing text: String, with other: String) throws
    -> String?
  {
    let file = try ControlFileTests.file(statements)
    try #require(file.contains(text))
    do {
      try ControlFileTests.check().check(Array(file.replacing(text, with: other).utf8))
      return nil
    } catch let refusal as Refusal {
      #expect(refusal.code == .controlFileInvalid)
      guard case .text(let rule)? = refusal.facts["rule"] else { return nil }
      if case .text(let place)? = refusal.facts["place"] {
        #expect(!place.contains("9805"), "no message repeats somebody's number")
      }
      return rule
    }
  }

  struct Change: Sendable, CustomTestStringConvertible {
    let rule: String
    let statement: ControlStatement
    let text: String
    let other: String
    var testDescription: String { "\(rule): \(text) → \(other)" }

    init(_ rule: String, _ statement: ControlStatement, _ text: String, _ other: String) {
      self.rule = rule
      self.statement = statement
      self.text = text
      self.other = other
    }
  }

  static let changes = [
    Change("053", ControlFileTests.ordinary, ">198507099805<", ">162021005448<"),
    Change(
      "055", ControlFileTests.removal, "</Specifikationsnummer>",
      "</Specifikationsnummer><Belopp faltkod=\"FÖRSLAG\">2000</Belopp>"),
    Change(
      "056", ControlFileTests.ordinary, "<Inkomsttagare faltkod=\"215\">198507099805</Inkomsttagare>", ""),
    Change("057", ControlFileTests.born, "<Fornamn faltkod=\"216\">Åsa \"Öst\"</Fornamn>", ""),
    Change(
      "058", ControlFileTests.born, "<Efternamn faltkod=\"217\">&lt;O'Neil&gt; &amp; Søn</Efternamn>", ""),
    Change("059", ControlFileTests.born, "<Gatuadress faltkod=\"218\">Bäckvägen 1</Gatuadress>", ""),
    Change("060", ControlFileTests.born, "<Postnummer faltkod=\"219\">21142</Postnummer>", ""),
    Change("061", ControlFileTests.born, "<Postort faltkod=\"220\">Malmö</Postort>", ""),
    Change(
      "063", ControlFileTests.coordinated, "</InkomsttagareKUTA>",
      "<Fodelsetid faltkod=\"222\">19850226239</Fodelsetid></InkomsttagareKUTA>"),
    Change("096", ControlFileTests.ordinary, "<Belopp faltkod=\"FÖRSLAG\">2000</Belopp>", ""),
    Change("142", ControlFileTests.coordinated, "<Fornamn faltkod=\"216\">Åsa \"Öst\"</Fornamn>", ""),
    Change(
      "143", ControlFileTests.coordinated,
      "<Efternamn faltkod=\"217\">&lt;O'Neil&gt; &amp; Søn</Efternamn>", ""),
    Change("144", ControlFileTests.coordinated, "<Gatuadress faltkod=\"218\">Bäckvägen 1</Gatuadress>", ""),
    Change("145", ControlFileTests.coordinated, "<Postnummer faltkod=\"219\">21142</Postnummer>", ""),
    Change("146", ControlFileTests.coordinated, "<Postort faltkod=\"220\">Malmö</Postort>", ""),
    Change("1002", ControlFileTests.ordinary, ">198507099805<", ">198507099806<"),
    Change("1004", ControlFileTests.ordinary, "<Period>2027<", "<Period>2026<"),
    Change("RELAX NG", ControlFileTests.ordinary, ">198507099805<", ">198513099805<"),
    Change("RELAX NG", ControlFileTests.ordinary, ">2000<", ">2000,00<"),
    Change("RELAX NG", ControlFileTests.ordinary, "faltkod=\"570\"", "faltkod=\"571\""),
    Change("RELAX NG", ControlFileTests.ordinary, "nummer=\"FÖRSLAG\"", "nummer=\"2314\""),
    Change("RELAX NG", ControlFileTests.coordinated, ">SE<", ">Sverige<"),
  ]

  @Test("A file that breaks a rule is named by it", arguments: changes)
  func broken(change: Change) throws {
    #expect(try rule([change.statement], replacing: change.text, with: change.other) == change.rule)
  }

  @Test("The same person and number twice is found")
  func duplicate() throws {
    #expect(
      try rule(
        [ControlFileTests.ordinary, ControlFileTests.coordinated],
        replacing: ">198502862397<", with: ">198507099805<") == nil)
    var twin = ControlFileTests.ordinary
    twin.specification = 6
    #expect(
      try rule([ControlFileTests.ordinary, twin], replacing: "\"570\">6<", with: "\"570\">1<") == "570")
  }
}
