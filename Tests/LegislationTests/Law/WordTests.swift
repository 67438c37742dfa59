import Identity
import Register
import Testing

@testable import Legislation

@Suite("Words and numbers")
struct WordTests {
  static let differences: [(old: String, new: String, removed: [String], added: [String])] = [
    (
      "grön teknik, gåva och avgift till arbetslöshetskassa i nu nämnd ordning.",
      "grön teknik, gåva, avgift till arbetslöshetskassa och deltagande i trygghetsring i nu nämnd ordning.",
      ["och"], [",", "och deltagande i trygghetsring"]
    ),
    ("Medlaren skall medverka.", "Medlaren ska medverka.", ["skall"], ["ska"]),
    ("Lika.", "Lika.", [], []),
    ("", "Allt är nytt.", [], ["Allt är nytt."]),
    ("Allt går.", "", ["Allt går."], []),
    ("a b c", "x a b c", [], ["x"]),
    (
      "Medlaren skall samråda.", "Medlaren ska samråda. Detsamma gäller vid uppskov.", ["skall"],
      ["ska", "Detsamma gäller vid uppskov."]
    ),
    ("i fråga om 5 och 6 §§,", "i fråga om 5, 5 a och 6 §§,", [], [", 5 a"]),
    ("26 kap. 3, 4 och 6 §§", "26 kap. 3, 3 a, 4 och 6 §§", [], ["3 a,"]),
    ("och 2 a–5 §§ och den", "samt 2 a och 3–5 §§ och den", ["2 a–5"], ["samt 2 a", "3–5"]),
    (
      "6 kap. 18 a § föräldrabalken,", "6 kap. 18 a § föräldrabalken och samhällsmedlare enligt denna lag,",
      [],
      ["och samhällsmedlare enligt denna lag"]
    ),
    (
      "som följer av 1, 2, 4 och 5 §§", "som följer av 1 §, 1 b § första stycket samt 2, 4 och 5 §§", [","],
      ["§, 1 b § första stycket samt"]
    ),
  ]

  @Test("Exactly the differing words differ", arguments: differences)
  func difference(old: String, new: String, removed: [String], added: [String]) {
    let runs = WordDifference.runs(old: old, new: new)
    #expect(runs.filter { $0.kind == .removed }.map(\.text) == removed)
    #expect(runs.filter { $0.kind == .added }.map(\.text) == added)
  }

  @Test("Each side of a difference is the text it came from", arguments: 0..<200)
  func property(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    func text() -> String {
      (0..<12).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return ["a", "b", "2", "3 a", "b,", "2.", "9 a–9 d", "b"][Int((state >> 60) % 8)]
      }.joined(separator: " ")
    }
    let (old, new) = (text(), text())
    let runs = WordDifference.runs(old: old, new: new)
    #expect(runs.filter { $0.kind != .added }.joined() == old)
    #expect(runs.filter { $0.kind != .removed }.joined() == new)
  }

  static let lists: [(String, [String])] = [
    ("1 kap. 11 § och 67 kap. 1 och 2 §§", ["1 kap. 11 §", "67 kap. 1 §", "67 kap. 2 §"]),
    ("67 kap. 53–56 §§", ["67 kap. 53 §", "67 kap. 54 §", "67 kap. 55 §", "67 kap. 56 §"]),
    ("35 kap. 10 f och 10 g §§", ["35 kap. 10 f §", "35 kap. 10 g §"]),
    ("8 kap. 2 a–2 c §§", ["8 kap. 2 a §", "8 kap. 2 b §", "8 kap. 2 c §"]),
    ("4, 6 och 11 §§", ["4 §", "6 §", "11 §"]),
    ("8 a kap. 1 §", ["8 a kap. 1 §"]),
  ]

  @Test("A list of sections is written and read alike", arguments: lists)
  func list(written: String, provisions: [String]) throws {
    let places = try provisions.map { try #require(Provision($0)) }
    #expect(ProvisionList.written(places) == written)
    #expect(ProvisionList.parse(written).flatMap(\.provisions) == places)
  }

  static let numbers: [(ParameterValue, ParameterUnit?, NumberForm, String)] = [
    (.integer(2000), .kronor, .figure, "2\u{A0}000"), (.integer(240), .minutes, .duration, "fyra timmar"),
    (.integer(60), .minutes, .duration, "en timme"), (.integer(7), .days, .duration, "sju dagar"),
    (.integer(14), .days, .duration, "två veckor"), (.integer(4), .occasions, .word, "fyra"),
    (.integer(50), .households, .figure, "50"), (.integer(15), .years, .word, "femton"),
    (.list(["1", "3", "6"]), .months, .months, "en, tre och sex månader"),
    (.list(["1", "3", "6"]), .months, .longest, "sex månader"),
  ]

  @Test("A number is written as its place demands", arguments: numbers)
  func number(value: ParameterValue, unit: ParameterUnit?, form: NumberForm, written: String) {
    #expect(DraftWriter.write(value, unit, form) == written)
  }

  static let shares: [(Int, Int, String, String)] = [
    (3, 4, "75 procent", "tre fjärdedelar"), (1, 10, "10 procent", "en tiondel"),
    (3, 20, "15 procent", "15 procent"), (1, 100, "en procent", "en procent"),
    (1, 8, "en åttondel", "en åttondel"),
    (999, 1000, "999 tusendelar", "999 tusendelar"), (5, 23, "fem av 23 delar", "fem av 23 delar"),
    (2, 3, "två tredjedelar", "två tredjedelar"), (1, 2, "50 procent", "hälften"),
  ]

  @Test("A share that is no whole percentage is a fraction", arguments: shares)
  func share(part: Int, whole: Int, percent: String, fraction: String) throws {
    let share = try #require(Fraction(part, whole))
    #expect(SwedishNumber.percent(share) == percent)
    #expect(SwedishNumber.fraction(share) == fraction)
  }
}
