import Identity
import Testing

struct CoordinationNumberTests {
  @Test(arguments: ["198502862397", "19850286-2397", "850286-2397"])
  func sixtyIsAddedToTheDay(text: String) throws {
    let number = try IdentityNumber(parsing: text, on: today)
    #expect(number.kind == .coordinationNumber)
    #expect(number.birthDate == day("1985-02-26"))
    #expect(number.isSendableInField215)
    #expect(number.masked == "850286-****")
    #expect(number.short(on: today) == "850286-2397")
    #expect(number.long == "19850286-2397")
  }

  /// Such numbers have been given: month 00, day 60, 31 April.
  @Test(arguments: [
    "191500722390", "192004912388", "198507602384", "198500602399", "198504912380", "202611602380",
  ])
  func aBirthDateThatIsUnknownIsAcceptedButNotSent(text: String) throws {
    let number = try IdentityNumber(parsing: text, on: today)
    #expect(number.kind == .coordinationNumber)
    #expect(number.birthDate == nil)
    #expect(!number.isSendableInField215)
    #expect(try IdentityNumber(parsing: number.short(on: today), on: today) == number)
  }

  @Test(arguments: [
    ("198513602386", IdentityFault.impossibleDate), ("198507922386", .impossibleDate),
    ("202611812385", .futureBirth), ("202612602389", .futureBirth), ("198502862398", .checkDigit),
  ])
  func theRestIsCheckedAsForPersonalNumbers(text: String, expected: IdentityFault) {
    #expect(
      fault { () throws(IdentityFault) in _ = try IdentityNumber(parsing: text, on: today) } == expected)
  }
}
