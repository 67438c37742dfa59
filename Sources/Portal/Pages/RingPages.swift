import Documents
import Exchange
import HTTP
import Identity
import Operations
import Register

// The pages of a ring's contact person: its occasions, its members, and files.
extension Pages {
  var ringRoutes: [Route] {
    [
      get("/ring") { visit in try visit.ringPage() },
      get("/ring/kalla") { visit in try visit.callPage(try visit.callForm()) },
      post("/ring/kalla") { visit in try visit.callOccasion() },
      get("/ring/deltagare") { visit in try visit.membersPage() },
      post("/ring/deltagare/{person}/alias") { visit in try visit.nameMember() },
      get("/ring/fil") { visit in try visit.ringFilePage(visit.ringFileForm) },
      post("/ring/fil", .upload(limit: UploadedRows.limit)) { visit in try visit.importRingFile() },
      get("/ring/sammankomst/{occasion}") { visit in try visit.occasionPage() },
      post("/ring/sammankomst/{occasion}") { visit in try visit.recordSheet() },
      post("/ring/sammankomst/{occasion}/stall-in") { visit in try visit.cancelOccasion() },
    ]
  }
}

extension Visit {
  static var ringHome: (name: String, path: String) { ("ring", "/ring") }

  func ownRing() throws -> RingNumber {
    guard let ring = try account(.ringContact).ring else { throw PageFault.absent }
    return ring
  }

  fileprivate func ringPage() throws -> Response {
    let registry = try registry(as: .ringContact)
    let number = try ownRing()
    let ring = try registry.showRing(number)
    let first = (ring.ring.registeredOn ?? ring.ring.application.appliedOn).year
    let years = (first...max(first, today.year)).reversed().map { (value: String($0), label: String($0)) }
    let list = PageList(
      self, at: "/ring",
      by: [
        .init(name: "ar", options: years),
        .init(
          name: "sort", options: OccasionKind.allCases.map { ($0.rawValue, text($0.rawValue).withCapital) }),
      ])
    let kind = list["sort"].flatMap(OccasionKind.init)
    let occasions = try registry.listOccasions(of: number, year: list["ar"].flatMap { Int($0) })
      .filter { kind == nil || $0.plan.kind == kind }
    return try page("ring", area: .ringContact) { writer in
      try writer.element(
        "ring",
        [
          "number": number.description, "name": ring.ring.application.name,
          "state": text(ring.state.rawValue), "members": ring.members.map(String.init),
          "households": ring.households.map(String.init),
        ])
      try list.write(total: occasions.count, to: &writer, in: self)
      for occasion in list.shown(of: occasions.reversed()) { try write(occasion, to: &writer) }
    }
  }

  func write(_ occasion: Occasion, to writer: inout XMLWriter) throws(XMLFault) {
    let plan = occasion.plan
    try writer.element(
      "occasion",
      [
        "path": "/ring/sammankomst/\(plan.key.percentCoded)", "kind": text(plan.kind.rawValue).withCapital,
        "type": plan.type.map { text($0.rawValue) }, "day": plan.day.description,
        "time": plan.startsAt.clockText,
        "ends": plan.endsAt?.clockText, "called": text(plan.called.rawValue),
        "called-on": plan.calledOn.description,
        "when": plan.isCancelled ? "cancelled" : plan.startsAt > now ? "coming" : "past",
        "today": plan.day == today ? "true" : nil, "police": plan.policePresent.map { $0 ? "true" : "false" },
      ])
  }

  // MARK: Calling

  fileprivate func callForm() throws -> PageForm {
    func options(_ codes: [String]) -> [(value: String, label: String)] {
      codes.map { ($0, text($0).withCapital) }
    }
    let members = try registry(as: .ringContact).listMembers(of: try ownRing(), on: today)
    let named = members.compactMap { member in
      member.person.map { (value: String($0.value), label: label(of: member)) }
    }.sorted { $0.label < $1.label }
    return PageForm(
      "call", to: "/ring/kalla",
      [
        // The form brings its own key, so that sending it twice calls one occasion.
        .init(name: "key", kind: .hidden, values: ["\(try ownRing())-\(FormSecret.make().prefix(10))"]),
        .init(
          name: "kind", kind: .choice("radio", options(OccasionKind.allCases.map(\.rawValue))),
          values: [OccasionKind.meeting.rawValue]),
        .init(
          name: "type", kind: .choice("select", [("", "–")] + options(OccasionType.allCases.map(\.rawValue))),
          isRequired: false),
        .init(
          name: "starts", kind: .input("datetime-local"), hint: "starts", attributes: ["short": "short"]),
        .init(
          name: "ends", kind: .input("datetime-local"), isRequired: false, attributes: ["short": "short"]),
        .init(
          name: "called", kind: .choice("radio", options(CallScope.allCases.map(\.rawValue))),
          values: [CallScope.all.rawValue], hint: "called"),
        .init(name: "roster", kind: .choice("several", named), isRequired: false),
      ])
  }

  fileprivate func callPage(_ form: PageForm) throws -> Response {
    let notice = try registry(as: .ringContact).noticeDays(in: today.year)
    return try page(
      "call", status: form.isWrong ? .unprocessableContent : .ok, area: .ringContact, up: Visit.ringHome
    ) { writer in
      if let notice { try writer.element("notice", ["days": String(notice)]) }
      try form.write(to: &writer)
    }
  }

  fileprivate func callOccasion() throws -> Response {
    var form = try callForm().filled(by: self)
    if form.lacks(in: self) { return try callPage(form) }
    do {
      func moment(_ name: String) throws -> Moment? {
        do {
          return try field(name).map { written throws in try Moment(parsing: written) }
        } catch var refusal as Refusal {
          refusal.column = name
          throw refusal
        }
      }
      guard let startsAt = try moment("starts") else { throw Refusal(.valueMissing, column: "starts") }
      let plan = OccasionPlan(
        key: field("key") ?? "", kind: field("kind").flatMap(OccasionKind.init) ?? .meeting,
        type: field("type").flatMap(OccasionType.init), startsAt: startsAt, endsAt: try moment("ends"),
        calledOn: today, called: field("called").flatMap(CallScope.init) ?? .all, status: nil,
        policePresent: nil)
      guard !plan.key.isEmpty else { throw PageFault.foreignForm }
      let roster = request.form.fields.values("roster").compactMap { Int64($0) }.map { PersonID($0) }
      _ = try registry(as: .ringContact).addOccasion(
        plan, of: try ownRing(), calling: plan.called == .roster ? roster : [])
      return redirect(to: "/ring/sammankomst/\(plan.key.percentCoded)", done: "called")
    } catch {
      try form.refuse(
        error, in: self, naming: ["starts_at": "starts", "ends_at": "ends", "called_on": "starts"])
      return try callPage(form)
    }
  }

  // MARK: Members

  /// How the contact person knows a member: by name, or by the alias alone (decisions C-96 and C-97).
  ///
  /// Who has neither is told from others by a number, which says nothing of why.
  func label(of member: ListedMember) -> String {
    member.name ?? member.alias
      ?? text("ring.member", ["number": member.neutralNumber.map(String.init) ?? "–"])
  }

  fileprivate func membersPage(refusing refusal: (person: PersonID, text: String)? = nil) throws -> Response {
    let members = try registry(as: .ringContact).listMembers(of: try ownRing(), on: today)
      .sorted { label(of: $0) < label(of: $1) }
    let list = PageList(self, at: "/ring/deltagare", by: [], size: 100)
    return try page(
      "members", status: refusal == nil ? .ok : .unprocessableContent, area: .ringContact,
      up: Visit.ringHome, at: "/ring/deltagare"
    ) { writer in
      try list.write(total: members.count, to: &writer, in: self)
      // A member whose alias was refused is shown wherever the list stands.
      let refused = members.filter { $0.person != nil && $0.person == refusal?.person }
      for member in refusal == nil ? Array(list.shown(of: members)) : refused {
        try writer.element(
          "member",
          [
            "person": member.person.map { String($0.value) }, "label": label(of: member),
            "born": member.birthDate?.description, "household": member.household, "alias": member.alias,
            "joined": member.joinedOn.description, "contact": member.isContact ? "true" : nil,
            "error": refusal.flatMap { $0.person == member.person ? $0.text : nil },
          ])
      }
    }
  }

  fileprivate func nameMember() throws -> Response {
    guard let id = request.parameters["person"].flatMap({ Int64($0) }) else { throw PageFault.absent }
    do {
      try registry(as: .ringContact).nameMember(PersonID(id), of: try ownRing(), alias: field("alias"))
      return redirect(to: "/ring/deltagare", done: "named")
    } catch let refusal as Refusal where [.aliasTaken, .aliasFormat].contains(refusal.code) {
      return try membersPage(refusing: (PersonID(id), sentence(refusal)))
    }
  }
}

extension String {
  /// The text with its first letter large, as a choice of its own.
  var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
