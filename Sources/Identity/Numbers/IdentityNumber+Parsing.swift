extension IdentityNumber {
  /// Reads a number as people write it, with spaces around it or not.
  ///
  /// - `198507092388`, `19850709-2388`
  /// - `850709-2388`: born in this year or one of the 99 before it
  /// - `850709+2388`: turned 100 before this year or turns it within the year (18 § folkbokföringslagen)
  ///
  /// Twelve digits with `+` are taken when today's rule would print the plus sign; otherwise the two
  /// contradict each other. Ten digits alone are refused, and so are numbers with a letter among the last
  /// four, which are reserve or interim numbers (decision C-22).
  public init(parsing text: String, on today: LocalDate) throws(IdentityFault) {
    try self.init(parsing: text.utf8.span, on: today)
  }

  /// Reads a number from the bytes of a file, in the forms and with the errors of `init(parsing:on:)`.
  public init(parsing bytes: Span<UInt8>, on today: LocalDate) throws(IdentityFault) {
    let text = bytes.extracting(bytes.boundsWithoutOuterSpaces)
    guard (10...13).contains(text.count) else { throw .format }
    let birthLength = text.count < 12 ? 6 : 8
    guard let birth = text.number(in: 0..<birthLength) else { throw .format }
    let isSeparated = text.count > birthLength + 4
    let isPlus = isSeparated && text[birthLength] == UInt8(ascii: "+")
    guard !isSeparated || isPlus || text[birthLength] == UInt8(ascii: "-") else { throw .format }
    let lastFour = text.count - 4..<text.count
    guard let ending = text.number(in: lastFour) else {
      throw text.isAlphanumeric(in: lastFour) ? .reserveNumber : .format
    }

    let birthWithCentury: Int
    if birthLength == 8 {
      guard !isPlus || today.year - birth / 10_000 >= 100 else { throw .format }
      birthWithCentury = birth
    } else {
      guard isSeparated else { throw .separatorMissing }
      let latestYear = isPlus ? today.year - 100 : today.year
      let year = latestYear - (latestYear - birth / 10_000) % 100
      birthWithCentury = year * 10_000 + birth % 10_000
    }
    try self.init(stored: Int64(birthWithCentury) * 10_000 + Int64(ending))
    guard !isBorn(after: today) else { throw .futureBirth }
  }

  /// Compares digits and not dates, since a coordination number may lack the month or the day.
  private func isBorn(after today: LocalDate) -> Bool {
    let born = birthDigits
    let now = today.components
    let day = kind == .coordinationNumber ? born.day - IdentityNumber.coordinationShift : born.day
    return (born.year, born.month, day) > (now.year, now.month, now.day)
  }
}
