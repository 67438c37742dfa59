import Identity
import Testing

struct LocalDateTests {
  /// Walks the calendar by hand and compares every day with the arithmetic.
  @Test func everyDayFrom1890To2100IsTheOneAfterTheDayBefore() {
    var number = LocalDate.firstDay(of: 1890).dayNumber
    var weekday = 3  // 1 January 1890 was a Wednesday.
    var broken: [Int32] = []
    for year in 1890...2100 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for (month, length) in zip(1...12, [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
        for day in 1...length {
          let date = LocalDate(dayNumber: number)
          let parts = date.components
          if LocalDate(year: year, month: month, day: day) != date || parts != (year, month, day)
            || LocalDate(date.description) != date || date.weekday != weekday
            || date.quarter != [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][month - 1]
          {
            broken.append(number)
          }
          number += 1
          weekday = weekday % 7 + 1
        }
        if LocalDate(year: year, month: month, day: length + 1) != nil { broken.append(number) }
      }
    }
    #expect(broken == [])
    #expect(number == LocalDate.firstDay(of: 2101).dayNumber)
  }

  @Test(arguments: [
    ("1970-01-01", 0 as Int32, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2),
    ("2027-01-15", 20_833, 5),
    ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func knownDaysHaveTheirNumberAndWeekday(text: String, number: Int32, weekday: Int) {
    #expect(LocalDate(text)?.dayNumber == number)
    #expect(LocalDate(text)?.weekday == weekday)
    #expect(LocalDate(dayNumber: number).description == text)
  }

  @Test(arguments: [
    "1900-02-29", "2100-02-29", "2027-02-29", "2027-04-31", "2027-13-01", "2027-00-10",
    "2027-01-00", "2027-01-32", "0000-01-01",
  ])
  func theCalendarLacksTheseDays(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test(arguments: [
    "", "2027-1-15", "27-01-15", "2027/01/15", "20270115", " 2027-01-15", "2027-01-15 ",
    "2027-01-15T00:00", "+027-01-15", "2027-01--5", "2027-0１-15", "2027-01-1a", "2027 01 15",
  ])
  func onlyOneFormIsRead(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test func aPartOfATextIsReadToo() {
    #expect(LocalDate("från 2027-01-15".suffix(10)) == LocalDate(year: 2027, month: 1, day: 15))
    let bytes = Array("2027-01-15T18:00".utf8)[..<10]
    let date = LocalDate(iso: bytes.span)
    #expect(date == day("2027-01-15"))
  }

  @Test(arguments: [
    ("2027-01-31", 1, "2027-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2027-03-31", -1, "2027-02-28"),
    ("2027-12-15", 1, "2028-01-15"), ("2027-01-15", -1, "2026-12-15"), ("2028-02-29", 60, "2033-02-28"),
    ("2028-02-29", 48, "2032-02-29"), ("2027-08-31", 0, "2027-08-31"), ("2027-01-30", -26, "2024-11-30"),
  ])
  func monthsEndOnTheLastDayWhenTheDayIsLacking(start: String, months: Int, end: String) {
    #expect(day(start).adding(months: months) == day(end))
  }

  @Test func daysAreAddedAndCounted() {
    #expect(day("2027-02-28").adding(days: 1) == day("2027-03-01"))
    #expect(day("2028-03-01").adding(days: -1) == day("2028-02-29"))
    #expect(day("2028-01-01").days(since: day("2027-01-01")) == 365)
    #expect(day("2027-01-01").days(since: day("2028-01-01")) == -365)
    #expect(day("2027-01-01") < day("2027-01-02"))
    #expect(LocalDate.lastDay(of: 2027).adding(days: 1) == .firstDay(of: 2028))
  }

  @Test(arguments: [
    ("2009-12-31", "2027-12-30", 17), ("2009-12-31", "2027-12-31", 18), ("2010-01-01", "2027-12-31", 17),
    ("1984-02-29", "2002-02-27", 17), ("1984-02-29", "2002-02-28", 18), ("1984-02-29", "2004-02-28", 19),
    ("1984-02-29", "2004-02-29", 20), ("2011-11-16", "2027-11-15", 15), ("2027-05-01", "2027-05-01", 0),
    ("2027-05-01", "2027-04-30", -1),
  ])
  func aYearOlderOnTheBirthday(born: String, on: String, age: Int) {
    #expect(day(born).age(on: day(on)) == age)
  }
}
