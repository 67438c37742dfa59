import CommandLine
import Foundation
import Testing

/// JSON documents as bytes, and as another reader understands them.
struct JSONTests {
  @Test func aDocumentIsIndentedAndOrdered() {
    let json: JSON = [
      "z": 1, "a": [true, nil, "å"], "none": [], "empty": .object([]), "kr": .decimal("12.50"),
      "in": ["x": -9_223_372_036_854_775_808],
    ]
    #expect(
      String(decoding: json.document, as: UTF8.self) == """
        {
          "z": 1,
          "a": [
            true,
            null,
            "å"
          ],
          "none": [],
          "empty": {},
          "kr": 12.50,
          "in": {
            "x": -9223372036854775808
          }
        }

        """)
  }

  @Test(arguments: [
    ("", #""""#), ("åäö 👍", #""åäö 👍""#), ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\u{7F}\""), ("a\u{2028}", "\"a\u{2028}\""),
  ])
  func textsAreEscaped(text: String, written: String) {
    #expect(String(decoding: JSON.string(text).document, as: UTF8.self) == written + "\n")
  }

  @Test func everyCharacterSurvivesTheRoundTrip() throws {
    let scalars = (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init) + ["\u{1F600}", "\u{10FFFF}"]
    let text = String(String.UnicodeScalarView(scalars))
    let json: JSON = [text: .array([.string(text), .integer(.max), JSON(nil as Int?), JSON("x" as String?)])]
    let read = try JSONSerialization.jsonObject(with: Data(json.document)) as? [String: [Any]]
    let values = try #require(read?.values.first)
    #expect(read?.keys.first.map { Array($0.unicodeScalars) } == scalars)
    #expect((values[0] as? String).map { Array($0.unicodeScalars) } == scalars)
    #expect(values[1] as? Int == .max)
    #expect(values[2] is NSNull)
    #expect(values[3] as? String == "x")
  }
}
