import Identity
import Testing

struct IdentityNumberTests {
  @Test(arguments: [
    "198507092388", "19850709-2388", "850709-2388", "  850709-2388 ", "\t198507092388",
  ])
  func theSamePersonIsTheSameNumber(text: String) throws {
    let number = try IdentityNumber(parsing: text, on: today)
    #expect(number.value == 1985_0709_2388)
    #expect(number.twelveDigits == "198507092388")
    #expect(number.long == "19850709-2388")
    #expect(number.short(on: today) == "850709-2388")
    #expect(number.kind == .personalIdentityNumber)
    #expect(number.birthDate == day("1985-07-09"))
  }

  @Test(arguments: [
    ("19850709-2389", IdentityFault.checkDigit),
    ("850709-2389", .checkDigit),
    ("190002292381", .impossibleDate),
    ("000229+2381", .impossibleDate),
    ("198513092388", .impossibleDate),
    ("198500092388", .impossibleDate),
    ("198507002388", .impossibleDate),
    ("198507322389", .impossibleDate),
    ("198507592387", .impossibleDate),
    ("179912319804", .impossibleDate),
    ("165560360793", .impossibleDate),
    ("219107092380", .futureBirth),
    ("202611212388", .futureBirth),
    ("261121-2388", .futureBirth),
    ("992004391013", .reserveNumber),
    ("989901010018", .futureBirth),
    ("19850709M071", .reserveNumber),
    ("19450829-K088", .reserveNumber),
    ("850709-T238", .reserveNumber),
    ("850709T238", .reserveNumber),
    ("19850709SU3A", .reserveNumber),
    ("22850709AB1C", .reserveNumber),
    ("8507092388", .separatorMissing),
    ("", .format),
    (" ", .format),
    ("-", .format),
    ("850709", .format),
    ("850709-238", .format),
    ("850709-23888", .format),
    ("19850709 2388", .format),
    ("19850709\0" + "2388", .format),
    ("850709\0" + "2388", .format),
    ("850709–2388", .format),
    ("8507A9-2388", .format),
    ("850709-23 8", .format),
    ("850709-2*88", .format),
    ("+198507092388", .format),
    ("-85070-92388", .format),
    ("1985-07-09-2388", .format),
    ("１９８５", .format),
    ("198507090002", .format),
    ("850709-****", .format),
  ])
  func whatIsNoNumberIsRefusedWithItsFault(text: String, expected: IdentityFault) {
    #expect(
      fault { () throws(IdentityFault) in _ = try IdentityNumber(parsing: text, on: today) } == expected)
  }

  @Test(arguments: [
    ("200002292381", "2000-02-29"), ("19840229-2380", "1984-02-29"), ("202611202389", "2026-11-20"),
  ])
  func leapDaysAndTodayAreBirthDates(text: String, born: String) throws {
    #expect(try IdentityNumber(parsing: text, on: today).birthDate == day(born))
  }

  @Test(arguments: [
    ("440813-9089", "2026-11-20", "194408139089"),
    ("440813-9089", "2043-12-31", "194408139089"),
    ("440813+9089", "2044-01-01", "194408139089"),
    ("440813+9089", "2044-08-12", "194408139089"),
    ("440813+9089", "2143-12-31", "194408139089"),
    ("440813+9089", "2043-12-31", "184408139089"),
    ("000229-2381", "2026-11-20", "200002292381"),
    ("270101-9800", "2026-12-31", "192701019800"),
    ("270101+9800", "2027-01-01", "192701019800"),
    ("19250101+9802", "2026-11-20", "192501019802"),
    ("19250101-9802", "2026-11-20", "192501019802"),
    ("192501019802", "2026-11-20", "192501019802"),
  ])
  func theSignTellsTheCentury(text: String, on: String, digits: String) throws {
    #expect(try IdentityNumber(parsing: text, on: day(on)).twelveDigits == digits)
  }

  @Test(arguments: [
    ("440813-9089", "2044-01-01", IdentityFault.futureBirth),
    ("440813-9089", "2044-08-12", .futureBirth),
    ("19440813+9089", "2043-12-31", .format),
  ])
  func aSignOfTheWrongYearIsRefused(text: String, on: String, expected: IdentityFault) {
    #expect(
      fault { () throws(IdentityFault) in _ = try IdentityNumber(parsing: text, on: day(on)) } == expected)
  }

  @Test(arguments: [
    ("2043-12-31", "440813-9089", "440813-****"), ("2044-01-01", "440813+9089", "440813+****"),
    ("2044-08-13", "440813+9089", "440813+****"), ("2144-01-01", "440813+9089", "440813+****"),
  ])
  func thePlusSignComesOnTheFirstOfJanuary(on: String, short: String, masked: String) throws {
    let number = try IdentityNumber(stored: 1944_0813_9089)
    #expect(number.short(on: day(on)) == short)
    #expect(number.masked(on: day(on)) == masked)
    #expect(number.masked == "440813-****")
  }

  @Test(arguments: [
    (-1 as Int64, IdentityFault.format), (0, .impossibleDate), (1_000_000_000_000, .format), (.max, .format),
    (.min, .format), (1985_0709_2389, .checkDigit), (1900_0229_2381, .impossibleDate),
    (9920_0439_1013, .reserveNumber),
  ])
  func aStoredNumberIsCheckedToo(value: Int64, expected: IdentityFault) {
    #expect(fault { () throws(IdentityFault) in _ = try IdentityNumber(stored: value) } == expected)
  }

  @Test func bytesOfARowAreReadInPlace() throws {
    let row = Array("TR-1280-0001;19850709-2388;Lgh 3".utf8)
    let number = try IdentityNumber(parsing: row[13..<26].span, on: today)
    #expect(number.value == 1985_0709_2388)
  }

  @Test func theCodesAreThePublicOnes() {
    #expect(
      IdentityFault.allCases.map(\.rawValue) == [
        "FORMAT", "SEPARATOR_MISSING", "CHECK_DIGIT", "IMPOSSIBLE_DATE", "FUTURE_BIRTH", "RESERVE_NUMBER",
        "ORGANISATION_NUMBER", "UNKNOWN_MUNICIPALITY", "POSTCODE", "ADDRESS_LINE",
      ])
  }
}
