import Foundation
import Identity
import Testing

/// A provider that trains mediators, by the persons of scenarios.md, part D0.
extension TryggProgram {
  static let k1 = "19910101-2392"
  static let k2 = "19910102-2383"
  static let h1 = "19680102-9288"
  static let h2 = "19720107-9295"

  /// The hours of the 200-hour programme.
  static let wholeProgramme = [
    ("KON", 20), ("MED", 40), ("BUR", 20), ("DEE", 20), ("KUL", 20), ("JUR", 20), ("PRA", 60),
  ]

  /// A provider approved for both programmes, H1 approved for practice, K1 and K2 known.
  static func course() throws -> TryggProgram {
    let trygg = try TryggProgram()
    try trygg.enter(k1, k2, h1, h2)
    for programme in ["SM", "RJ"] {
      try trygg.must(
        "provider", "approve", "--organisation", provider, "--name", "Malmö stad", "--programme", programme,
        "--from", "2027-01-01")
    }
    try trygg.approveSupervisor(h1)
    return trygg
  }

  func approveSupervisor(
    _ person: String, kind: String = "practice", from: String = "2027-01-01", to: String? = nil
  ) throws {
    let run = try self(
      [
        "supervisor", "approve", "--person", person, "--kind", kind, "--from", from, "--basis",
        "Beslut 2026:12",
      ]
        + (to.map { ["--to", $0] } ?? []))
    guard run.code == 0 else { throw CannotRun(what: run.err) }
  }

  func enrol(
    _ person: String = k1, in programme: String = "SM", on day: String = "2027-01-11", _ more: String...
  ) throws {
    let run = try self(
      ["training", "enrol", "--person", person, "--programme", programme, "--started-on", day] + more)
    guard run.code == 0 else { throw CannotRun(what: run.err) }
  }

  /// Makes K1 a lawyer who takes the course in restorative justice from 1 February 2027.
  func enrolLawyer() throws {
    try must(
      "provider", "approve", "--organisation", TryggProgram.provider, "--name", "Malmö stad", "--programme",
      "RJ", "--from", "2027-01-01")
    try must("person", "add", "--person", TryggProgram.k1, "--given-name", "Kim", "--family-name", "Öst")
    try enrol(
      in: "RJ", on: "2027-02-01", "--profession", "jurist", "--profession-verified-on", "2027-01-10")
  }

  static let sessionHeader =
    "reference,provider,programme,module,personnummer,starts_at,ends_at,trainer,supervisor"

  /// Days of at most eight hours from a first day on, until the minutes of a module are held.
  static func days(
    _ module: String, minutes: Int, of person: String = k1, in programme: String = "SM",
    from first: String, supervisor: String? = nil
  ) throws -> [String] {
    let start = try #require(LocalDate(first))
    return stride(from: 0, to: minutes, by: 480).map { done in
      let day = start.adding(days: done / 480)
      let length = min(480, minutes - done)
      let end = 9 * 60 + length
      let clock = String(format: "%02d:%02d", end / 60, end % 60)
      return
        "\(person.prefix(8))-\(module)-\(day),\(provider),\(programme),\(module),\(person),\(day)T09:00,\(day)T\(clock),,\(supervisor ?? "")"
    }
  }

  /// A whole course, module after module from a first day on; practice under a supervisor.
  static func sessions(
    _ hours: [(String, Int)], of person: String = k1, from first: String = "2027-01-11",
    supervisor: String = h1
  ) throws -> [String] {
    var day = try #require(LocalDate(first))
    var rows: [String] = []
    for (module, hours) in hours {
      let own = try days(
        module, minutes: hours * 60, of: person, from: "\(day)",
        supervisor: module == "PRA" ? supervisor : nil)
      rows += own
      day = day.adding(days: own.count)
    }
    return rows
  }

  @discardableResult
  func importSessions(_ rows: [String], _ more: String..., now: String = "2027-12-31T12:00") throws -> Run {
    try write("pass.csv", ([TryggProgram.sessionHeader] + rows).joined(separator: "\n") + "\n")
    return try self(["--format", "json", "import", "sessions", "pass.csv"] + more, now: now)
  }

  func progress(
    of person: String = k1, in programme: String = "SM", now: String = "2027-12-31T12:00", _ more: String...
  ) throws -> Value {
    let run = try self(
      ["--format", "json", "training", "progress", "--person", person, "--programme", programme] + more,
      now: now)
    run.expect(0)
    return run.json
  }
}

extension TryggProgram.Value {
  /// A module of a progress.
  func module(_ code: String) -> TryggProgram.Value {
    self["modules"].list.first { $0["module"].text == code } ?? TryggProgram.Value(nil)
  }
}
