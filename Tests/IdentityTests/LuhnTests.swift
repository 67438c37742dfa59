import Identity
import Testing

struct LuhnTests {
  @Test(arguments: [
    (850_709_238 as Int64, 8), (556_036_079, 3), (2028_000001, 7), (2027_1000000, 3), (0, 0),
    (7_992_739_871, 3),
  ])
  func theCheckDigitFollowsFromTheNumber(number: Int64, digit: Int) {
    #expect(Luhn.checkDigit(after: number) == digit)
    #expect(Luhn.isValid(number * 10 + Int64(digit)))
    #expect(!Luhn.isValid(number * 10 + Int64((digit + 1) % 10)))
  }
}
