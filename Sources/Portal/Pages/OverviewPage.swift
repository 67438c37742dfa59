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
    func count(_ change: (inout RingFilter) -> Void) throws -> Int {
      var filter = RingFilter()
      change(&filter)
      return try registry.listRings(filter, limit: 0, offset: 0).total
    }
    let states = try RingState.allCases.map { state in (state, try count { $0.state = state }) }
    let counties = try County.allCases.map { county in
      (
        county,
        try count {
          $0.county = county; $0.state = .registered
        }
      )
    }
    let waiting = try [RingState.applied, .incomplete].flatMap { state in
      var filter = RingFilter()
      filter.state = state
      return try registry.listRings(filter, limit: Visit.shown, offset: 0).rings
    }
    let year = request.query["ar"].flatMap { Int($0) } ?? today.year - 1
    let summary = try? registry.summariseYear(year)
    return try page("overview", area: .registrar) { writer in
      for (state, count) in states where count > 0 {
        try writer.element(
          "state",
          [
            "name": text(state.rawValue), "count": String(count),
            "path": "/oversikt/ringar?lage=\(state.rawValue.inQuery)",
          ])
      }
      for (county, count) in counties {
        try writer.element("county", ["name": county.name, "count": String(count)])
      }
      for ring in waiting {
        try write(ring, to: &writer)
      }
      guard let summary else { return }
      try writer.element(
        "year",
        [
          "year": String(year), "locked": summary.lockedOn?.description,
          "amount": String(summary.exact.amount), "granted": String(summary.exact.granted),
          "refused": String(summary.exact.refused), "waiting": String(summary.exact.waiting),
        ])
    }
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
