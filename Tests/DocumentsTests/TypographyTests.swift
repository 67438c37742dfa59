import Documents
import Identity
import Testing

struct TypographyTests {
  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (2000, "2 000", "2,000"), (15_000_000, "15 000 000", "15,000,000"),
    (-2500, "−2 500", "−2,500"), (Int.min, "−9 223 372 036 854 775 808", "−9,223,372,036,854,775,808"),
  ])
  func setsAmounts(_ number: Int, _ swedish: String, _ english: String) {
    #expect(Language.swedish.amount(number) == swedish.replacing(" ", with: "\u{A0}"))
    #expect(Language.english.amount(number) == english)
  }

  @Test(arguments: [
    (9, 12, "75,00 %", "75.00%"), (2, 3, "66,66 %", "66.66%"), (749_999, 1_000_000, "74,99 %", "74.99%"),
    (0, 7, "0,00 %", "0.00%"), (1, 13, "7,69 %", "7.69%"), (12, 12, "100,00 %", "100.00%"), (0, 0, "–", "–"),
    (203, 200, "101,50 %", "101.50%"), (1, 1000, "0,10 %", "0.10%"), (1, 2000, "0,05 %", "0.05%"),
  ])
  func truncatesShares(_ part: Int, _ whole: Int, _ swedish: String, _ english: String) {
    #expect(Language.swedish.percent(part, of: whole) == swedish.replacing(" ", with: "\u{A0}"))
    #expect(Language.english.percent(part, of: whole) == english)
  }

  @Test(arguments: [
    ("enligt 67 kap. 53 § och 1 och 2 §§", "enligt 67~kap. 53~§ och 1 och 2~§§"),
    ("2 000 kr per år, 15 000 000 kronor", "2~000~kr per år, 15~000~000~kronor"),
    ("lagen (2027:000) om 50 hushåll, 75 procent", "lagen (2027:000) om 50 hushåll, 75~procent"),
    ("", ""), ("§ 5 kap. ", "§ 5~kap. "),
  ])
  func keepsNumbersWithWhatTheyCount(_ text: String, _ unbroken: String) {
    #expect(text.unbroken == unbroken.replacing("~", with: "\u{A0}"))
  }

  @Test(arguments: [
    ("2028-01-24", "den 24 januari 2028", "24 January 2028"),
    ("2027-12-01", "den 1 december 2027", "1 December 2027"),
  ])
  func setsDates(_ day: String, _ swedish: String, _ english: String) throws {
    let day = try #require(LocalDate(day))
    #expect(Language.swedish.date(day) == swedish)
    #expect(Language.english.date(day) == english)
  }
}
