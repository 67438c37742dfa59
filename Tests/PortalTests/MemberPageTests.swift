import Identity
import Operations
import Register
import Testing

/// A member's page that was put together before is shown again only while it would say the same.
struct MemberPageTests {
  let register: PortalRegister

  init() throws {
    register = try PortalRegister(now: "2027-06-15T12:00")
    _ = try register.signIn(as: .member)
  }

  private func page(_ moment: String) throws -> MemberPage {
    try register.registry.reached(by: "person-2", at: Moment(parsing: moment)).memberPage()
  }

  private func call(_ key: String, at moment: String) throws {
    let plan = OccasionPlan(
      key: key, kind: .meeting, type: nil, startsAt: try Moment(parsing: moment), endsAt: nil,
      calledOn: try #require(LocalDate("2027-06-01")), called: .all, status: nil, policePresent: nil)
    _ = try register.registry.addOccasion(plan, of: try #require(RingNumber(PortalRegister.ring)))
  }

  @Test func itEndsWhenAnOccasionBegins() throws {
    try call("M2", at: "2027-06-20T18:00:30")
    func upcoming(_ moment: String) throws -> Int {
      try page(moment).years[0].occasions.count { $0.treatment == .upcoming }
    }
    #expect(try upcoming("2027-06-20T12:00") == 1)
    #expect(try upcoming("2027-06-20T18:00:29") == 1)
    #expect(try upcoming("2027-06-20T18:00:30") == 0)
    // A clock that goes back is asked anew as well.
    #expect(try upcoming("2027-06-20T12:00") == 1)
  }

  @Test func itEndsWithTheDay() throws {
    #expect(try page("2027-12-31T23:59:59").years.map(\.rules.year) == [2027])
    #expect(try page("2028-01-01T00:00").years.map(\.rules.year) == [2028, 2027])
  }

  @Test func itEndsWithAWriteAndIsLoggedEachTime() throws {
    let before = try page("2027-06-15T12:00").years[0].occasions.count
    #expect(try page("2027-06-15T12:00").years[0].occasions.count == before)
    try call("M3", at: "2027-07-01T18:00")
    #expect(try page("2027-06-15T12:00").years[0].occasions.count == before + 1)
    var filter = AuditQuery()
    filter.act = "member.page"
    #expect(try register.registry.listAudit(filter, last: 1).total == 3)
  }
}
