import Identity
import Testing

struct PostalAddressTests {
  @Test(arguments: ["12345", "123 45", " 123 45 "])
  func aPostcodeIsFiveDigits(text: String) throws {
    let postcode = try Postcode(text)
    #expect(postcode.digits == "12345")
    #expect(postcode.printed == "123 45")
  }

  @Test(arguments: [
    "", "1234", "123456", "02345", "12 345", "123  45", "1234 5", "123-45", "12a45", "123 4a", "S-12345",
    "１２３４５", "12\u{663}45",
  ])
  func otherPostcodesAreRefused(text: String) {
    #expect(fault { () throws(IdentityFault) in _ = try Postcode(text) } == .postcode)
  }

  @Test func thePartsAreTrimmed() throws {
    let address = try PostalAddress(
      street: " Storgatan 1 B, lgh 1203\u{A0}", postcode: "211 42", city: "\tMalmö ")
    #expect(address.street == "Storgatan 1 B, lgh 1203")
    #expect(address.postcode.printed == "211 42")
    #expect(address.city == "Malmö")
  }

  @Test(arguments: [
    ("", "Malmö"), ("  ", "Malmö"), ("Storgatan 1", ""), ("Stor\ngatan 1", "Malmö"), ("Stor\tgatan", "Malmö"),
    ("Storgatan\u{0}", "Malmö"), ("Storgatan 1", "Mal\u{202E}mö"), ("Storgatan\u{2028}1", "Malmö"),
    ("Storgatan \u{FFFE}1", "Malmö"), (String(repeating: "a", count: 101), "Malmö"),
    ("a" + String(repeating: "\u{301}", count: 100), "Malmö"),
    ("Storgatan 1", String(repeating: "b", count: 51)),
  ])
  func aLineThatCannotBePrintedIsRefused(street: String, city: String) {
    #expect(
      fault { () throws(IdentityFault) in
        _ = try PostalAddress(street: street, postcode: "21142", city: city)
      } == .addressLine)
  }

  @Test func theLongestLinesAreAccepted() throws {
    let street = String(repeating: "å", count: 100)
    let city = String(repeating: "ö", count: 50)
    let address = try PostalAddress(street: street, postcode: "98010", city: city)
    #expect(address.street == street)
    #expect(address.city == city)
  }

  @Test func aWrongPostcodeIsTheFaultOfTheAddress() {
    #expect(
      fault { () throws(IdentityFault) in
        _ = try PostalAddress(street: "Box 1", postcode: "01234", city: "Malmö")
      } == .postcode)
  }
}
