import Identity
import Register
import Testing

struct WorkingDaysTests {
  @Test(
    "A time that ends on a day off runs to the next working day",
    arguments: [
      ("2028-01-31", "2028-01-31"), ("2028-01-15", "2028-01-17"), ("2033-12-31", "2034-01-02"),
      ("2032-01-31", "2032-02-02"), ("2027-12-24", "2027-12-27"), ("2028-04-14", "2028-04-18"),
      ("2027-05-06", "2027-05-07"), ("2027-06-25", "2027-06-28"), ("2028-06-06", "2028-06-07"),
      ("2027-01-06", "2027-01-07"), ("2030-05-01", "2030-05-02"), ("2027-11-06", "2027-11-08"),
      ("2038-04-26", "2038-04-27"),
    ])
  func moved(day: String, expected: String) throws {
    #expect(WorkingDays.onOrAfter(try day.day) == (try expected.day))
  }

  @Test("Maundy Thursday, the day after Ascension Day and Walpurgis Eve are working days")
  func notHolidays() throws {
    for day in ["2028-04-13", "2027-05-07", "2027-04-30", "2027-06-18"] {
      #expect(WorkingDays.isWorkingDay(try day.day), "\(day)")
    }
  }
}
