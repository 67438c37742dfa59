import Foundation
import Testing

/// Law data that is wrong is refused before anybody is decided.
@Suite struct ParameterFileTests {
  /// A change of one parameter's element and what is said of it.
  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let old: String
    let new: String
    let code: String
  }

  static let faults = [
    Fault(
      testDescription: "two values from the same day",
      old: "<parameter key=\"benefit.amount_kr\" type=\"integer\" unit=\"SEK\">",
      new: "<parameter key=\"benefit.amount_kr\" type=\"integer\" unit=\"SEK\">"
        + "<value from=\"2027-01-01\" source=\"Prov\">2500</value>",
      code: "PARAMETER_OVERLAP"),
    Fault(
      testDescription: "a wrong unit", old: "key=\"benefit.amount_kr\" type=\"integer\" unit=\"SEK\"",
      new: "key=\"benefit.amount_kr\" type=\"integer\" unit=\"EUR\"", code: "PARAMETER_UNIT"),
    Fault(
      testDescription: "an unknown key", old: "key=\"benefit.amount_kr\"", new: "key=\"benefit.amount_sek\"",
      code: "PARAMETER_UNKNOWN"),
  ]

  @Test(arguments: faults) func refused(_ fault: Fault) throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).register()
    try trygg.must("year", "lock", "2027", now: Town.lockDay)
    let legal = try trygg.legal(replacing: fault.old, with: fault.new)
    let run = try trygg("year", "decide", "2027", "--legal", legal, now: Town.lockDay)
    #expect(run.code != 0)
    #expect(run.err.contains(fault.code), "\(run.err)")
    #expect(run.err.contains(".xml"), "the file is named: \(run.err)")
    #expect(try trygg.sql("SELECT count(*) FROM decision") == "0")
  }
}

/// A benefit that no rule is written for is not decided as if it were the one that is.
@Suite struct UnsupportedBenefitTests {
  @Test(
    "Another kind of benefit, or more than one for a person, is refused with what is allowed",
    arguments: [
      ("benefit.kind", "utbetalning", "skattereduktion"),
      ("benefit.kind", "allmant_avdrag", "skattereduktion"),
      ("benefit.max_per_person_year", "2", "1"), ("benefit.max_per_person_year", "0", "1"),
    ])
  func refused(key: String, value: String, supported: String) throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).register()
    try trygg.must("year", "lock", "2027", now: Town.lockDay)
    let legal = try trygg.legal(key, value)
    for words in [["year", "decide", "2027"], ["decision", "show", "--person", Town.m01, "--year", "2027"]] {
      try trygg(words + ["--legal", legal], now: Town.lockDay)
        .expect(1, "PARAMETER_UNSUPPORTED", "\(key) = \(value)", "Sätt tillbaka \(supported)")
    }
    let compared = try trygg("year", "decide", "2027", "--dry-run", "--compare", legal, now: Town.lockDay)
    compared.expect(1, "PARAMETER_UNSUPPORTED")
    #expect(try trygg.sql("SELECT count(*) FROM decision") == "0")
    // What it would need in law can still be drafted.
    try trygg("law", "draft", "TR-R1", "--form", "text", "--legal", legal, now: Town.lockDay).expect(0)
  }
}

extension TryggProgram {
  /// Copies the shipped law data into the folder with a text of the parameters changed, and returns its path.
  fileprivate func legal(replacing old: String, with new: String) throws -> String {
    let copy = URL(fileURLWithPath: try legal("attendance.min_counted_occasions", "4"))
    let parameters = copy.appendingPathComponent("parameters")
    for file in try FileManager.default.contentsOfDirectory(at: parameters, includingPropertiesForKeys: nil) {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains(old) else { continue }
      try text.replacingOccurrences(of: old, with: new).write(to: file, atomically: true, encoding: .utf8)
      return copy.path
    }
    throw CannotRun(what: "no \(old)")
  }
}
