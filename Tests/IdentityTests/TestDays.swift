import Identity

/// Makes a day of a test, which is right by sight; a wrong one becomes the year 1 and fails the test.
func day(_ text: String) -> LocalDate {
  LocalDate(text) ?? .firstDay(of: 1)
}

/// The day that the tests take for today where it does not matter.
let today = day("2026-11-20")

/// The fault that an act ends in, or nothing when it succeeds.
func fault(_ act: () throws(IdentityFault) -> Void) -> IdentityFault? {
  do {
    try act()
    return nil
  } catch {
    return error
  }
}
