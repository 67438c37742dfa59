import Documents
import HTTP
import Identity
import Operations
import Register

// The pages of a training provider: its participants with what they lack, sessions, certificates.
extension Pages {
  var providerRoutes: [Route] {
    [
      get("/utbildning") { visit in try visit.providerPage() },
      get("/utbildning/deltagare/{person}/{programme}") { visit in try visit.participantPage() },
      post("/utbildning/deltagare/{person}/{programme}/certifikat") { visit in try visit.issueCertificate() },
      get("/utbildning/pass") { visit in try visit.sessionPage(visit.sessionForm) },
      post("/utbildning/pass") { visit in try visit.recordSession() },
      get("/utbildning/fil") { visit in try visit.providerFilePage(visit.providerFileForm) },
      post("/utbildning/fil", .upload(limit: UploadedRows.limit)) { visit in try visit.importProviderFile() },
      get("/utbildning/certifikat") { visit in try visit.certificatesPage() },
      get("/utbildning/certifikat/{file}") { visit in try visit.certificateFile() },
    ]
  }
}

extension Visit {
  static var providerHome: (name: String, path: String) { ("provider", "/utbildning") }

  /// What a list of training is narrowed to.
  var programmeFacet: PageList.Facet {
    PageList.Facet(
      name: "program", options: Programme.allCases.map { ($0.rawValue, text("programme.\($0.rawValue)")) })
  }

  fileprivate func providerPage() throws -> Response {
    let list = PageList(
      self, at: "/utbildning",
      by: [
        programmeFacet,
        .init(
          name: "certifikat", options: [("ja", text("provider.with")), ("nej", text("provider.without"))]),
      ])
    let (participants, total) = try registry(as: .provider).listParticipants(
      in: list["program"].flatMap(Programme.init), isCertified: list["certifikat"].map { $0 == "ja" },
      limit: list.size, offset: list.offset)
    let approvals = try registry(as: .provider).ownApprovals()
    return try page("provider", area: .provider) { writer in
      for approval in approvals {
        try writer.element(
          "approval",
          [
            "programme": approval.programme, "from": approval.validFrom.description,
            "to": approval.validTo?.description, "valid": approval.contains(today) ? "true" : nil,
          ])
      }
      try list.write(total: total, to: &writer, in: self)
      for participant in participants { try write(participant, to: &writer) }
    }
  }

  private func write(_ participant: Participant, to writer: inout XMLWriter) throws(XMLFault) {
    let progress = participant.progress
    try writer.element(
      "participant",
      [
        "name": participant.name, "number": participant.maskedNumber,
        "path": Visit.path(of: participant.person, in: progress.programme),
        "programme": progress.programme.rawValue, "credited": String(progress.creditedMinutes),
        "required": String(progress.requiredMinutes), "missing": String(progress.missingMinutes),
        "completed": progress.completedOn?.description,
        "certificate": participant.certificate?.certificate.number.description,
        "standing": participant.certificate?.standing.code,
      ]
    ) { writer throws(XMLFault) in
      for module in progress.modules where module.missing > 0 {
        try writer.element("lacks", ["name": text("module.\(module.code)")])
      }
    }
  }

  // MARK: One participant

  /// Where a participant's own page is.
  static func path(of person: PersonID, in programme: Programme) -> String {
    "/utbildning/deltagare/\(person.value)/\(programme.rawValue)"
  }

  func askedParticipant() throws -> (person: PersonID, programme: Programme) {
    guard let id = request.parameters["person"].flatMap({ Int64($0) }),
      let programme = request.parameters["programme"].flatMap(Programme.init)
    else { throw PageFault.absent }
    return (PersonID(id), programme)
  }

  func participantPage(_ refusals: [Refusal] = []) throws -> Response {
    let (id, programme) = try askedParticipant()
    let asked: ParticipantPage
    do {
      asked = try registry(as: .provider).participantPage(of: id, in: programme)
    } catch let refusal as Refusal where refusal.code == .notEnrolled {
      throw PageFault.absent
    }
    let list = PageList(self, at: Visit.path(of: id, in: programme), by: [])
    return try page(
      "participant", status: refusals.isEmpty ? .ok : .unprocessableContent, area: .provider,
      up: Visit.providerHome, at: Visit.path(of: id, in: programme)
    ) { writer in
      for refusal in refusals { try write(refusal, to: &writer) }
      try write(asked, to: &writer)
      try list.write(total: asked.sessions.count, to: &writer, in: self)
      let noted = Dictionary(
        asked.participant.progress.modules.flatMap(\.notes).map { ($0.session, $0) }
      ) { first, _ in first }
      for session in list.shown(of: asked.sessions) {
        try write(session, noted[session.reference], asked.participant.leaders, to: &writer)
      }
    }
  }

  private func write(_ asked: ParticipantPage, to writer: inout XMLWriter) throws(XMLFault) {
    let participant = asked.participant
    let progress = participant.progress
    let holds = asked.certificates.contains { $0.standing.code == DocumentStanding.valid.code }
    try writer.element(
      "participant",
      [
        "name": participant.person.details.fullName, "number": participant.person.number.masked(on: today),
        "programme": progress.programme.rawValue, "credited": String(progress.creditedMinutes),
        "required": String(progress.requiredMinutes), "completed": progress.completedOn?.description,
        "started": participant.enrolment?.startedOn.description,
        "withdrawn": participant.enrolment?.withdrawnOn?.description,
        "issue": progress.completedOn != nil && !holds
          ? Visit.path(of: participant.person.id, in: progress.programme) + "/certifikat" : nil,
      ]
    ) { writer throws(XMLFault) in
      for module in progress.modules { try write(module, to: &writer) }
      for advice in progress.advice { try writer.element("advice", text: sentence(advice)) }
      for certificate in asked.certificates { try write(certificate, to: &writer) }
    }
  }

  func write(_ module: TrainingProgress.Module, to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(
      "module",
      [
        "name": text("module.\(module.code)"), "credited": String(module.credited),
        "recorded": String(module.recorded), "required": module.required.map(String.init),
        "missing": String(module.missing),
        "prior": module.priorLearning > 0 ? String(module.priorLearning) : nil,
      ])
  }

  private func write(
    _ session: TrainingSession, _ note: SessionNote?, _ leaders: [PersonID: String],
    to writer: inout XMLWriter
  ) throws(XMLFault) {
    let leader = note?.person.flatMap { leaders[$0] }
    try writer.element(
      "session",
      [
        "reference": session.reference, "day": session.startsAt.day.description,
        "time": session.startsAt.clockText, "ends": session.endsAt.clockText,
        "module": text("module.\(session.module)"),
        "minutes": String(Moment.minutes(from: session.startsAt, to: session.endsAt)), "leader": leader,
      ], text: note.map { sentence($0.refusal) } ?? "")
  }
}
