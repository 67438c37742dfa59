extension IdentityNumber {
  /// The form of registers and files, `198507092388`.
  public var twelveDigits: String { String(value) }

  /// The form of documents that need the century, `19850709-2388`.
  public var long: String {
    let digits = twelveDigits
    return digits.prefix(8) + "-" + digits.suffix(4)
  }

  /// The everyday form, `850709-2388`, with `+` from 1 January of the year of the hundredth birthday.
  public func short(on today: LocalDate) -> String {
    birthSix + separator(on: today) + twelveDigits.suffix(4)
  }

  /// The form that hides the birth number, `850709-****`, with the hyphen whatever the age.
  public var masked: String { birthSix + "-****" }

  /// The form that hides the birth number, with `+` from the year of the hundredth birthday.
  public func masked(on today: LocalDate) -> String {
    birthSix + separator(on: today) + "****"
  }

  private var birthSix: String { String(twelveDigits.dropFirst(2).prefix(6)) }

  private func separator(on today: LocalDate) -> String {
    today.year - birthDigits.year >= 100 ? "+" : "-"
  }
}

extension IdentityNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The masked form, so that a number put into a message by chance shows nothing.
  public var description: String { masked }

  /// The masked form.
  public var debugDescription: String { masked }

  /// A mirror without content, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
