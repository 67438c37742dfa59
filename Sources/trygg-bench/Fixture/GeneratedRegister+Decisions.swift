import Identity
import Operations
import Register
import Store

extension GeneratedRegister {
  /// Grants every member the tax reduction, ring by ring in an order that is not that of the persons.
  func grantEveryone(_ year: Int, under parameters: Parameters) throws {
    let registry = try Registry(
      openingFile: path, parameters: parameters, actor: "bench",
      now: try Moment(parsing: "2028-01-17T09:00"))
    let text =
      "registered=2027-01-11.. born=1985-07-09 trained=2027-01-09..2029-01-09 joined=2027-01-11 "
      + "window=TR-1280-0001:2027-01-20..2027-12-31 meetings=9/12 activities=0/0"
    guard
      let facts = FrozenFacts(
        text, verdict: .granted, unmet: OutcomeReasons(), count: AttendanceCount(attended: 9, counted: 12),
        amount: 2000)
    else { return }
    try registry.store.write { connection in
      let entry = try connection.nextEntryNumber()
      let batch = DecisionBatch(
        year: year,
        ruleSet: try connection.insertRuleSet(
          RuleSet(year: year, in: parameters), entry: entry),
        datedOn: registry.now.day, answerBy: registry.now.day.adding(days: 14), entry: entry)
      var serial = try connection.takeSerials(plan.memberCount, in: registry.now.day.year)
      for turn in 0..<plan.rings {
        let ring = turn * 7_919 % plan.rings
        var drafts = DecisionDrafts()
        for place in 0..<RegisterPlan.membersPerRing {
          let person = PersonID(Int64(ring * RegisterPlan.membersPerRing + place + 1))
          drafts.append(
            DecisionDraft(person: person, ring: RingID(Int64(ring + 1)), outcome: facts.outcome),
            restingOn: facts)
        }
        try connection.insertDecisions(drafts, numberedFrom: serial, in: batch)
        serial += drafts.all.count
      }
      try connection.audit(
        AuditEntry(
          at: registry.now, actor: "bench", role: "registrar", act: "year.decide", outcome: .done),
        random: .system)
    }
    try BareConnection(path).gatherInOneFile()
  }
}
