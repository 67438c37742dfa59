import Identity
import Register
import Testing

/// What a certificate of 22 March 2027 is worth on days before and after what became of it.
@Suite struct CertificateRecordTests {
  private func day(_ text: String) -> LocalDate { LocalDate(text) ?? .firstDay(of: 1) }

  private func certificate(
    validTo: String? = nil, successor: Int? = nil, revokedFrom: String? = nil, fromBeginning: Bool = false
  ) -> CertificateRecord {
    CertificateRecord(
      place: 1, number: DocumentNumber(year: 2027, serial: 1), person: PersonID(1), provider: ProviderID(1),
      programme: .mediator, issuedOn: day("2027-03-22"), heldSince: day("2027-03-22"),
      completedOn: day("2027-03-21"), validTo: validTo.map(day),
      successor: successor.map { DocumentNumber(year: 2028, serial: $0) },
      revocation: revokedFrom.map {
        .init(
          from: day($0), isFromBeginning: fromBeginning, decidedOn: day("2028-01-20"), decision: "2028-14")
      })
  }

  @Test(
    "Revoked from 1 February 2028",
    arguments: [
      ("2027-03-21", "ej utfärdat"), ("2027-03-22", "giltigt"), ("2028-01-31", "giltigt"),
      ("2028-02-01", "återkallat"), ("2035-01-01", "återkallat"),
    ])
  func revoked(_ on: String, _ standing: String) {
    #expect(certificate(revokedFrom: "2028-02-01").standing(on: day(on)).code == standing)
  }

  @Test("Revoked from the beginning", arguments: ["2027-03-22", "2028-01-31", "2028-02-01"])
  func fromBeginning(_ on: String) {
    let standing = certificate(revokedFrom: "2028-02-01", fromBeginning: true).standing(on: day(on))
    #expect(standing == .revoked(from: day("2027-03-22")))
  }

  @Test("Replaced, also on days before the correction", arguments: ["2027-03-22", "2028-02-01"])
  func replaced(_ on: String) {
    let standing = certificate(successor: 7, revokedFrom: "2028-02-01").standing(on: day(on))
    #expect(standing == .replaced(by: DocumentNumber(year: 2028, serial: 7)))
  }

  @Test(
    "Valid to a day, that day inside", arguments: [("2030-03-22", "giltigt"), ("2030-03-23", "utgånget")])
  func expired(_ on: String, _ standing: String) {
    #expect(certificate(validTo: "2030-03-22").standing(on: day(on)).code == standing)
  }
}
