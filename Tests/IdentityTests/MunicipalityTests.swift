import Foundation
import Identity
import Testing

struct MunicipalityTests {
  @Test(arguments: [
    ("0114", "Upplands Väsby", County.stockholm), ("0980", "Gotland", .gotland), ("1280", "Malmö", .skane),
    ("1480", "Göteborg", .vastraGotaland), ("2023", "Malung-Sälen", .dalarna),
    ("2584", "Kiruna", .norrbotten),
  ])
  func aCodeHasANameAndACounty(code: String, name: String, county: County) throws {
    let municipality = try MunicipalityCode(code)
    #expect(municipality.name == name)
    #expect(municipality.county == county)
    #expect(try MunicipalityCode(named: name) == municipality)
    #expect(try MunicipalityCode(named: name.uppercased()) == municipality)
    #expect("\(municipality)" == code)
  }

  @Test(arguments: ["114", "00114", "0113", "0000", "9999", "128O", "+114", "-114", " 114", "", "Malmö"])
  func otherCodesAreUnknown(code: String) {
    #expect(
      fault { () throws(IdentityFault) in _ = try MunicipalityCode(code) } == .unknownMunicipality)
  }

  @Test(arguments: ["Malmo", "Malmö kommun", "", "1280"])
  func otherNamesAreUnknown(name: String) {
    #expect(
      fault { () throws(IdentityFault) in _ = try MunicipalityCode(named: name) } == .unknownMunicipality)
  }

  @Test func aNameMayBeWrittenWithCombiningMarks() throws {
    #expect(try MunicipalityCode(named: "Malmo\u{308}").digits == "1280")
  }

  @Test func the290CodesLeadBackToThemselves() throws {
    #expect(MunicipalityCode.all.count == 290)
    for municipality in MunicipalityCode.all {
      #expect(try MunicipalityCode(municipality.digits) == municipality)
      #expect(try MunicipalityCode(named: municipality.name) == municipality)
      #expect(municipality.digits.hasPrefix(municipality.county.digits))
    }
    #expect(MunicipalityCode.all == MunicipalityCode.all.sorted())
    #expect(Set(MunicipalityCode.all.map(\.digits)).count == 290)
    #expect(MemoryLayout<MunicipalityCode>.size == 2)
  }

  @Test func every21CountiesHaveMunicipalities() {
    #expect(County.allCases.count == 21)
    #expect(Set(MunicipalityCode.all.map(\.county)) == Set(County.allCases))
    #expect(County.skane.digits == "12")
    #expect(County.skane.name == "Skåne län")
    #expect(County.uppsala.digits == "03")
  }

  /// Where the source lies beside the repository, the table is what it says.
  @Test func theTableIsItsSource() {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let source = root.appending(path: "../shared/data/kommuner.csv")
    guard let text = try? String(contentsOf: source, encoding: .utf8) else { return }
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map(String.init).sorted()
    #expect(MunicipalityCode.all.map { "\($0.digits),\($0.name),\($0.county.name)" } == rows)
  }
}
