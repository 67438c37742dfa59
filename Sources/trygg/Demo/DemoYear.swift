import Identity

/// A year of made-up life in some rings, as the CSV files of the contract; the same at every run.
struct DemoYear {
  /// The members of each ring, the contact person first.
  private let rings: [[String]]
  private let meetings: [DemoOccasion]

  /// About fifty to a ring, which is the size that a ring is meant for.
  private static let size = DemoPeople.numbers.count / DemoRing.all.count

  init() {
    rings = DemoRing.all.indices.map { ring in
      var members = Array(
        DemoPeople.numbers[ring * DemoYear.size..<(ring + 1) * DemoYear.size])
      if ring == 0 { members += [DemoPeople.minor, DemoPeople.coordination] }
      return members
    }
    meetings = DemoOccasion.year
  }

  /// How many persons there are.
  var personCount: Int { rings.reduce(1) { $0 + $1.count } }

  /// A member who comes to every occasion but one, for showing a decision.
  var example: String { rings[0][3] }

  /// A member who died in September.
  var deceased: String { rings[0][9] }

  /// A member who came once too little, for showing a refusal.
  var refused: String { rings[0][12] }

  /// A social worker who takes the course in restorative justice, for showing a certificate.
  var certified: String { trainer }

  /// The files in the order in which they are imported, with the day.
  func files() -> [DemoFile] {
    [
      DemoFile("persons", on: "2027-01-08", persons),
      DemoFile("providers", on: "2027-01-08", providers),
      DemoFile("trainers", on: "2027-01-08", trainers),
      DemoFile("sessions", "sessions-contacts", on: "2027-01-12", contactSessions),
      DemoFile("rings", on: "2027-01-15", ringRows),
      DemoFile("members", on: "2027-01-15", members),
      DemoFile("occasions", on: "2027-01-22", occasions),
      DemoFile("rosters", on: "2027-01-22", rosters),
      DemoFile("enrolments", on: "2027-03-01", enrolments),
      DemoFile("sessions", "sessions-course", on: "2027-04-10", courseSessions),
      DemoFile("sessions", on: "2027-06-16", memberSessions),
      DemoFile("attendance", on: "2028-01-10", attendance),
    ]
  }

  private var persons: [String] {
    var rows = ["personnummer,given_name,family_name,street,postcode,city,protected,id_level"]
    for (index, ring) in rings.enumerated() {
      let place = DemoRing.all[index]
      for (position, number) in ring.enumerated() {
        let seed = index * 101 + position
        let given = DemoPeople.givenNames[seed * 7 % DemoPeople.givenNames.count]
        let family = DemoPeople.familyNames[seed * 11 % DemoPeople.familyNames.count]
        let street = "\(DemoPeople.streets[position / 6 % DemoPeople.streets.count]) \(position % 6 + 1)"
        // One person has a protected identity, of whom no address is kept.
        let isProtected = index == 1 && position == 20
        let address = isProtected ? ",," : "\(street),\(place.postcode),\(place.city)"
        let level = number == DemoPeople.coordination ? "styrkt" : ""
        rows.append("\(number),\(given),\(family),\(address),\(isProtected ? "ja" : ""),\(level)")
      }
    }
    rows.append("\(trainer),Solveig,Hallström,Storgatan 4,21134,Malmö,,")
    return rows
  }

  private var providers: [String] {
    [
      "organisation_number,name,programme,valid_from",
      "\(DemoYear.provider),Studieförbundet Grannen,TR,2027-01-01",
      "\(DemoYear.courseProvider),Malmö stad,RJ,2027-01-01",
    ]
  }

  private var enrolments: [String] {
    [
      "personnummer,programme,started_on,profession,profession_verified_on",
      "\(trainer),RJ,2027-03-01,socionom,2027-02-22",
    ]
  }

  /// Ten days of eight hours, Monday and Tuesday of five weeks.
  private var courseSessions: [String] {
    var rows = ["reference,provider,programme,module,personnummer,starts_at,ends_at"]
    for day in ["03-01", "03-02", "03-08", "03-09", "03-15", "03-16", "03-22", "03-23", "04-05", "04-06"] {
      let hours = "2027-\(day)T08:30,2027-\(day)T16:30"
      rows.append("RJ-\(day),\(DemoYear.courseProvider),RJ,RJ,\(trainer),\(hours)")
    }
    return rows
  }

  private var trainers: [String] {
    ["personnummer,programme,valid_from", "\(trainer),TR,2027-01-01"]
  }

  private static let provider = "802002-4280"
  private static let courseProvider = "212000-1124"

  /// The trainer lives in none of the rings.
  private let trainer = DemoPeople.numbers[DemoYear.size * DemoRing.all.count]

  private static let sessionHead =
    "reference,provider,programme,module,personnummer,starts_at,ends_at,trainer"

  /// Four modules of an hour each in one evening, the law first.
  private func evening(_ day: String, _ position: Int, of ring: Int) -> [String] {
    zip(["JUR", "OBS", "DEE", "POL"], 17...20).map { module, hour in
      "R\(ring + 1)-\(position + 1)-\(module),\(DemoYear.provider),TR,\(module),\(rings[ring][position]),"
        + "\(day)T\(hour):00,\(day)T\(hour + 1):00,\(trainer)"
    }
  }

  private var contactSessions: [String] {
    [DemoYear.sessionHead] + rings.indices.flatMap { evening("2027-01-10", 0, of: $0) }
  }

  /// Most are trained in January, some not before June, a few never.
  private var memberSessions: [String] {
    [DemoYear.sessionHead]
      + rings.indices.flatMap { ring in
        rings[ring].indices.dropFirst().flatMap { position -> [String] in
          if position % 17 == 5 { return [] }
          let day = position % 13 == 7 ? "2027-06-15" : "2027-01-\(20 + ring % 5)"
          return evening(day, position, of: ring)
        }
      }
  }

  private var ringRows: [String] {
    var rows = [
      "name,municipality,street,postcode,city,venue,contact,interested_households,active_households,applied_on,"
        + "registered_on"
    ]
    for (index, ring) in DemoRing.all.enumerated() {
      rows.append(
        "\(ring.name),\(ring.municipality),Torget 1,\(ring.postcode),\(ring.city),\(ring.venue),"
          + "\(rings[index][0]),\(52 + index),\(9 + index),2027-01-11,2027-01-15")
    }
    return rows
  }

  /// Two to a household now and then; some move in during the year.
  private var members: [String] {
    var rows = ["ring,personnummer,household,joined_on,alias"]
    for (index, ring) in rings.enumerated() {
      for (position, number) in ring.enumerated() {
        let household = position % 5 == 4 ? position - 1 : position
        let joined = position % 19 == 11 ? "2027-07-01" : "2027-01-15"
        rows.append("\(DemoRing.all[index].number),\(number),H\(household),\(joined),granne-\(position + 1)")
      }
    }
    return rows
  }

  private var occasions: [String] {
    var rows = ["occasion,ring,kind,type,starts_at,ends_at,called_on,called,police_present"]
    for ring in DemoRing.all {
      for meeting in meetings {
        rows.append(
          "\(ring.number)-\(meeting.key),\(ring.number),\(meeting.kind),\(meeting.type),\(meeting.startsAt),"
            + "\(meeting.endsAt),2027-01-20,\(meeting.isWalk ? "roster" : "all"),"
            + (meeting.police ? "ja" : "nej"))
      }
    }
    return rows
  }

  /// Who is named for a night walk: every fourth neighbour, and each neighbour once a year.
  private func isNamed(_ position: Int, for walk: DemoOccasion) -> Bool {
    position % 4 == walk.month / 3 % 4
  }

  private var rosters: [String] {
    var rows = ["occasion,personnummer"]
    for (index, ring) in rings.enumerated() {
      for walk in meetings where walk.isWalk {
        for (position, number) in ring.enumerated() where isNamed(position, for: walk) {
          // Who moves in later is not yet a neighbour to be named.
          if position % 19 == 11, walk.month < 7 { continue }
          rows.append("\(DemoRing.all[index].number)-\(walk.key),\(number)")
        }
      }
    }
    return rows
  }

  private var attendance: [String] {
    var rows = ["occasion,personnummer,status,attested_by"]
    for (index, ring) in rings.enumerated() {
      for meeting in meetings {
        for (position, number) in ring.enumerated() {
          if meeting.isWalk, !isNamed(position, for: meeting) { continue }
          if position % 19 == 11, meeting.month < 7 { continue }
          if index == 0, position == 9, meeting.month > 8 { continue }
          let status = status(of: position, in: index, at: meeting)
          // The contact person's own presence needs a neighbour of another household who was called too.
          let isOwn = position == 0 && status == "present"
          let attested = isOwn ? ring[meeting.isWalk ? 4 : 1] : ""
          rows.append("\(DemoRing.all[index].number)-\(meeting.key),\(number),\(status),\(attested)")
        }
      }
    }
    return rows
  }

  /// Some come nearly always, some now and then; the pattern is the same at every run.
  private func status(of position: Int, in ring: Int, at meeting: DemoOccasion) -> String {
    if position < 5 { return meeting.month == 3 && position == 3 ? "excused" : "present" }
    let diligence = [97, 92, 88, 84, 78, 70, 55, 30][(position * 5 + ring * 3) % 8]
    var mixed = UInt64(
      position * 7919 + ring * 104_729 + meeting.month * 1_299_709 + (meeting.isWalk ? 1 : 0))
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    if Int((mixed ^ (mixed >> 31)) % 100) < diligence { return "present" }
    return mixed % 4 == 0 ? "excused" : "absent"
  }
}

/// A meeting or a night walk that every ring of the demonstration holds.
struct DemoOccasion {
  let month: Int
  let day: Int
  let isWalk: Bool

  /// A meeting each month but July, the first Tuesday, and a night walk each quarter, the last over New Year.
  static let year: [DemoOccasion] = {
    let tuesdays = [2: 2, 3: 2, 4: 6, 5: 4, 6: 1, 8: 3, 9: 7, 10: 5, 11: 2, 12: 7]
    let walks = [3: 19, 6: 18, 9: 17, 12: 31]
    return
      (tuesdays.map { DemoOccasion(month: $0.key, day: $0.value, isWalk: false) }
      + walks.map { DemoOccasion(month: $0.key, day: $0.value, isWalk: true) })
      .sorted { ($0.month, $0.day) < ($1.month, $1.day) }
  }()

  var key: String { (isWalk ? "V" : "M") + (month < 10 ? "0\(month)" : "\(month)") }
  var kind: String { isWalk ? "activity" : "meeting" }
  var type: String { isWalk ? "nattvandring" : "" }
  /// The contact police officer comes once a quarter.
  var police: Bool { !isWalk && [2, 5, 9, 11].contains(month) }

  var startsAt: String { isWalk ? "\(date)T22:00" : "\(date)T18:30" }

  var endsAt: String {
    guard isWalk else { return "\(date)T20:00" }
    let next = LocalDate(year: 2027, month: month, day: day)?.adding(days: 1).description ?? date
    return "\(next)T01:00"
  }

  private var date: String { LocalDate(year: 2027, month: month, day: day)?.description ?? "" }
}

/// A file of the demonstration.
struct DemoFile {
  let kind: String
  let name: String
  let day: String
  let rows: [String]

  init(_ kind: String, _ name: String? = nil, on day: String, _ rows: [String]) {
    self.kind = kind
    self.name = (name ?? kind) + ".csv"
    self.day = day
    self.rows = rows
  }

  var text: String { rows.joined(separator: "\n") + "\n" }
}
