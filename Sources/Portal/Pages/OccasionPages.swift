import Documents
import HTTP
import Identity
import Operations
import Register

// One occasion as its contact person works with it, on a phone in the meeting room.
extension Visit {
  private func askedSheet() throws -> OccasionSheet {
    try registry(as: .ringContact).occasionSheet(request.parameters["occasion"] ?? "")
  }

  func occasionPage(_ result: SheetResult? = nil) throws -> Response {
    let sheet = try askedSheet()
    let plan = sheet.occasion.plan
    let lock = try registry(as: .ringContact).refusalToChange(plan.day)
    // Before the day of an occasion only who cannot come is known (decision C-62).
    let open = plan.isCancelled || lock != nil ? nil : plan.day <= today ? "true" : "excuses"
    let needsAttester = sheet.members.contains {
      $0.member.isContact && $0.status == .present && !$0.isAttested
    }
    return try page(
      "occasion", status: result.map { $0.refused.isEmpty } ?? true ? .ok : .unprocessableContent,
      area: .ringContact, up: Visit.ringHome
    ) { writer in
      try write(sheet.occasion, to: &writer)
      if let notice = sheet.notice { try writer.element("note", text: sentence(notice)) }
      try writer.element(
        "sheet", ["open": open, "needs-attester": needsAttester ? "true" : nil]
      ) { writer throws(XMLFault) in
        if let lock, !plan.isCancelled { try writer.element("lock", text: text(lock)) }
        for row in sheet.members.sorted(by: { label(of: $0.member) < label(of: $1.member) }) {
          try write(row, result, sheet.reports, to: &writer)
        }
      }
    }
  }

  private func write(
    _ row: ListedAttendance, _ result: SheetResult?, _ reports: [AttendanceReport],
    to writer: inout XMLWriter
  ) throws(XMLFault) {
    guard let person = row.member.person else { return }
    let typed = request.form.fields["m\(person.value)"]
    try writer.element(
      "member",
      [
        "person": String(person.value), "label": label(of: row.member), "household": row.member.household,
        "status": typed ?? row.status?.rawValue, "contact": row.member.isContact ? "true" : nil,
        "attested": row.isAttested ? "true" : nil,
        "corrections": row.corrections > 0 ? String(row.corrections) : nil,
        "error": result?.refused[person].map(sentence),
      ]
    ) { writer throws(XMLFault) in
      for report in reports where report.person == person {
        try writer.element(
          "report", ["day": report.receivedOn.description],
          text: report.error.map { text("report.\($0.rawValue)") } ?? "–")
      }
    }
  }

  /// Records what was marked; sent twice, as from a bad line, it changes nothing the second time.
  func recordSheet() throws -> Response {
    let key = request.parameters["occasion"] ?? ""
    var marks: [PersonID: AttendanceStatus] = [:]
    for field in request.form.fields.all where field.name.first == "m" {
      guard let id = Int64(field.name.dropFirst()), let status = AttendanceStatus(rawValue: field.value)
      else {
        continue
      }
      marks[PersonID(id)] = status
    }
    let attester = field("attester").flatMap { Int64($0) }.map { PersonID($0) }
    let result = try registry(as: .ringContact).recordAttendance(at: key, marks, attestedBy: attester)
    guard result.refused.isEmpty else { return try occasionPage(result) }
    return redirect(
      to: "/ring/sammankomst/\(key.percentCoded)", done: result.stored > 0 ? "recorded" : "unchanged")
  }

  func cancelOccasion() throws -> Response {
    let key = request.parameters["occasion"] ?? ""
    try registry(as: .ringContact).cancelOccasion(key)
    return redirect(to: "/ring/sammankomst/\(key.percentCoded)", done: "cancelled")
  }
}
