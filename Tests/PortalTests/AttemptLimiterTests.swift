import Register
import Testing

@testable import Portal

struct AttemptLimiterTests {
  let now = Moment(seconds: 1_800_000_000)

  @Test("Of 100 000 attempts from one place at once, ten are taken")
  func burst() {
    let limiter = AttemptLimiter()
    let taken = (0..<100_000).count { _ in (try? limiter.take("192.0.2.1", at: now)) != nil }
    #expect(taken == 10)
  }

  @Test("A place regains an attempt every six seconds, whatever others do")
  func recovery() throws {
    let limiter = AttemptLimiter()
    for _ in 0..<10 { try limiter.take("a", at: now) }
    #expect(throws: PageFault.tooManyAttempts) { try limiter.take("a", at: now.adding(seconds: 5)) }
    try limiter.take("b", at: now)
    try limiter.take("a", at: now.adding(seconds: 12))
  }

  @Test("Whoever is right again and again is never turned away, and a wrong guess among them still counts")
  func right() throws {
    let limiter = AttemptLimiter()
    for _ in 0..<1_000 {
      try limiter.take("a", at: now)
      limiter.giveBack("a")
    }
    for _ in 0..<10 { try limiter.take("a", at: now) }
    limiter.giveBack("b")
    #expect(throws: PageFault.tooManyAttempts) { try limiter.take("a", at: now) }
  }
}
