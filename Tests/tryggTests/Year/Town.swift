import Foundation
import Testing

/// The fixtures of the scenarios: four rings in Malmö with their occasions of 2027, and whoever a scenario puts there.
///
/// Rings are registered on 2027-01-15 with M12 as contact person. Unless a scenario says otherwise a neighbour is a
/// member of ring A from that day and trained on 2027-01-20.
struct Town {
  /// A neighbour with what a scenario says of the year.
  struct Neighbour {
    let key: String
    var memberships = [Membership("A")]
    var trainedOn: String? = "2027-01-20"
    var present: [String] = []
    var excused: [String] = []
    var name = "Kim,Granne"
    var household: String?
    var diedOn: String?
    var level: String?
  }

  struct Membership {
    let ring: Character
    let joinedOn: String
    let leftOn: String
    let isPrimary: Bool?

    init(_ ring: Character, _ joinedOn: String = "2027-01-15", to leftOn: String = "", primary: Bool? = nil) {
      self.ring = ring
      self.joinedOn = joinedOn
      self.leftOn = leftOn
      self.isPrimary = primary
    }
  }

  /// The persons of the scenarios, all with test numbers published by Skatteverket.
  static let numbers = [
    "M01": "198507092388", "M02": "198301012392", "M03": "198402292380", "M04": "198601012399",
    "M05": "200912312394", "M06": "201001012382", "M07": "194408139089", "M08": "198502862397",
    "M09": "199304122386", "M10": "197911112394", "M11": "198805172395", "M12": "197501079292",
    "K1": "199101012392",
  ]

  /// The days of each series; those with a letter after the number are activities.
  static let series: [Character: [(key: String, start: String)]] = [
    "A": zip(
      (1...12).map { $0 < 10 ? "A0\($0)" : "A\($0)" },
      [
        "02-02", "03-02", "04-06", "05-04", "06-01", "07-06", "08-03", "09-07", "10-05", "11-02", "12-07",
        "12-31",
      ]
    ).map { ($0, "2027-\($1)T\($0 == "A12" ? "22:00" : "18:00")") },
    "B": zip(["B01", "B02", "B03", "B04"], ["02-10", "05-12", "09-08", "11-10"])
      .map { ($0, "2027-\($1)T18:00") },
    "C": zip(
      (1...10).map { $0 < 10 ? "C0\($0)" : "C\($0)" } + ["CA1", "CA2", "CA3", "CA4"],
      [
        "02-09", "03-09", "04-13", "05-11", "06-08", "08-10", "09-14", "10-12", "11-09", "12-14", "03-20",
        "06-19", "09-18", "12-18",
      ]
    ).map { ($0, "2027-\($1)T18:00") },
    "D": zip(["D01", "D02", "D03", "D04", "D05"], ["08-17", "09-21", "10-19", "11-16", "12-14"])
      .map { ($0, "2027-\($1)T18:00") },
  ]

  /// The keys of a part of a series, such as `A01` to `A09`.
  static func occasions(_ ring: Character, _ numbers: ClosedRange<Int>) -> [String] {
    (series[ring] ?? []).map(\.key)[(numbers.lowerBound - 1)...(numbers.upperBound - 1)].map { $0 }
  }

  static func ring(_ letter: Character) -> String {
    "TR-1280-000\((letter.asciiValue ?? 0) - 64)"
  }

  var neighbours: [Neighbour]
  var cancelled: Set<String> = []
  /// The last day of the registration of ring A.
  var deregisteredOn: String?

  /// The day after the last day for changes of attendance, when a year may be locked.
  static let lockDay = "2028-01-17T09:00"

  /// Makes a register of the town, up to the lock.
  func register(arguments: [String] = []) throws -> TryggProgram {
    let trygg = try TryggProgram()
    for (kind, csv) in files {
      try trygg.write("\(kind).csv", csv.joined(separator: "\n") + "\n")
      let run = try trygg(["import", kind, "\(kind).csv"] + arguments, now: "2028-01-10T12:00")
      guard run.code == 0 else { throw TryggProgram.CannotRun(what: "\(kind): \(run.out)\(run.err)") }
    }
    if let deregisteredOn {
      try trygg.must(
        "ring", "deregister", "--ring", Town.ring("A"), "--on", deregisteredOn, "--reason", "egen begäran",
        now: "\(deregisteredOn)T12:00")
    }
    return trygg
  }

  /// Makes a register of the town, locked and decided by the law data that are shipped or by others.
  func decided(legal: String? = nil) throws -> TryggProgram {
    let trygg = try register()
    let law = legal.map { ["--legal", $0] } ?? []
    for words in [["year", "lock", "2027"], ["year", "decide", "2027"]] {
      let run = try trygg(words + law, now: Town.lockDay)
      guard run.code == 0 else { throw TryggProgram.CannotRun(what: "\(words): \(run.err)") }
    }
    return trygg
  }

  private var files: [(kind: String, csv: [String])] {
    let people = neighbours + [Neighbour(key: "M12"), Neighbour(key: "K1")]
    let numbers = Town.numbers
    return [
      (
        "persons",
        ["personnummer,given_name,family_name,street,postcode,city,deceased_on,id_level"]
          + people.map {
            "\(numbers[$0.key] ?? ""),\($0.name),Ringgatan 1,214 21,Malmö,\($0.diedOn ?? ""),\($0.level ?? "")"
          }
      ),
      ("providers", ["organisation_number,name,programme,valid_from", "2021005489,Skolan,TR,2027-01-01"]),
      ("trainers", ["personnummer,programme,valid_from", "\(numbers["K1"] ?? ""),TR,2027-01-01"]),
      (
        "sessions",
        ["reference,provider,programme,module,personnummer,starts_at,ends_at,trainer"]
          + evening("M12", "2027-01-10")
          + neighbours.flatMap { neighbour in neighbour.trainedOn.map { evening(neighbour.key, $0) } ?? [] }
      ),
      (
        "rings",
        [
          "ring,name,municipality,street,postcode,city,venue,contact,interested_households,active_households,"
            + "applied_on,registered_on"
        ]
          + "ABCD".map {
            "\(Town.ring($0)),Ring \($0),1280,Gatan 1,21421,Malmö,Skolan,\(numbers["M12"] ?? ""),50,6,2027-01-11,"
              + "2027-01-15"
          }
      ),
      (
        "members",
        ["ring,personnummer,household,joined_on,left_on,primary"]
          + neighbours.flatMap { neighbour in
            neighbour.memberships.map {
              "\(Town.ring($0.ring)),\(numbers[neighbour.key] ?? ""),\(neighbour.household ?? neighbour.key),"
                + "\($0.joinedOn),\($0.leftOn),\($0.isPrimary.map { $0 ? "ja" : "nej" } ?? "")"
            }
          }
      ),
      (
        "occasions",
        ["occasion,ring,kind,type,starts_at,ends_at,called_on,status"]
          + Town.series.sorted { $0.key < $1.key }.flatMap { ring, occasions in
            occasions.map { occasion in
              let isActivity = occasion.key == "A12" || occasion.key.hasPrefix("CA")
              return
                "\(occasion.key),\(Town.ring(ring)),\(isActivity ? "activity,nattvandring" : "meeting,"),"
                + "\(occasion.start),\(occasion.key == "A12" ? "2028-01-01T02:00" : ""),2027-01-20,"
                + (cancelled.contains(occasion.key) ? "cancelled" : "")
            }
          }
      ),
      (
        "attendance",
        ["occasion,personnummer,status"]
          + neighbours.flatMap { neighbour in
            neighbour.present.map { "\($0),\(numbers[neighbour.key] ?? ""),present" }
              + neighbour.excused.map { "\($0),\(numbers[neighbour.key] ?? ""),excused" }
          }
      ),
    ]
  }

  /// The four blocks in one evening, 240 minutes.
  private func evening(_ key: String, _ day: String) -> [String] {
    zip(["OBS", "DEE", "POL", "JUR"], 17...20).map { module, hour in
      "\(key)-\(module),2021005489,TR,\(module),\(Town.numbers[key] ?? ""),\(day)T\(hour):00,\(day)T\(hour + 1):00,"
        + (Town.numbers["K1"] ?? "")
    }
  }
}

extension TryggProgram {
  /// Writes the letters of the year, without which nobody's time for an answer runs.
  func writeLetters(now: String = Town.lockDay) throws {
    try must("year", "letters", "2027", "--out", "brev", "--form", "xml", now: now)
  }

  /// The decision of a person of the scenarios, as JSON.
  func decision(
    _ key: String, year: Int = 2027, now: String = Town.lockDay, arguments: [String] = [],
    actor: String = "handläggare"
  ) throws -> Run {
    try self(
      ["--format", "json", "decision", "show", "--person", Town.numbers[key] ?? "", "--year", "\(year)"]
        + arguments, now: now, actor: actor)
  }

  /// Copies the shipped law data into the folder with one value changed, and returns its path.
  func legal(_ key: String, _ value: String) throws -> String {
    let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Legal")
    let copy = folder.appendingPathComponent("legal-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: shipped, to: copy)
    let parameters = copy.appendingPathComponent("parameters")
    for file in try FileManager.default.contentsOfDirectory(at: parameters, includingPropertiesForKeys: nil) {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard let start = text.range(of: "<parameter key=\"\(key)\"") else { continue }
      let rest = text[start.upperBound...]
      let end = try #require(rest.range(of: "</parameter>"))
      let head = try #require(rest.range(of: ">"))
      let changed =
        text[..<head.upperBound] + "<value from=\"2027-01-01\" source=\"Prov\">\(value)</value>"
        + text[end.lowerBound...]
      try changed.write(to: file, atomically: true, encoding: .utf8)
      return copy.path
    }
    throw CannotRun(what: "no parameter \(key)")
  }
}
