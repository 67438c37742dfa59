import Documents
import HTTP
import Identity
import Operations
import Register

// What the registrar sees at a glance; it changes nothing.
extension Pages {
  var overviewRoutes: [Route] {
    [
      get("/oversikt") { visit in try visit.overviewPage() },
      get("/oversikt/ringar") { visit in try visit.ringsPage() },
    ]
  }
}

extension Visit {
  /// How many waiting applications are listed.
  private static let shown = 50

  fileprivate func overviewPage() throws -> Response {
    let registry = try registry(as: .registrar)
    let counts = try registry.countRings()
    func count(_ isCounted: (RingCount) -> Bool) -> Int {
      counts.reduce(0) { $0 + (isCounted($1) ? $1.rings : 0) }
    }
    let states = RingState.allCases.map { state in (state, count { $0.state == state }) }
    let counties = County.allCases.map { county in
      (county, count { $0.county == county && $0.state == .registered })
    }
    let waiting = try [RingState.applied, .incomplete].flatMap { state in
      var filter = RingFilter()
      filter.state = state
      return try registry.listRings(filter, limit: Visit.shown, offset: 0).rings
    }
    let year = request.query["ar"].flatMap { Int($0) } ?? today.year - 1
    let progress = try registry.yearProgress(year)
    let desk = try registry.officersDesk()
    return try page("overview", area: .registrar) { writer in
      for (state, count) in states where count > 0 {
        try writer.element(
          "state",
          [
            "name": text(count == 1 ? state.rawValue : "overview.\(state.rawValue)"),
            "count": String(count),
            "path": "/oversikt/ringar?lage=\(state.rawValue.percentCoded)",
          ])
      }
      for (county, count) in counties {
        try writer.element("county", ["name": county.name, "count": String(count)])
      }
      for ring in waiting {
        try write(ring, to: &writer)
      }
      try write(desk, to: &writer)
      try writer.element(
        "year",
        [
          "year": String(year), "locked": progress.lockedOn?.description, "amount": String(progress.amount),
          "granted": String(progress.granted), "refused": String(progress.refused),
          "undecided": String(progress.undecided),
        ])
    }
  }

  /// What waits for an officer, who finds the person by the letter or in the ring.
  private func write(_ desk: OfficersDesk, to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(
      "answered", ["count": String(desk.answered.count), "more": Visit.more(desk.answered.count)]
    ) { writer throws(XMLFault) in
      for one in desk.answered.prefix(Visit.shown) {
        try writer.element(
          "case",
          [
            "person": one.number.masked, "year": String(one.year), "ring": one.ring.description,
            "letter": one.letter?.description, "day": one.answeredOn.description,
          ])
      }
    }
    try writer.element(
      "reports", ["count": String(desk.reports.count), "more": Visit.more(desk.reports.count)]
    ) { writer throws(XMLFault) in
      for report in desk.reports.prefix(Visit.shown) {
        try writer.element(
          "case",
          [
            "person": report.number.masked, "ring": report.ring.description, "occasion": report.occasion,
            "held": report.day.description, "day": report.receivedOn.description,
            "says": report.error.map { text("report.\($0.rawValue)") },
          ])
      }
    }
  }

  /// How many more there are than a page lists.
  private static func more(_ count: Int) -> String? {
    count > shown ? String(count - shown) : nil
  }

  private func write(_ ring: RingSummary, to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(
      "row",
      [
        "number": ring.number.description, "name": ring.name, "state": text(ring.state.rawValue),
        "since": ring.since.description, "days": String(today.days(since: ring.since)),
        "members": ring.members.map(String.init),
      ])
  }

  fileprivate func ringsPage() throws -> Response {
    let list = PageList(
      self, at: "/oversikt/ringar",
      by: [
        .init(name: "lage", options: RingState.allCases.map { ($0.rawValue, text($0.rawValue).withCapital) }),
        .init(name: "lan", options: County.allCases.map { ($0.digits, $0.name) }), .init(name: "text"),
      ])
    var filter = RingFilter()
    filter.state = list["lage"].flatMap(RingState.init)
    filter.county = County.allCases.first { $0.digits == list["lan"] }
    filter.text = list["text"]
    let (rings, total) = try registry(as: .registrar).listRings(
      filter, limit: list.size, offset: list.offset)
    return try page("rings", area: .registrar, up: ("overview", "/oversikt")) { writer in
      try list.write(total: total, to: &writer, in: self)
      for ring in rings { try write(ring, to: &writer) }
    }
  }
}
