import Foundation
import Register
import Testing

/// The remembered clock against Foundation itself.
@Suite struct SwedishClockTests {
  @Test("Each hour of the weeks in which the clocks change is Foundation's, asked in any order")
  func hours() throws {
    let stockholm = try #require(TimeZone(identifier: "Europe/Stockholm"))
    func agrees(_ seconds: Int64) -> Bool {
      let ahead = stockholm.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      let (hour, minute) = Moment(seconds: seconds).clock
      let expected = (Int(seconds) + ahead) / 60
      return hour == expected / 60 % 24 && minute == expected % 60
    }
    let changes = [1_806_195_600, 1_824_944_400, 1_837_645_200, 1_856_394_000].map { Int64($0) }
    for change in changes {
      for hour in -200...200 { #expect(agrees(change + Int64(hour) * 3_600)) }
      for second: Int64 in [-1, 0, 1] { #expect(agrees(change + second)) }
    }
    for day in stride(from: 0, to: Int64(5_000_000_000), by: 86_400 * 3) { #expect(agrees(day + 3_599)) }
  }

  @Test("Before 1970 and after the table it answers too")
  func outside() {
    #expect(Moment(seconds: -1).clock.minute == 59)
    #expect(Moment(seconds: 5_000_000_000).clock.minute == 53)
  }
}
