import Register
import Testing

struct DocumentNumberTests {
  @Test("A number is written with six digits at least and its check digit")
  func written() {
    #expect(DocumentNumber(year: 2028, serial: 1).description == "2028-000001-7")
    #expect(DocumentNumber(year: 2028, serial: 1_234_567).description.hasPrefix("2028-1234567-"))
    let number = DocumentNumber(year: 2031, serial: 99)
    #expect(DocumentNumber(number.description) == number)
  }

  @Test(
    "A slip is noticed",
    arguments: ["2028-000001-8", "2028-00001-7", "2028-000010-7", "2028-000000-9", "28-000001-7", ""])
  func slips(text: String) {
    #expect(DocumentNumber(text) == nil)
  }

  @Test("A verification code is 128 bits in 26 signs, read as people copy it")
  func code() throws {
    let highest = try #require(VerificationCode([UInt8](repeating: 255, count: 16)))
    #expect(highest.text == "7" + String(repeating: "Z", count: 25))
    #expect(VerificationCode([UInt8](repeating: 0, count: 16))?.text == String(repeating: "0", count: 26))
    #expect(VerificationCode([UInt8](repeating: 0, count: 15) + [33])?.text.hasSuffix("011") == true)
    #expect(VerificationCode(highest.grouped.lowercased()) == highest)
    let copied = "O" + String(repeating: "l", count: 24) + "i"
    #expect(VerificationCode(copied)?.text == "0" + String(repeating: "1", count: 25))
    for wrong in ["8" + String(repeating: "0", count: 25), "0U" + String(repeating: "0", count: 24), "0"] {
      #expect(VerificationCode(wrong) == nil)
    }
  }
}
