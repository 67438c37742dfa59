import Documents
import Foundation
import Identity
import Legislation
import Register
import Testing

struct ParameterFaultTests {
  /// What a spoiled file must be refused for.
  struct Spoiling: Sendable, CustomTestStringConvertible {
    let text: String
    let other: String
    var file = "benefit.xml"
    let code: String
    let line: Int
    let facts: [String: Fact]

    var testDescription: String { "\(code): \(other)" }

    init(
      _ text: String, _ other: String, in file: String = "benefit.xml", _ code: LawFault.Code, line: Int,
      _ facts: [String: Fact]
    ) {
      self.init(text, other, in: file, code.rawValue, line: line, facts)
    }

    init(
      _ text: String, _ other: String, in file: String = "benefit.xml", _ code: XMLFault.Code, line: Int,
      _ facts: [String: Fact]
    ) {
      self.init(text, other, in: file, code.rawValue, line: line, facts)
    }

    private init(
      _ text: String, _ other: String, in file: String, _ code: String, line: Int, _ facts: [String: Fact]
    ) {
      self.text = text
      self.other = other
      self.file = file
      self.code = code
      self.line = line
      self.facts = facts
    }
  }

  static let amount: Fact = .text("benefit.amount_kr")
  static let head = #"<parameter key="benefit.amount_kr" type="integer" unit="SEK">"#
  static let value = #"<value from="2027-01-01" source="Analysen, rad 140 och 172">2000</value>"#

  static let spoilings: [Spoiling] = [
    Spoiling(
      "benefit.amount_kr", "benefit.amount", .unknown, line: 7, ["parameter": .text("benefit.amount")]),
    Spoiling(
      head, #"<parameter type="integer" key="benefit.amount_kr">"#, .keyNotFirst, line: 7,
      ["parameter": amount]),
    Spoiling(
      head, #"<parameter type="integer">"#, .attributeMissing, line: 7,
      ["element": .text("parameter"), "attribute": .text("key")]),
    Spoiling(
      head, #"<parameter key="benefit.amount_kr">"#, .attributeMissing, line: 7,
      ["element": .text("parameter"), "attribute": .text("type")]),
    Spoiling(
      head, #"<parameter key="benefit.amount_kr" type="fraction">"#, .wrongType, line: 7,
      ["parameter": amount, "found": .text("fraction"), "expected": .text("integer")]),
    Spoiling(
      #"unit="SEK""#, #"unit="EUR""#, .wrongUnit, line: 7,
      ["parameter": amount, "found": .text("EUR"), "expected": .text("SEK")]),
    Spoiling(
      #"unit="SEK""#, #"unit="SEK" choices="1 2""#, .wrongChoices, line: 7,
      ["parameter": amount, "found": .text("1 2"), "expected": .code("parameter.absent")]),
    Spoiling(
      #"type="boolean""#, #"type="boolean" unit="persons""#, .wrongUnit, line: 19,
      [
        "parameter": .text("benefit.dodsbo"), "found": .text("persons"),
        "expected": .code("parameter.absent"),
      ]),
    Spoiling(
      #"choices="pooled either""#, #"choices="pooled""#, in: "attendance.xml", .wrongChoices, line: 7,
      ["parameter": .text("attendance.basis"), "found": .text("pooled"), "expected": .text("pooled either")]),
    Spoiling(
      #"unit="SEK""#, #"unit="SEK" note="x""#, .attributeUnknown, line: 7,
      [
        "element": .text("parameter"), "attribute": .text("note"), "known": .text("key type unit choices"),
      ]),
    Spoiling(
      value, value.replacing("2000", with: "2 000"), .wrongValue, line: 8,
      ["parameter": amount, "value": .text("2 000"), "form": .code("parameter.type.integer")]),
    Spoiling(
      value, value.replacing("2000", with: "-1"), .wrongValue, line: 8,
      ["parameter": amount, "value": .text("-1"), "form": .code("parameter.type.integer")]),
    Spoiling(
      ">3/4<", ">0.75<", in: "attendance.xml", .wrongValue, line: 5,
      [
        "parameter": .text("attendance.threshold"), "value": .text("0.75"),
        "form": .code("parameter.type.fraction"),
      ]),
    Spoiling(
      ">3/4<", ">5/4<", in: "attendance.xml", .wrongValue, line: 5,
      [
        "parameter": .text("attendance.threshold"), "value": .text("5/4"),
        "form": .code("parameter.type.fraction"),
      ]),
    Spoiling(
      ">01-15<", ">02-30<", in: "attendance.xml", .wrongValue, line: 20,
      [
        "parameter": .text("attendance.lock_date"), "value": .text("02-30"),
        "form": .code("parameter.type.month-day"),
      ]),
    Spoiling(
      ">pooled<", ">mixed<", in: "attendance.xml", .wrongValue, line: 8,
      [
        "parameter": .text("attendance.basis"), "value": .text("mixed"),
        "form": .code("parameter.type.choice"),
      ]),
    Spoiling(
      value, value.replacing("2027-01-01", with: "2027-02-29"), .wrongDay, line: 8,
      ["parameter": amount, "value": .text("2027-02-29")]),
    Spoiling(
      value, value.replacing("Analysen, rad 140 och 172", with: " "), .sourceEmpty, line: 8,
      ["parameter": amount]),
    Spoiling(
      value, #"<value from="2027-01-01">2000</value>"#, .attributeMissing, line: 8,
      ["element": .text("value"), "attribute": .text("source")]),
    Spoiling(
      value, value + "\n" + value.replacing("2000", with: "2500"), .overlap, line: 9,
      ["parameter": amount, "day": .day(LocalDate.firstDay(of: 2027))]),
    Spoiling(
      value, #"<none from="2027-01-01" source="x"/>"#, .noneNotAllowed, line: 8, ["parameter": amount]),
    Spoiling(value, "", .empty, line: 7, ["parameter": amount]),
    Spoiling(value, value + "2500", .strayText, line: 7, ["element": .text("parameter")]),
    Spoiling(
      value, value + "<valeu/>", .elementUnknown, line: 8,
      ["element": .text("valeu"), "known": .text("value none")]),
    Spoiling(
      value, value.replacing("2000", with: "2<b/>000"), .elementUnknown, line: 8,
      ["element": .text("b"), "known": .text("")]),
    Spoiling(
      value, value.replacing("<value", with: #"<value xmlns="urn:other""#), .elementUnknown, line: 8,
      ["element": .text("value"), "known": .text("value none")]),
    Spoiling(
      "parameters:1", "parameters:2", .wrongRoot, line: 3,
      [
        "found": .text("parameters urn:trygghetsregister:parameters:2"),
        "expected": .text("parameters urn:trygghetsregister:parameters:1"),
      ]),
  ]

  @Test(arguments: spoilings)
  func refused(_ spoiling: Spoiling) throws {
    let spoiled = try SpoiledLaw()
    try spoiled.replace(spoiling.text, with: spoiling.other, in: spoiling.file)
    let faults = try #require(throws: LawFaults.self) { try spoiled.law.parameters() }
    let fault = try #require(faults.all.first { $0.code == spoiling.code })
    #expect(fault.file == spoiled.file(spoiling.file).path)
    #expect(fault.line == spoiling.line)
    #expect(fault.facts == spoiling.facts)
  }

  @Test("A key in two files is refused where it comes again")
  func keyInTwoFiles() throws {
    let spoiled = try SpoiledLaw()
    try FileManager.default.copyItem(at: spoiled.file("centres.xml"), to: spoiled.file("more.xml"))
    let faults = try #require(throws: LawFaults.self) { try spoiled.law.parameters() }
    #expect(faults.all.map(\.code) == ["PARAMETER_REPEATED", "PARAMETER_REPEATED"])
    #expect(faults.all.first?.file == spoiled.file("more.xml").path)
    #expect(faults.all.first?.line == 4)
    #expect(faults.all.first?.facts["first"] == .text("\(spoiled.file("centres.xml").path):4"))
  }

  @Test("A lost file is told by the keys that it held")
  func missingKeys() throws {
    let spoiled = try SpoiledLaw()
    try FileManager.default.removeItem(at: spoiled.file("centres.xml"))
    let faults = try #require(throws: LawFaults.self) { try spoiled.law.parameters() }
    #expect(faults.all.map(\.code) == ["PARAMETER_MISSING", "PARAMETER_MISSING"])
    #expect(
      faults.all.map { $0.facts["parameter"] } == [
        .text("tc.police_share_max"), .text("tc.reception_area_max"),
      ])
  }

  @Test("Every fault of every file is told in one go, file by file")
  func allAtOnce() throws {
    let spoiled = try SpoiledLaw()
    try spoiled.replace("benefit.dodsbo", with: "benefit.estate", in: "benefit.xml")
    try spoiled.replace(">3/4<", with: ">75 %<", in: "attendance.xml")
    try spoiled.replace("</parameters>", with: "", in: "ring.xml")
    let faults = try #require(throws: LawFaults.self) { try spoiled.law.parameters() }
    #expect(faults.all.map(\.code) == ["PARAMETER_VALUE", "PARAMETER_UNKNOWN", "XML_MALFORMED"])
  }

  @Test("A folder that is not there, or holds nothing, is named")
  func noFolder() throws {
    let spoiled = try SpoiledLaw()
    let nowhere = try #require(throws: LawFaults.self) { try LawFolder("/nowhere").parameters() }
    #expect(
      nowhere.all == [
        LawFault(.unreadable, file: "/nowhere/parameters"),
        LawFault(.unreadable, file: "/nowhere/schemas/programme.rng"),
      ])
    let folder = spoiled.file("").path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(at: spoiled.file(name))
    }
    let empty = try #require(throws: LawFaults.self) { try spoiled.law.parameters() }
    #expect(empty.all.map(\.code) == ["LAW_NO_FILES"])
  }
}
