import Identity
import Register
import Testing

struct DaySetTests {
  @Test(
    "Ranges that overlap or touch become one, a missing day keeps them apart",
    arguments: [
      ([], []),
      (["2027-01-01–2027-01-31", "2027-02-01–2027-02-28"], ["2027-01-01–2027-02-28"]),
      (
        ["2027-02-02–2027-02-28", "2027-01-01–2027-01-31"],
        ["2027-01-01–2027-01-31", "2027-02-02–2027-02-28"]
      ),
      (["2027-01-01–", "2027-03-01–2027-03-31"], ["2027-01-01–"]),
      (
        ["2027-05-01–2027-05-02", "2027-01-01–2027-01-01", "2027-01-01–2027-01-05"],
        ["2027-01-01–2027-01-05", "2027-05-01–2027-05-02"]
      ),
    ] as [([String], [String])]) func joining(ranges: [String], expected: [String]) throws
  {
    let set = DaySet(try ranges.map { try $0.days })
    #expect(set.map(\.text) == expected)
    #expect(set == DaySet(try expected.map { try $0.days }))
  }

  @Test("Both ends are inside") func ends() throws {
    let days = try "2027-03-01–2027-03-02".days
    let inside = try ["2027-02-28", "2027-03-01", "2027-03-02", "2027-03-03"].map {
      days.contains(try $0.day)
    }
    #expect(inside == [false, true, true, false])
    #expect(DayRange(days.last, through: days.first) == nil)
    #expect(try days.intersection("2027-03-02–".days)?.text == "2027-03-02–2027-03-02")
    #expect(try days.intersection("2027-03-03–".days) == nil)
  }
}
