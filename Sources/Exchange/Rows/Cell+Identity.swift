import Identity
import Register

extension Cell {
  /// The number of a person, in any form that people write.
  func identityNumber(on today: LocalDate) throws(Refusal) -> IdentityNumber {
    do {
      return try IdentityNumber(parsing: bytes.span, on: today)
    } catch {
      throw Refusal(error)
    }
  }

  /// The number of a legal person.
  func organisationNumber() throws(Refusal) -> OrganisationNumber {
    do {
      return try OrganisationNumber(parsing: bytes.span)
    } catch {
      throw Refusal(error)
    }
  }

  /// The code of a municipality, with its leading zero.
  func municipality() throws(Refusal) -> MunicipalityCode {
    do {
      return try MunicipalityCode(text)
    } catch {
      throw Refusal(error)
    }
  }
}
