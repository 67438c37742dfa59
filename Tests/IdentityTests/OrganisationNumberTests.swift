import Identity
import Testing

struct OrganisationNumberTests {
  @Test(arguments: [
    "5560360793", "556036-0793", "165560360793", "16556036-0793", " 556036-0793 ",
  ])
  func theSameOrganisationIsTheSameNumber(text: String) throws {
    let number = try OrganisationNumber(parsing: text)
    #expect(number.tenDigits == "5560360793")
    #expect(number.hyphenated == "556036-0793")
    #expect(number.twelveDigits == "165560360793")
    #expect("\(number)" == "556036-0793")
    #expect(try OrganisationNumber(stored: number.value) == number)
  }

  @Test(arguments: ["212000-1462", "559999-0602", "769600-0004", "802000-0009"])
  func authoritiesCooperativesAndAssociationsHaveOne(text: String) throws {
    #expect(try OrganisationNumber(parsing: text).hyphenated == text)
  }

  @Test(arguments: [
    ("556036-0794", IdentityFault.checkDigit),
    ("456036-0794", .organisationNumber),
    ("056036-0793", .organisationNumber),
    ("551036-0794", .organisationNumber),
    ("850709-2388", .organisationNumber),
    ("19556036-0793", .organisationNumber),
    ("198507092388", .organisationNumber),
    ("556036+0793", .organisationNumber),
    ("556036 0793", .organisationNumber),
    ("55603-60793", .organisationNumber),
    ("SE556036079301", .organisationNumber),
    ("556036079", .organisationNumber),
    ("", .organisationNumber),
  ])
  func whatIsNoOrganisationIsRefused(text: String, expected: IdentityFault) {
    #expect(fault { () throws(IdentityFault) in _ = try OrganisationNumber(parsing: text) } == expected)
  }
}
