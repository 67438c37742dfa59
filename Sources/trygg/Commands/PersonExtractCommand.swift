import CommandLine
import Identity
import Operations
import Register

enum PersonExtractCommand {
  static let command = Command.act(
    "extract",
    abstract: Text(
      sv: "Registerutdrag: allt registret har om en person, och när, i vilken roll och varför det har lästs.",
      en:
        "Extract: all that the register holds of a person, and when, in which role and why it has been read."),
    discussion: Text(
      sv: "Vem som läste står inte i utdraget. Utdraget är självt en läsning som loggas.",
      en: "Who read is not part of the extract. The extract is itself a reading that is logged."),
    parameters: [Common.person, Common.reportForm, Common.out],
    examples: [
      "trygg person extract --person -", "trygg person extract --person - --form pdf --out utdrag.pdf",
    ]
  ) { session in
    let number = try session.invocation[Common.person].number(session, option: "--person")
    let registry = try session.registry()
    let extract = try registry.extractPerson(number)
    try session.deliver(
      try extract.report(on: session.now.day, by: registry.keeperName()),
      as: session.invocation[Common.reportForm], to: session.invocation[Common.out]
    ) { try session.answer(extract.json(session)) { try extract.print(session) } }
  }
}

extension PersonExtract {
  fileprivate func json(_ session: Session) -> JSON {
    let person = overview.person
    return [
      "number": .string(person.number.twelveDigits), "personId": .integer(Int(person.id.value)),
      "givenName": .string(person.details.givenName), "familyName": .string(person.details.familyName),
      "address": person.details.address.map(\.json) ?? .null,
      "bornOn": JSON(person.birthDate?.description),
      "deceasedOn": JSON(person.details.deceasedOn?.description),
      "protected": .bool(person.details.isProtected), "idLevel": JSON(person.details.identityLevel?.rawValue),
      "former": .array(
        holdings.formerNames.map { ["number": .string($0.number.twelveDigits), "name": .string($0.name)] }),
      "formerAddresses": .array(holdings.formerAddresses.map(\.json)),
      "memberships": overview.membershipsJSON,
      "attendance": .array(
        holdings.attendance.map { row in
          [
            "occasion": .string(row.occasion), "ring": .string("\(row.ring)"), "day": .string("\(row.day)"),
            "roster": .bool(row.isOnRoster), "statuses": .array(row.statuses.map { .string($0.rawValue) }),
            "attested": .bool(row.isAttested),
          ]
        }),
      "attestationsOfOthers": .integer(holdings.attestationCount),
      "sessions": .array(
        sessions.map { row in
          [
            "provider": .string(row.provider), "reference": .string(row.session.reference),
            "programme": .string(row.session.programme), "module": .string(row.session.module),
            "startsAt": .string("\(row.session.startsAt)"), "endsAt": .string("\(row.session.endsAt)"),
            "participant": .bool(row.isParticipant),
          ]
        }),
      "approvals": .array(
        approvals.map { row in
          [
            "programme": .string(row.programme), "validFrom": .string("\(row.validFrom)"),
            "validTo": JSON(row.validTo?.description),
          ]
        }),
      "supervisorApprovals": .array(
        supervisorApprovals.map { row in
          [
            "kind": .string(row.kind.rawValue), "validFrom": .string("\(row.validFrom)"),
            "validTo": JSON(row.validTo?.description), "basis": JSON(row.basis),
          ]
        }),
      "enrolments": .array(enrolments.map(\.json)),
      "mediations": .array(
        mediations.map { row in
          [
            "month": .string(row.monthText), "mediations": .integer(row.mediations),
            "agreements": .integer(row.agreements),
          ]
        }),
      "decisions": .array(
        holdings.decisions.map { row in
          [
            "year": .integer(row.year), "version": .integer(row.version), "outcome": .string(row.outcome),
            "reason": JSON(row.reason), "status": .string(row.status), "attended": .integer(row.attended),
            "counted": .integer(row.counted), "amountKr": .integer(row.amountKronor),
            "decidedOn": .string("\(row.decidedOn)"),
          ]
        }),
      "documents": .array(
        holdings.documents.map { row in
          [
            "document": .string(row.number), "kind": .string(row.kind), "letter": JSON(row.letter),
            "issuedOn": .string("\(row.issuedOn)"),
          ]
        }),
      "disclosures": .array(
        holdings.disclosures.map { row in
          [
            "recipient": "Skatteverket", "year": .integer(row.year), "amountKr": .integer(row.amountKronor),
            "sentOn": .string("\(row.sentOn)"), "removedOn": JSON(row.removedOn?.description),
          ]
        }),
      "roles": .array(holdings.roles.map(JSON.string)),
      "handling": .array(
        handlings.map { row in
          [
            "at": .string("\(row.at)"), "role": .string(row.role), "act": .string(row.act),
            "purpose": .string(session.word(forAct: row.act)), "read": .bool(row.isRead),
            "subject": JSON(row.subject), "reason": JSON(row.reason), "oneOfMany": .bool(row.isOneOfMany),
          ]
        }),
    ]
  }

  fileprivate func print(_ session: Session) throws {
    try session.print(session.say(sv: "Registerutdrag", en: "Extract of the register"))
    try overview.print(session)
    try printFormer(session)
    try printParticipation(session)
    try printDecisions(session)
    try printHandlings(session)
  }

  private func printFormer(_ session: Session) throws {
    var listing = Listing()
    // A person may have had several names under one number.
    var told: Set<IdentityNumber> = [overview.person.number]
    for row in holdings.formerNames where told.insert(row.number).inserted {
      listing.append(session.say(sv: "Tidigare nummer", en: "Former number"), row.number.long)
    }
    for address in holdings.formerAddresses {
      listing.append(
        session.say(sv: "Tidigare adress", en: "Former address"),
        "\(address.street), \(address.postcode.printed) \(address.city)")
    }
    for role in holdings.roles {
      listing.append(session.say(sv: "Konto", en: "Account"), session.wording.text(role))
    }
    for row in approvals {
      listing.append(
        session.say(sv: "Godkänd utbildare", en: "Approved trainer"),
        "\(row.programme), \(row.validFrom)–\(row.validTo?.description ?? "")")
    }
    for row in supervisorApprovals {
      listing.append(
        session.say(sv: "Godkänd handledare", en: "Approved supervisor"),
        "\(row.kind.rawValue), \(row.validFrom)–\(row.validTo?.description ?? "") \(row.basis ?? "")")
    }
    for row in enrolments {
      listing.append(
        session.say(sv: "Antagen", en: "Enrolled"),
        "\(row.programme.rawValue), \(row.startedOn)–\(row.withdrawnOn?.description ?? "")\n"
          + row.facts.summary(session))
    }
    for row in mediations {
      listing.append(
        session.say(sv: "Medlingar \(row.monthText)", en: "Mediations \(row.monthText)"),
        session.say(
          sv: "\(row.mediations), varav \(row.agreements) med överenskommelse",
          en: "\(row.mediations), of which \(row.agreements) with an agreement"))
    }
    listing.append(
      session.say(sv: "Intyg om andras närvaro", en: "Attestations of others"),
      String(holdings.attestationCount))
    try session.invocation.output.print(listing)
  }

  private func printParticipation(_ session: Session) throws {
    var occasions = Table([
      .text(session.say(sv: "Sammankomst", en: "Occasion")), .text("Ring"),
      .text(session.say(sv: "Dag", en: "Day")), .text(session.say(sv: "Närvaro", en: "Attendance")),
      .text(session.say(sv: "Intygad", en: "Attested")),
    ])
    for row in holdings.attendance {
      let statuses = row.statuses.map { session.wording.text($0.rawValue) }.joined(separator: " → ")
      occasions.append([
        row.occasion, "\(row.ring)", "\(row.day)",
        statuses.isEmpty ? session.say(sv: "kallad", en: "called") : statuses,
        row.isAttested ? session.say(sv: "ja", en: "yes") : "",
      ])
    }
    try session.printTable(occasions, isEmpty: holdings.attendance.isEmpty)
    var training = Table([
      .text(session.say(sv: "Utbildning", en: "Training")), .text(session.say(sv: "Block", en: "Module")),
      .text(session.say(sv: "Början", en: "Start")), .text(session.say(sv: "Slut", en: "End")),
      .text(session.say(sv: "Anordnare", en: "Provider")), .text(session.say(sv: "Som", en: "As")),
    ])
    for row in sessions {
      training.append([
        row.session.programme, row.session.module, String(row.session.startsAt.description.prefix(16)),
        String(row.session.endsAt.description.prefix(16)), row.provider,
        row.isParticipant
          ? session.say(sv: "deltagare", en: "participant")
          : session.say(sv: "utbildare", en: "trainer"),
      ])
    }
    try session.printTable(training, isEmpty: sessions.isEmpty)
  }

  private func printDecisions(_ session: Session) throws {
    var table = Table([
      .number(session.say(sv: "År", en: "Year")), .text(session.say(sv: "Beslut", en: "Decision")),
      .text(session.say(sv: "Skäl", en: "Reason")), .text(session.say(sv: "Läge", en: "Status")),
      .text(session.say(sv: "Dag", en: "Day")),
    ])
    for row in holdings.decisions {
      table.append([
        String(row.year), session.wording.text(row.outcome),
        row.reason.map { session.wording.text($0) } ?? "",
        session.wording.text(row.status), "\(row.decidedOn)",
      ])
    }
    try session.printTable(table, isEmpty: holdings.decisions.isEmpty)
    for row in holdings.disclosures {
      let removed = row.removedOn.map { session.say(sv: ", återtagen \($0)", en: ", taken back on \($0)") }
      try session.print(
        session.say(
          sv: "Lämnat till Skatteverket: kontrolluppgift för \(row.year), \(row.sentOn)",
          en: "Given to Skatteverket: control statement for \(row.year), \(row.sentOn)") + (removed ?? ""))
    }
    for document in holdings.documents {
      try session.print(
        session.wording.text("document.\(document.letter.map { "letter-\($0)" } ?? document.kind)")
          + " \(document.number), \(document.issuedOn)")
    }
  }

  private func printHandlings(_ session: Session) throws {
    var table = Table([
      .text(session.say(sv: "Tid", en: "Time")), .text(session.say(sv: "Roll", en: "Role")),
      .text(session.say(sv: "Ändamål", en: "Purpose")), .text(session.say(sv: "Läsning", en: "Reading")),
      .text(session.say(sv: "Gäller", en: "About")), .text(session.say(sv: "Skäl", en: "Reason")),
    ])
    for row in handlings {
      let reading =
        row.isOneOfMany
        ? session.say(sv: "bland andra", en: "among others") : session.say(sv: "ja", en: "yes")
      table.append([
        String(row.at.description.prefix(16)), session.wording.text(row.role), session.word(forAct: row.act),
        row.isRead ? reading : "", row.subject ?? "", row.reason ?? "",
      ])
    }
    try session.printTable(table, isEmpty: handlings.isEmpty)
  }
}

extension Session {
  /// Prints a table with an empty line before it, unless it has no rows.
  fileprivate func printTable(_ table: Table, isEmpty: Bool) throws {
    guard !isEmpty else { return }
    try print("")
    try invocation.output.print(table)
  }
}

extension PostalAddress {
  fileprivate var json: JSON {
    ["street": .string(street), "postcode": .string(postcode.digits), "city": .string(city)]
  }
}
