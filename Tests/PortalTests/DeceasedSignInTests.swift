import Identity
import Operations
import Register
import Testing

/// Electronic identification of a person who has died leads nowhere (decision C-21).
struct DeceasedSignInTests {
  @Test("A session ends with the person, and none begins")
  func ends() throws {
    let register = try PortalRegister()
    let session = try register.signIn(as: .member)
    #expect(try register.registry.session(session) != nil)
    let number = try IdentityNumber(parsing: PortalRegister.member, on: register.registry.now.day)
    _ = try register.registry.recordDeath(of: number, on: #require(LocalDate("2027-06-10")))
    #expect(try register.registry.session(session) == nil)
    let refusal = #expect(throws: Refusal.self) { try register.registry.signIn(as: number) }
    #expect(refusal?.code == .signInUnknown)
  }
}
