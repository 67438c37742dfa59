import Foundation
import Testing

/// Imports that are ended as by a power cut: whole batches stay, and a second run stores the rest.
@Suite struct InterruptedImportTests {
  /// More than two batches of 20 000 rows.
  private static let community = Community(rings: 8, membersPerRing: 40, occasionsPerRing: 210)
  private static let batch = 20_000

  /// Numbers that look drawn by lot and are the same in every run.
  private struct Lot: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private let prepared: TryggProgram
  private let total: Int

  init() throws {
    prepared = try TryggProgram()
    try prepared.take(InterruptedImportTests.community, through: "rosters")
    let csv = InterruptedImportTests.community.csv("attendance")
    try prepared.write("attendance.csv", csv)
    total = csv.utf8.count { $0 == UInt8(ascii: "\n") } - 1
  }

  /// The number of the last entry whose head has been signed, as the import goes on.
  private func head() throws -> Int {
    Int(try prepared.read("trygghetsregister.db-head").prefix(20)) ?? 0
  }

  @Test func killedAtAnyMomentAnImportLeavesWholeBatchesAndIsCompletedByTheNext() throws {
    #expect(total > 2 * InterruptedImportTests.batch)
    _ = try prepared.shell("mkdir start && cp -p trygghetsregister.* start/")
    var lot = Lot(state: 20_270_115)
    var wasCutShort = false
    for _ in 0..<6 {
      _ = try prepared.shell("rm -f trygghetsregister.* && cp -p start/* .")
      let before = try head()
      let batches = Int.random(in: 0...2, using: &lot)
      let steps = Int.random(in: 0...4_000, using: &lot)
      let child = try prepared.start("exec \"$trygg\" import attendance attendance.csv")
      // Progress is counted in batches and looks at the head, not in time.
      while child.isRunning, try head() < before + batches {}
      for _ in 0..<steps where child.isRunning { _ = try head() }
      child.kill()
      _ = try child.run()

      try prepared.expectSound()
      let stored = try #require(Int(try prepared.sql("SELECT COUNT(*) FROM attendance")))
      #expect(stored.isMultiple(of: InterruptedImportTests.batch) || stored == total, "\(stored) of \(total)")
      wasCutShort = wasCutShort || stored < total
      let rest = try prepared(
        "--format", "json", "import", "attendance", "attendance.csv", now: Community.now)
      rest.expect(0)
      #expect(rest.json["stored"].number == total - stored)
      #expect(rest.json["unchanged"].number == stored)
      try prepared.expectSound()
    }
    #expect(wasCutShort)
  }
}
