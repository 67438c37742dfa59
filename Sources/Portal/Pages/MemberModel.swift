import Documents
import Identity
import Operations
import Register

// What a member's pages tell, as the XML that their stylesheets read.
extension Visit {
  func write(_ row: PersonOverview.Membership, to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(
      "ring",
      [
        "number": row.ring.description, "name": row.name, "joined": row.membership.joinedOn.description,
        "left": row.membership.leftOn?.description, "alias": row.membership.alias,
        "contact": row.isContact ? "true" : nil, "primary": row.membership.isPrimary ? "true" : nil,
      ])
  }

  func write(_ progress: TrainingProgress, to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(
      "training",
      [
        "credited": String(progress.creditedMinutes), "required": String(progress.requiredMinutes),
        "missing": String(progress.missingMinutes), "completed": progress.completedOn?.description,
      ]
    ) { writer throws(XMLFault) in
      for module in progress.modules {
        try writer.element(
          "module",
          [
            "name": text("module.\(module.code)"), "credited": String(module.credited),
            "recorded": String(module.recorded),
          ])
      }
    }
  }

  func write(_ page: MemberPage.Document, to writer: inout XMLWriter) throws(XMLFault) {
    let record = page.record
    try writer.element(
      "document",
      [
        "number": record.number.description, "kind": record.kind, "issued": record.issuedOn.description,
        "code": page.hasCode ? record.verificationCode.grouped : nil, "open": page.isOpen ? "true" : nil,
        "replaced-by": record.isReplaced ? record.inForce?.description ?? "" : nil,
      ])
  }

  func write(
    _ occasion: Occasion, status: AttendanceStatus?, to writer: inout XMLWriter
  ) throws(XMLFault) {
    try writer.element(
      "occasion",
      [
        "kind": text(occasion.plan.kind.rawValue).withCapital, "day": occasion.plan.day.description,
        "time": occasion.plan.startsAt.clockText, "status": status.map { text($0.rawValue) },
      ])
  }

  /// A year: where the person stands, every condition, every occasion.
  func write(
    _ view: DecisionView, full: Bool, _ word: PersonsWord? = nil, isLocked: Bool = false,
    to writer: inout XMLWriter
  ) throws(XMLFault) {
    let outcome = view.outcome
    let upcoming = outcome.prospect?.upcoming ?? 0
    try writer.element(
      "year",
      [
        "year": String(view.rules.year), "verdict": outcome.verdict.rawValue,
        "reason": outcome.reason?.rawValue, "status": view.status.rawValue, "amount": String(outcome.amount),
        "attended": String(outcome.count.attended), "counted": String(outcome.count.counted),
        "percent": language.percent(outcome.count.attended, of: outcome.count.counted),
        "upcoming": String(upcoming), "needed": outcome.prospect?.needed.map(String.init),
        "reachable": outcome.prospect.map { String($0.isReachable) },
        "enough": outcome.prospect?.hasEnough == true ? "true" : nil, "locked": isLocked ? "true" : nil,
        "unattested": outcome.unattested > 0 ? String(outcome.unattested) : nil,
        "dated": view.datedOn?.description, "answer-by": view.answerBy?.description,
        "answered": view.answeredOn?.description, "document": view.document?.description,
        "supersedes": view.supersedes?.description, "version": String(view.version),
        "appeal-by": view.appealBy?.description, "automated": view.officer == nil ? "true" : nil,
        "stated-reason": view.statedReason, "from": outcome.window?.first.description,
        "to": outcome.window?.last.description, "rules": view.ruleSet,
      ]
    ) { writer throws(XMLFault) in
      if let proposal = view.proposal {
        try writer.element(
          "proposal",
          [
            "verdict": proposal.outcome.verdict.rawValue, "communicated": proposal.communicatedOn.description,
            "answer-by": proposal.answerBy?.description, "answered": proposal.answeredOn?.description,
          ])
      }
      for answer in word?.answers ?? [] {
        try writer.element("answer", ["day": answer.receivedOn.description], text: answer.text ?? "–")
      }
      for occasion in view.occasions {
        try write(occasion, reported: word?.reports[occasion.occasion.id], to: &writer)
      }
      guard full else { return }
      for reason in view.reasons {
        try writer.element("condition", ["state": reason.state.rawValue]) { writer throws(XMLFault) in
          try writer.element("text", text: catalogue.sentence(for: reason))
          try writer.element("provision", text: catalogue.citation(of: reason.rule))
        }
      }
    }
  }

  private func write(
    _ row: OccasionJudgement, reported: LocalDate?, to writer: inout XMLWriter
  ) throws(XMLFault) {
    try writer.element(
      "occasion",
      [
        "kind": text(row.occasion.kind.rawValue), "day": row.occasion.day.description,
        "time": row.occasion.startsAt.clockText, "ring": row.ring.description,
        "treatment": row.treatment.rawValue, "says": text(row.treatment.rawValue),
        "id": String(row.occasion.id.value), "reported": reported?.description,
      ])
  }
}
