import Foundation
import Testing

/// A year of many rings from CSV to the control file, and what interruptions and second runs do to it.
@Suite struct NationTests {
  private static let nation = Nation(rings: 500)

  /// Imports the files and locks the year, with one command each.
  private func locked() throws -> TryggProgram {
    let trygg = try TryggProgram()
    for (kind, lines) in NationTests.nation.files {
      try trygg.write("\(kind).csv", lines.joined(separator: "\n") + "\n")
      let run = try trygg("import", kind, "\(kind).csv", now: "2028-01-10T12:00")
      guard run.code == 0 else { throw TryggProgram.CannotRun(what: "\(kind): \(run.err.prefix(500))") }
    }
    try trygg.must("year", "lock", "2027", now: Town.lockDay)
    _ = try trygg.shell("mkdir start && cp -p trygghetsregister.* start/")
    return trygg
  }

  /// A digest of everything that the register keeps of decisions.
  private func decisions(_ trygg: TryggProgram) throws -> String {
    try trygg.sql(
      """
      SELECT group_concat(x, char(10)) FROM (SELECT person || ' ' || outcome || ' ' || COALESCE(reason, '') || ' ' ||
        amount_kr || ' ' || facts || ' ' || status || ' ' || COALESCE(document, '') AS x
        FROM decision ORDER BY person, version)
      """)
  }

  private func count(_ trygg: TryggProgram) throws -> Int {
    Int(try trygg.sql("SELECT count(*) FROM decision")) ?? 0
  }

  /// Starts the run and comes back when it has written something and not everything.
  private func underWay(_ trygg: TryggProgram) throws -> TryggProgram.Child {
    let run = try trygg.start("exec \"$trygg\" --format json year decide 2027", now: Town.lockDay)
    while try count(trygg) == 0, run.isRunning {}
    return run
  }

  @Test(
    "AVD-29: 7 500 of 25 000 are granted 15 000 000 kronor; killed and taken up again it is the same, and never twice"
  )
  func volume() throws {
    let trygg = try locked()
    let run = try trygg("--format", "json", "year", "decide", "2027", now: Town.lockDay)
    #expect(run.json["granted"].number == 7500)
    #expect(run.json["amountKr"].number == 15_000_000)
    #expect(run.json["communicated"].number == 17_500)
    let undisturbed = try decisions(trygg)
    let file = try trygg(
      "--format", "json", "year", "control-file", "2027", "--out", "ku.xml", now: "2028-01-24T10:00")
    #expect(file.json["statements"].number == 7500)
    #expect(file.json["sumKr"].number == 15_000_000)
    let issued = try trygg(
      "--format", "json", "year", "statements", "2027", "--out", "ut", "--form", "xml",
      now: "2028-01-24T10:00")
    #expect(issued.json["issued"].number == 7500, "\(issued.err)")
    #expect(issued.json["amountKr"].number == 15_000_000)

    // Ended as by a power cut when a part is written, and then run to the end; a run that was faster than the kill is
    // taken anew.
    var left = 25_000
    for _ in 0..<20 where left == 25_000 {
      _ = try trygg.shell("rm -f trygghetsregister.* && cp -p start/* .")
      let interrupted = try underWay(trygg)
      interrupted.kill()
      _ = try interrupted.run()
      left = try count(trygg)
    }
    #expect((1..<25_000).contains(left), "every run was over before it could be killed")
    try trygg.must("year", "decide", "2027", now: Town.lockDay)
    #expect(try decisions(trygg) == undisturbed)

    // A second run beside the first waits or says that it is busy, and nobody is decided twice.
    _ = try trygg.shell("rm -f trygghetsregister.* && cp -p start/* .")
    let first = try underWay(trygg)
    let second = try trygg("year", "decide", "2027", now: Town.lockDay)
    let ends = [try first.run().code, second.code]
    #expect(ends.allSatisfy { $0 == 0 || $0 == 75 } && ends.contains(0), "\(ends) \(second.err)")
    #expect(try decisions(trygg) == undisturbed)
    try trygg.expectSound()
  }
}
