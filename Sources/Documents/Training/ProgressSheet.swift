public import Identity
public import Register

/// How far participants have come, as a page to print with a bar for each module.
public struct ProgressSheet: Sendable {
  /// One participant.
  public struct Participant: Sendable {
    /// The masked identity number.
    public let number: String
    /// The name.
    public let name: String
    /// The first day of the enrolment.
    public let startedOn: LocalDate?
    /// The provider's name.
    public let provider: String?
    /// Module by module.
    public let progress: TrainingProgress
    /// Why sessions do not count, worded, each with its reference.
    public let notes: [(session: String, text: String)]

    /// Describes a participant.
    public init(
      number: String, name: String, startedOn: LocalDate?, provider: String?, progress: TrainingProgress,
      notes: [(session: String, text: String)]
    ) {
      self.number = number
      self.name = name
      self.startedOn = startedOn
      self.provider = provider
      self.progress = progress
      self.notes = notes
    }
  }

  /// The programme.
  public let programme: Programme
  /// The day as of which the page is true.
  public let day: LocalDate
  /// Who keeps the register.
  public let issuer: String
  /// The participants in the order of the page.
  public let participants: [Participant]

  /// Gathers participants.
  public init(programme: Programme, day: LocalDate, issuer: String, participants: [Participant]) {
    self.programme = programme
    self.day = day
    self.issuer = issuer
    self.participants = participants
  }

  /// The page as a report.
  public func report() throws(XMLFault) -> Report {
    Report(kind: "training-progress", madeOn: day, issuer: issuer, xml: try xml())
  }

  /// The XML that the stylesheet `html/training-progress.xsl` turns into the page.
  ///
  /// Its schema is `Legal/schemas/training-progress.rng`.
  ///
  /// - Throws: a fault when a name holds a character that no XML document can hold.
  public func xml() throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    try writer.element(
      "training-progress",
      [
        "xmlns": "urn:trygghetsregister:training-progress:1", "programme": programme.rawValue,
        "issued": day.description,
      ]
    ) { writer throws(XMLFault) in
      try writer.element("issuer", text: issuer)
      for participant in participants { try participant.write(to: &writer) }
    }
    return writer.bytes
  }
}

extension ProgressSheet.Participant {
  fileprivate func write(to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(
      "participant",
      [
        "number": number, "started": startedOn?.description, "provider": provider,
        "credited": String(progress.creditedMinutes), "required": String(progress.requiredMinutes),
        "completed": progress.completedOn?.description,
      ]
    ) { writer throws(XMLFault) in
      try writer.element("name", text: name)
      for module in progress.modules {
        try writer.element(
          "module",
          [
            "code": module.code, "required": module.required.map { String($0) },
            "recorded": String(module.recorded), "credited": String(module.credited),
            "missing": String(module.missing),
          ], text: module.title)
      }
      for note in notes { try writer.element("note", ["session": note.session], text: note.text) }
    }
  }
}
