import Identity
import Register
import Testing

@testable import Exchange

@Suite("An export that is imported again changes nothing")
struct RowRoundTripTests {
  static func number(_ text: String) throws -> IdentityNumber { try IdentityNumber(parsing: text, on: today) }

  static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }

  static func ring(_ text: String = "TR-1280-0001") throws -> RingNumber { try #require(RingNumber(text)) }

  /// Writes rows as an export does and reads them as an import does, in both dialects.
  static func roundTrip<Row: ImportRow>(_ rows: [Row]) throws {
    for dialect in CSVRoundTripTests.dialects {
      let folder = try Folder()
      let path = folder.path + "/out.csv"
      let writer = try CSVWriter(to: OutputFile(replacing: path), layout: Row.layout, dialect: dialect)
      for row in rows {
        #expect(row.cells.count == Row.layout.columns.count)
        try writer.write(row)
      }
      try writer.commit()
      let file = try CSVFile(path: path, layout: Row.layout)
      #expect(try file.rows(Row.self).map { try $0.get() } == rows)
    }
  }

  @Test func persons() throws {
    try Self.roundTrip([
      PersonRow(number: Self.number("19850709-2388"), givenName: "Anna \"Nan\"", familyName: "von Berg; Å"),
      PersonRow(
        number: Self.number("19850286-2397"), givenName: "Åsa", familyName: "Öst",
        address: PostalAddress.Parts(street: "Storgatan 1, c/o Ek", postcode: "211 22", city: nil),
        isProtected: false, bornOn: Self.day("1985-02-26"), deceasedOn: Self.day("2027-03-01"),
        identityLevel: .probable),
    ])
  }

  @Test func rings() throws {
    let municipality = try MunicipalityCode("0114")
    try Self.roundTrip([
      RingRow(name: "=Ringen", municipality: municipality, appliedOn: Self.day("2027-01-12")),
      RingRow(
        ring: Self.ring(), name: "Ringen", municipality: municipality,
        address: PostalAddress(street: "Storgatan 1", postcode: "21122", city: "Malmö"), venue: "Skolan",
        contact: Self.number("19750107-9292"), interestedHouseholds: 52, activeHouseholds: 6,
        appliedOn: Self.day("2027-01-12"), registeredOn: Self.day("2027-01-15")),
    ])
  }

  @Test func members() throws {
    let number = try Self.number("19850709-2388")
    let joined = try Self.day("2027-01-15")
    try Self.roundTrip([
      MemberRow(ring: Self.ring(), number: number, joinedOn: joined),
      MemberRow(
        ring: Self.ring(), number: number, household: "H 1", joinedOn: joined, leftOn: joined,
        isPrimary: true,
        alias: "Uven"),
    ])
    try Self.roundTrip([
      ApplicantRow(number: number, joinedOn: joined),
      ApplicantRow(
        number: number, givenName: "Anna", familyName: "Berg",
        address: PostalAddress.Parts(street: "Storgatan 1", postcode: "21122", city: "Malmö"),
        isProtected: true,
        bornOn: joined, deceasedOn: joined, identityLevel: .proven, household: "1", joinedOn: joined,
        leftOn: joined, isPrimary: false, alias: "Uven"),
    ])
  }

  @Test func occasions() throws {
    let summer = try Moment(parsing: "2027-07-06T18:00")
    let winter = try Moment(parsing: "2027-12-31T22:00")
    let doubled = try Moment(parsing: "2027-10-31T02:30+01:00")
    try Self.roundTrip([
      OccasionRow(key: "A01", ring: Self.ring(), kind: .meeting, startsAt: summer, calledOn: summer.day),
      OccasionRow(
        key: "A,12", ring: Self.ring(), kind: .activity, type: .openMeeting, startsAt: doubled,
        endsAt: winter,
        calledOn: summer.day, called: .roster, status: .cancelled, policePresent: true),
    ])
  }

  @Test("An empty cell never overwrites what is known of an occasion")
  func occasionOverStored() throws {
    let start = try Moment(parsing: "2027-07-06T18:00")
    let full = OccasionRow(
      key: "A12", ring: try Self.ring(), kind: .activity, type: .nightWalk, startsAt: start,
      endsAt: start.adding(seconds: 7200), calledOn: start.day, called: .roster, status: .held,
      policePresent: true)
    let sparse = OccasionRow(
      key: "A12", ring: try Self.ring(), kind: .activity, startsAt: start, calledOn: start.day)
    let stored = full.plan(over: nil)
    #expect(sparse.plan(over: stored) == stored)
    #expect(sparse.plan(over: nil).called == .all)
  }

  @Test func rostersAndAttendance() throws {
    let number = try Self.number("19850709-2388")
    try Self.roundTrip([
      RosterRow(occasion: "A12", member: .number(number)),
      RosterRow(occasion: "A12", member: .alias("Uven", ring: Self.ring())),
    ])
    try Self.roundTrip([
      AttendanceRow(occasion: "A12", member: .number(number), status: .present, attestedBy: number),
      AttendanceRow(occasion: "A12", member: .alias("Uven", ring: Self.ring()), status: .excused),
    ])
  }

  @Test func approvals() throws {
    let number = try Self.number("19850709-2388")
    let school = try OrganisationNumber(parsing: "556036-0793")
    let day = try Self.day("2027-01-01")
    try Self.roundTrip([
      ProviderRow(number: school, name: "Skolan", programme: "TR", validFrom: day),
      ProviderRow(number: school, name: "Skolan", programme: "SM", validFrom: day, validTo: day),
    ])
    try Self.roundTrip([TrainerRow(number: number, programme: "TR", validFrom: day, validTo: day)])
    try Self.roundTrip([
      SupervisorRow(number: number, kind: .practice, validFrom: day, basis: "Beslut 2027:1, § 3"),
      SupervisorRow(number: number, kind: .workplace, validFrom: day, validTo: day),
    ])
  }

  @Test func training() throws {
    let number = try Self.number("19850709-2388")
    let day = try Self.day("2027-01-01")
    try Self.roundTrip([
      EnrolmentRow(number: number, programme: "SM", startedOn: day),
      EnrolmentRow(
        number: number, programme: "RJ", startedOn: day, profession: .socialWorker, professionVerifiedOn: day,
        employer: "Kommunen", fullTimeShare: Fraction(75, 100), referencesCheckedOn: day,
        backgroundCheckedOn: day),
    ])
    let start = try Moment(parsing: "2027-02-02T18:00")
    try Self.roundTrip([
      SessionRow(
        reference: "S-1", provider: OrganisationNumber(parsing: "556036-0793"), programme: "TR",
        module: "OBS",
        number: number, startsAt: start, endsAt: start.adding(seconds: 3600)),
      SessionRow(
        reference: "S-2", provider: OrganisationNumber(parsing: "556036-0793"), programme: "SM",
        module: "PRA",
        number: number, startsAt: start, endsAt: start.adding(seconds: 3600), trainer: number,
        supervisor: number),
    ])
  }

  @Test(
    "A share with decimal comma or point is exact",
    arguments: [
      ("0,5", 5, 10), ("0.50", 5, 10), ("1", 1, 1), ("1,00", 1, 1), ("0,3333", 3333, 10_000), ("0", 0, 1),
    ])
  func shares(text: String, numerator: Int, denominator: Int) throws {
    let file = try CSVFile(
      "personnummer;programme;started_on;fte\n850709-2388;SM;2027-01-01;\(text)\n", layout: .enrolments)
    let rows = try file.rows(EnrolmentRow.self).map { try $0.get() }
    #expect(rows.map(\.fullTimeShare) == [Fraction(numerator, denominator)])
  }

  @Test(
    "Yes and no in the forms of the contract",
    arguments: [
      ("ja", true), ("yes", true), ("1", true), ("Ja", true), ("nej", false), ("no", false), ("0", false),
    ])
  func flags(text: String, value: Bool) throws {
    let file = try CSVFile(
      "personnummer,given_name,family_name,protected\n850709-2388, Anna ,Berg,\(text)\n", layout: .persons)
    let row = try #require(try file.rows(PersonRow.self).first).get()
    #expect(row.isProtected == value)
    #expect(row.givenName == "Anna", "spaces around a value are no part of it")
  }

  @Test("Each kind has the columns of the contract")
  func columns() {
    #expect(
      ImportKind.allCases.map {
        $0.rawValue + ": " + $0.layout.columns.map(\.rawValue).joined(separator: ",")
      } == [
        "persons: personnummer,given_name,family_name,street,postcode,city,protected,born_on,deceased_on,id_level",
        "rings: ring,name,municipality,street,postcode,city,venue,contact,interested_households,"
          + "active_households,applied_on,registered_on",
        "members: ring,personnummer,household,joined_on,left_on,primary,alias",
        "occasions: occasion,ring,kind,type,starts_at,ends_at,called_on,called,status,police_present",
        "rosters: occasion,personnummer,alias,ring",
        "attendance: occasion,personnummer,alias,ring,status,attested_by",
        "providers: organisation_number,name,programme,valid_from,valid_to",
        "trainers: personnummer,programme,valid_from,valid_to",
        "supervisors: personnummer,kind,valid_from,valid_to,basis",
        "enrolments: personnummer,programme,started_on,profession,profession_verified_on,employer,fte,"
          + "references_checked_on,background_checked_on",
        "sessions: reference,provider,programme,module,personnummer,starts_at,ends_at,trainer,supervisor",
      ])
  }
}
