import Foundation
import Testing

/// Two processes that write at once lose nothing and leave one whole log.
@Suite struct ImportsAtOnceTests {
  private let community = Community(rings: 8, membersPerRing: 50, occasionsPerRing: 68)
  private let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram()
    try trygg.take(community, through: "rosters")
  }

  private func write(_ name: String, rings: Range<Int>) throws -> Int {
    let rows = rings.flatMap(community.attendance(ofRing:))
    try trygg.write(
      name, (["occasion,personnummer,status,attested_by"] + rows).joined(separator: "\n") + "\n")
    return rows.count
  }

  private func importAtOnce(_ files: String...) throws -> [TryggProgram.Run] {
    let children = try files.map { file in
      try trygg.start("exec \"$trygg\" --format json import attendance \(file)")
    }
    return try children.map { try $0.run() }
  }

  @Test func tenThousandAttendancesEachAreAllThere() throws {
    let counts = [try write("a.csv", rings: 0..<4), try write("b.csv", rings: 4..<8)]
    #expect(counts.allSatisfy { $0 >= 10_000 })
    for (run, count) in zip(try importAtOnce("a.csv", "b.csv"), counts) {
      run.expect(0)
      #expect(run.json["stored"].number == count)
    }
    #expect(try trygg.sql("SELECT COUNT(*) FROM attendance") == String(counts.reduce(0, +)))
    try trygg.expectSound()
  }

  @Test func theSameFileTwiceAtOnceIsStoredOnce() throws {
    let count = try write("a.csv", rings: 0..<2)
    let runs = try importAtOnce("a.csv", "a.csv")
    for run in runs { run.expect(0) }
    #expect(runs.compactMap { $0.json["stored"].number }.reduce(0, +) == count)
    #expect(runs.compactMap { $0.json["unchanged"].number }.reduce(0, +) == count)
    #expect(try trygg.sql("SELECT COUNT(*) FROM attendance") == String(count))
    try trygg.expectSound()
  }
}
