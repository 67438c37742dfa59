/// Why a value was refused as a number, a municipality or an address; the raw value is the public code.
public enum IdentityFault: String, Error, CaseIterable {
  /// The text does not have the shape of the value asked for.
  case format = "FORMAT"
  /// Ten digits stand without `-` or `+`, so the century cannot be known.
  case separatorMissing = "SEPARATOR_MISSING"
  /// The last digit does not follow from the digits before it.
  case checkDigit = "CHECK_DIGIT"
  /// The calendar has no such day.
  case impossibleDate = "IMPOSSIBLE_DATE"
  /// The birth date lies after today.
  case futureBirth = "FUTURE_BIRTH"
  /// A number that health care made up for lack of a real one, which identifies nobody here.
  case reserveNumber = "RESERVE_NUMBER"
  /// The text is not the number of a legal person.
  case organisationNumber = "ORGANISATION_NUMBER"
  /// No municipality has this code or name.
  case unknownMunicipality = "UNKNOWN_MUNICIPALITY"
  /// The text is not a Swedish postcode.
  case postcode = "POSTCODE"
  /// A line of the address is empty, too long or holds characters that cannot be printed.
  case addressLine = "ADDRESS_LINE"
}
