import Identity
import Register

extension Cell {
  /// The number of a person, in any form that people write.
  func identityNumber(on today: LocalDate) throws(Refusal) -> IdentityNumber {
    do {
      return try IdentityNumber(parsing: text, on: today)
    } catch {
      throw Refusal(error)
    }
  }

  /// The number of a legal person.
  func organisationNumber() throws(Refusal) -> OrganisationNumber {
    guard let number = OrganisationNumber(text) else { throw Refusal(.organisationNumber) }
    return number
  }

  /// The code of a municipality, with its leading zero.
  func municipality() throws(Refusal) -> MunicipalityCode {
    guard let code = MunicipalityCode(text) else { throw Refusal(.unknownMunicipality) }
    return code
  }
}

extension Refusal {
  /// A fault of an identity value under the code that both share.
  init(_ fault: IdentityFault) {
    self.init(RefusalCode(rawValue: fault.rawValue) ?? .format)
  }
}

extension OrganisationNumber {
  /// The ten digits.
  var cell: String { String(value) }
}

extension PostalAddress? {
  /// The cells of the columns street, postcode and city.
  var cells: [String?] {
    [self?.street, self.map { "\($0.postcode)" }, self?.city]
  }
}
