import Foundation
import Testing

/// What a registrar has done before a test begins, by the persons and numbers of scenarios.md, part D0.
extension TryggProgram {
  /// The provider of all training here.
  static let provider = "212000-1124"
  /// The approved trainer.
  static let trainer = "19680102-9288"
  /// The contact person of all rings.
  static let m12 = "19750107-9292"
  static let m01 = "19850709-2388"
  static let m02 = "19830101-2392"
  static let m10 = "19791111-2394"

  /// Enters persons, each with a name that tells them apart.
  func enter(_ numbers: String...) throws {
    for (index, number) in numbers.enumerated() {
      try must("person", "add", "--person", number, "--given-name", "Person\(index)", "--family-name", "Ek")
    }
  }

  /// Approves the provider and the trainer for the ring training from 2027-01-01.
  func approve(trainerThrough end: String? = nil) throws {
    try enter(TryggProgram.trainer)
    try must(
      "provider", "approve", "--organisation", TryggProgram.provider, "--name", "Malmö stad", "--programme",
      "TR",
      "--from", "2027-01-01")
    let until = end.map { ["--to", $0] } ?? []
    let approved = try self(
      ["provider", "approve", "--person", TryggProgram.trainer, "--programme", "TR", "--from", "2027-01-01"]
        + until)
    guard approved.code == 0 else { throw CannotRun(what: approved.err) }
  }

  /// Records one session of ring training on an evening, from an hour and for some minutes.
  @discardableResult
  func session(
    _ module: String, of person: String, on day: String = "2027-01-10", from hour: Int, minutes: Int = 60
  ) throws -> Run {
    let end = hour * 60 + minutes
    let ends = "\(end / 60):\(end % 60 < 10 ? "0" : "")\(end % 60)"
    return try self(
      "training", "record", "--provider", TryggProgram.provider, "--reference",
      "\(person.prefix(8))-\(module)-\(day)",
      "--programme", "TR", "--module", module, "--person", person, "--starts-at", "\(day)T\(hour):00",
      "--ends-at", "\(day)T\(ends)", "--trainer", TryggProgram.trainer, now: "\(day)T23:30")
  }

  /// Trains a person on one evening in all four blocks.
  func train(_ person: String, on day: String = "2027-01-10") throws {
    for (index, module) in ["OBS", "DEE", "POL", "JUR"].enumerated() {
      let run = try session(module, of: person, on: day, from: 17 + index)
      guard run.code == 0 else { throw CannotRun(what: run.err) }
    }
  }

  /// An office that can take in applications: provider, trainer and a trained contact person.
  static func office() throws -> TryggProgram {
    let trygg = try TryggProgram()
    try trygg.approve()
    try trygg.enter(m12)
    try trygg.train(m12)
    return trygg
  }

  /// Writes a participant list of as many households of one person each.
  @discardableResult
  func writeList(households: Int, startingAt first: Int = 0, named name: String = "deltagare.csv") throws
    -> String
  {
    let rows = (first..<first + households).map {
      "\(Community.adults[$0]),Deltagare,Nr \($0),H\($0),2027-01-15"
    }
    return try write(
      name,
      (["personnummer,given_name,family_name,household,joined_on"] + rows).joined(separator: "\n") + "\n")
  }

  /// An application as complete as the scenarios', with options taken away or changed.
  func apply(
    _ changes: [String: String?] = [:], _ flags: String..., now: String = "2027-01-15T12:00"
  ) throws -> Run {
    var options: [String: String?] = [
      "--name": "Söderkullaringen", "--municipality": "1280", "--street": "Storgatan 1",
      "--postcode": "211 42",
      "--city": "Malmö", "--venue": "Bygdegården", "--contact": TryggProgram.m12,
      "--interested-households": "50",
      "--active-households": "6", "--members": "deltagare.csv",
    ]
    options.merge(changes) { $1 }
    let words = options.sorted { $0.key < $1.key }.flatMap { name, value in value.map { [name, $0] } ?? [] }
    return try self(["--format", "json", "ring", "add"] + words + flags, now: now)
  }

  /// Ring A of the scenarios, registered on 2027-01-15, with one household for each of the given members.
  func registerRing(_ name: String = "A", members: String...) throws {
    let rows = members.enumerated().map { "\($1),Person\($0),Ek,H\($0),2027-01-15" }
    try write(
      "\(name).csv",
      (["personnummer,given_name,family_name,household,joined_on"] + rows).joined(separator: "\n"))
    let run = try apply(["--name": name, "--members": "\(name).csv"], "--decide")
    guard run.code == 0 else { throw CannotRun(what: run.err) }
  }

  /// Calls a meeting of a ring.
  func callMeeting(_ occasion: String, on day: String, of ring: String = "TR-1280-0001", _ more: String...)
    throws
  {
    let run = try self(
      [
        "occasion", "add", "--ring", ring, "--occasion", occasion, "--kind", "meeting", "--starts-at",
        "\(day)T18:00", "--called-on", "2027-01-16",
      ] + more, now: "2027-01-16T12:00")
    guard run.code == 0 else { throw CannotRun(what: run.err) }
  }
}

extension TryggProgram.Run {
  /// The codes of what was refused, from the JSON answer.
  var codes: [String] { json["errors"].list.compactMap(\.["code"].text) }
}
