import Identity
import Testing

/// What holds for every number that has been given, tried on the published ones.
struct PublishedNumbersTests {
  static let days = ["2025-12-31", "2026-01-01", "2026-11-20", "2029-07-01", "2088-12-31"].map(day)

  @Test func theSampleIsThere() {
    #expect(PublishedNumbers.sample.count == 558)
    #expect(PublishedNumbers.all.isEmpty || PublishedNumbers.all.count == 41_493)
  }

  @Test(arguments: [PublishedNumbers.sample, PublishedNumbers.all], days)
  func everyWrittenFormReadsBackToTheSameNumber(numbers: [String], today: LocalDate) throws {
    let broken = numbers.filter { digits in
      guard let number = try? IdentityNumber(parsing: digits, on: today) else { return true }
      let forms = [number.twelveDigits, number.long, number.short(on: today), " \(number.long)\t"]
      return number.twelveDigits != digits || number.kind != .personalIdentityNumber
        || !number.isSendableInField215
        || forms.contains { (try? IdentityNumber(parsing: $0, on: today)) != number }
        || (try? IdentityNumber(stored: number.value)) != number
    }
    #expect(broken == [])
  }

  @Test(arguments: [PublishedNumbers.sample, PublishedNumbers.all], days)
  func theSignFollowsTheYearOfBirth(numbers: [String], today: LocalDate) throws {
    let broken = try numbers.filter { digits in
      let number = try IdentityNumber(parsing: digits, on: today)
      let sign = today.year - (Int(digits.prefix(4)) ?? 0) >= 100 ? "+" : "-"
      let beginning = digits.dropFirst(2).prefix(6) + sign
      return number.short(on: today) != "\(beginning)\(digits.suffix(4))"
        || number.masked(on: today) != "\(beginning)****"
    }
    #expect(broken == [])
  }

  @Test(arguments: [PublishedNumbers.sample, PublishedNumbers.all])
  func theBirthDateIsTheFirstEightDigits(numbers: [String]) throws {
    let broken = try numbers.filter { digits in
      let date = try IdentityNumber(parsing: digits, on: today).birthDate
      return date?.description.replacing("-", with: "") != String(digits.prefix(8))
    }
    #expect(broken == [])
  }

  @Test func oneWrongDigitIsAlwaysSeen() {
    let missed = PublishedNumbers.sample.flatMap { digits in
      (2..<12).flatMap { position in
        "0123456789".compactMap { digit -> String? in
          var changed = Array(digits)
          guard changed[position] != digit else { return nil }
          changed[position] = digit
          let text = String(changed)
          return (try? IdentityNumber(parsing: text, on: today)) == nil ? nil : text
        }
      }
    }
    #expect(missed == [])
  }

  @Test func noMaskedFormShowsTheBirthNumber() throws {
    for digits in PublishedNumbers.sample {
      let number = try IdentityNumber(parsing: digits, on: today)
      let masked = digits.dropFirst(2).prefix(6) + "-****"
      var dumped = ""
      dump(number, to: &dumped)
      #expect(number.masked == masked)
      #expect("\(number)" == masked)
      #expect(String(reflecting: number) == masked)
      #expect("\([number])" == "[\(masked)]")
      #expect(dumped == "- \(masked)\n")
    }
  }

  @Test func numbersSortByBirth() throws {
    let numbers = try PublishedNumbers.sample.shuffled().map { try IdentityNumber(parsing: $0, on: today) }
    #expect(numbers.sorted().map(\.twelveDigits) == PublishedNumbers.sample.sorted())
  }

  @Test func aNumberTakesEightBytes() {
    #expect(MemoryLayout<IdentityNumber>.size == 8)
  }
}
