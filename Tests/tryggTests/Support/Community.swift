import Foundation

/// A year of rings as their files come in: persons, trained contact persons, members, occasions and attendance.
///
/// The numbers are test numbers published by Skatteverket. Everything follows from the sizes, nothing from chance.
struct Community {
  let rings: Int
  let membersPerRing: Int
  let occasionsPerRing: Int

  /// The kinds in the order in which a new register takes them.
  static let kinds = [
    "persons", "providers", "trainers", "sessions", "rings", "members", "occasions", "rosters", "attendance",
  ]

  /// A moment at which everything has happened and nothing is locked.
  static let now = "2027-12-31T23:59"

  init(rings: Int = 2, membersPerRing: Int = 6, occasionsPerRing: Int = 4) {
    precondition(rings * membersPerRing <= Community.adults.count, "not so many published numbers")
    self.rings = rings
    self.membersPerRing = membersPerRing
    self.occasionsPerRing = occasionsPerRing
  }

  /// The number of a ring, from 0.
  func number(ofRing ring: Int) -> String {
    "TR-1280-" + String(repeating: "0", count: 4 - String(ring + 1).count) + String(ring + 1)
  }

  /// The number of a member of a ring; the first of each ring is its contact person.
  func person(_ member: Int, of ring: Int) -> String {
    Community.adults[ring * membersPerRing + member]
  }

  /// The identifier of an occasion of a ring.
  func occasion(_ occasion: Int, of ring: Int) -> String {
    "R\(ring + 1)-\(occasion + 1)"
  }

  private var places: [(ring: Int, member: Int)] {
    (0..<rings).flatMap { ring in (0..<membersPerRing).map { (ring, $0) } }
  }

  /// The file of a kind.
  func csv(_ kind: String) -> String {
    let lines: [String]
    switch kind {
    case "persons": lines = persons
    case "providers":
      lines = [
        "organisation_number,name,programme,valid_from", "202100-5489,\"Trygg, Utbildning\",TR,2027-01-01",
      ]
    case "trainers": lines = ["personnummer,programme,valid_from", "\(person(0, of: 0)),TR,2027-01-01"]
    case "sessions": lines = sessions
    case "rings": lines = ringLines
    case "members": lines = members
    case "occasions": lines = occasions
    case "rosters": lines = rosters
    case "attendance": lines = attendance
    default: preconditionFailure("no such kind: \(kind)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var persons: [String] {
    ["personnummer,given_name,family_name,street,postcode,city,protected"]
      + places.map { ring, member in
        // The last member of each ring is protected and so has no address.
        let address = member == membersPerRing - 1 ? ",,,ja" : "Ringvägen \(member + 1),211 20,Malmö,"
        return "\(person(member, of: ring)),Åsa-\(member),\"O'Neil, född Öst\",\(address)"
      }
  }

  /// Four blocks of an hour each on one evening for the contact persons, in no order.
  private var sessions: [String] {
    ["reference,provider,programme,module,personnummer,starts_at,ends_at,trainer"]
      + (0..<rings).flatMap { ring in
        ["JUR", "OBS", "POL", "DEE"].enumerated().map { hour, module in
          "K\(ring)-\(module),2021005489,TR,\(module),\(person(0, of: ring)),2027-01-10T1\(hour + 5):00,"
            + "2027-01-10T1\(hour + 6):00,\(person(0, of: 0))"
        }
      }.reversed()
  }

  private var ringLines: [String] {
    let header = "ring,name,municipality,street,postcode,city,venue,contact,interested_households,"
    return [header + "active_households,applied_on,registered_on"]
      + (0..<rings).map { ring in
        "\(number(ofRing: ring)),\"Ring \(ring + 1); kvarteret \"\"Öst\"\"\",1280,Storgatan \(ring + 1),211 20,Malmö,"
          + "Bygdegården,\(person(0, of: ring)),52,6,2027-01-05,2027-01-15"
      }
  }

  private var members: [String] {
    ["ring,personnummer,household,joined_on,left_on,primary,alias"]
      + places.map { ring, member in
        "\(number(ofRing: ring)),\(person(member, of: ring)),H\(member / 2),2027-01-15,"
          + (member == 2 ? "2027-12-30" : "") + ",,Granne \(member)"
      }
  }

  private func day(of occasion: Int) -> String {
    let day = occasion % 28 + 1
    return
      "2027-\(["02", "03", "04", "05", "06", "09", "10", "11"][occasion / 28 % 8])-\(day < 10 ? "0" : "")\(day)"
  }

  /// Meetings, and every fourth an activity whose roster names the first three members.
  private var occasions: [String] {
    ["occasion,ring,kind,type,starts_at,called_on,called,status,police_present"]
      + (0..<rings).flatMap { ring in
        (0..<occasionsPerRing).map { index in
          let isActivity = index % 4 == 3
          return "\(occasion(index, of: ring)),\(number(ofRing: ring)),"
            + (isActivity ? "activity,nattvandring" : "meeting,") + ",\(day(of: index))T18:00,2027-01-20,"
            + (isActivity ? "roster" : "all") + ",\(index == 0 ? "held" : ""),\(index == 1 ? "ja" : "")"
        }
      }
  }

  private var rosters: [String] {
    ["occasion,personnummer"]
      + (0..<rings).flatMap { ring in
        stride(from: 3, to: occasionsPerRing, by: 4).flatMap { index in
          (0..<3).map { "\(occasion(index, of: ring)),\(person($0, of: ring))" }
        }
      }
  }

  /// Who is called to an occasion comes three times of four; the contact person's own presence is attested.
  private var attendance: [String] {
    ["occasion,personnummer,status,attested_by"] + (0..<rings).flatMap(attendance(ofRing:))
  }

  /// The attendance of one ring, without a header.
  func attendance(ofRing ring: Int) -> [String] {
    (0..<occasionsPerRing).flatMap { index in
      (0..<(index % 4 == 3 ? 3 : membersPerRing)).map { member in
        let status = (index + member) % 4 == 3 ? (member % 2 == 0 ? "excused" : "absent") : "present"
        let attester = member == 0 && status == "present" ? person(2, of: ring) : ""
        return "\(occasion(index, of: ring)),\(person(member, of: ring)),\(status),\(attester)"
      }
    }
  }

  /// Published numbers of persons who are adults throughout 2027, the contact persons' in front.
  static let adults: [String] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/testpersonnummer-sample.txt")
    let numbers =
      (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n").map(String.init) ?? []
    return numbers.filter { number in
      let (year, day) = (Int(number.prefix(4)) ?? 0, Int(number.dropFirst(6).prefix(2)) ?? 99)
      return (1900...2007).contains(year) && (1...31).contains(day)
    }
  }()
}

extension TryggProgram {
  /// Writes the files of a community and imports them up to a kind, each without a refused row.
  func take(_ community: Community, through last: String = "attendance", arguments: [String] = []) throws {
    for kind in Community.kinds {
      try write("\(kind).csv", community.csv(kind))
      let reason = kind == "rosters" ? ["--reason", "listan kom sent"] : []
      let run = try self(["import", kind, "\(kind).csv"] + reason + arguments, now: Community.now)
      guard run.code == 0 else { throw CannotRun(what: "\(kind): \(run.code) \(run.out)\(run.err)") }
      if kind == last { break }
    }
  }
}
