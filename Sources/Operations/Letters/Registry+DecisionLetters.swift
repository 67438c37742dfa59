public import Documents
public import Identity
import Legislation
import Register
import Store

/// What the writing of a year's letters did.
public struct LettersReport: Sendable {
  /// Letters written now, by their number in the table.
  public internal(set) var issued: [Int: Int] = [:]
  /// Letters that had been written before.
  public internal(set) var unchanged = 0
  /// The letters that could not be set as PDF.
  public internal(set) var unset: [UnsetDocument] = []

  /// All letters.
  public var total: Int { issued.values.reduce(unchanged, +) }
}

extension Registry {
  /// Writes the letters of a year's decisions that are not yet written, and hands all over, rendered.
  ///
  /// Those are the letters 8 to 13, each in the decision's present stage, and 14 for those who wait. A letter is frozen
  /// when it is written; a run that was interrupted is taken up by the next.
  ///
  /// - Parameter named: Whether an officer's name stands in the letters.
  public func issueLetters(
    for year: Int, with tools: LetterTools, as forms: [DocumentForm], named: Bool = true,
    give: (RenderedDocument) throws -> Void
  ) throws -> LettersReport {
    try tellingFaults(of: store.files.database) {
      if forms.contains(.pdf) { try tools.renderer.preparePages() }
      let press = try look(.yearLetters) { connection in try letterPress(tools, from: connection) }
      var report = LettersReport()
      var last: Int64 = 0
      while let documents = try issueLetters(of: year, after: &last, press, named, &report) {
        report.unset += try deliver(documents, as: forms, with: tools.renderer, give)
      }
      let waiting = try issueWaitingLetters(of: year, press, &report)
      report.unset += try deliver(waiting, as: forms, with: tools.renderer, give)
      return report
    }
  }

  /// Writes the letter of a person's decision for a year, or finds the one that was written.
  ///
  /// - Throws: `UNKNOWN_PERSON`, `UNKNOWN_DECISION`; `YEAR_NOT_DECIDED` before the run; `PARAMETER_UNSUPPORTED`.
  public func issueDecisionLetter(
    of number: IdentityNumber, year: Int, with tools: LetterTools, named: Bool = true
  ) throws -> IssuedLetter {
    let press = try look(.letterIssue) { connection in try letterPress(tools, from: connection) }
    return try write(.letterIssue, ActRecord(subject: String(year))) { transaction in
      let connection = transaction.connection
      let person = try connection.knownPerson(number)
      transaction.record.person = person.id
      let history = try connection.decisionHistory(of: person.id, year: year)
      guard let decision = history.open ?? history.current else {
        guard let judged = try judge(person, year: year, from: connection) else {
          throw Refusal(.unknownDecision, ["year": .count(year)])
        }
        guard judged.outcome.verdict == .waiting, judged.outcome.reason != .undecided else {
          throw Refusal(.yearNotDecided, ["year": .count(year)])
        }
        try judged.values.benefit.checkIsTaxReduction()
        return try transaction.issue(judged.waiting(year), press, today)
      }
      let ledger = try OccasionLedger(year: year, asOf: today, under: parameters, from: connection)
      let one = try connection.decisionCase(
        decision, of: person, ledger, answerBy: try letter(on: today).answerBy)
      return try transaction.issue(one, press, named: named, today)
    }
  }

  /// What the letters of one run have in common.
  func letterPress(_ tools: LetterTools, from connection: Connection) throws -> LetterPress {
    var keeper = RegisterKeeper()
    keeper.name = try connection.setting("name") ?? keeper.name
    keeper.postalAddress = try connection.setting("postal_address") ?? keeper.postalAddress
    keeper.address = try connection.serviceAddress()
    return LetterPress(
      book: tools.book, schema: tools.schema, catalogue: try tools.renderer.templates.messages(.swedish),
      renderer: tools.renderer, key: try store.signingKey(), keeper: keeper, random: random, today: today)
  }

  private func issueLetters(
    of year: Int, after last: inout Int64, _ press: LetterPress, _ named: Bool, _ report: inout LettersReport
  ) throws -> [OutgoingLetter]? {
    let decisions = try store.read { [last] connection in
      try connection.decisionsForLetters(of: year, after: last, limit: 500)
    }
    guard let end = decisions.last else { return nil }
    last = end.id
    var counted = report
    let documents = try write(.yearLetters, ActRecord(subject: String(year))) { transaction in
      let connection = transaction.connection
      let survivors = try connection.mergedPersons()
      let ledger = try OccasionLedger(year: year, asOf: today, under: parameters, from: connection)
      let answerBy = try letter(on: today).answerBy
      var documents: [OutgoingLetter] = []
      for decision in decisions {
        guard let person = try connection.person(survivors[decision.person] ?? decision.person) else {
          continue
        }
        let one = try connection.decisionCase(decision, of: person, ledger, answerBy: answerBy)
        let letter = try transaction.issue(one, press, named: named, today)
        counted.count(letter)
        if let number = letter.number, let document = try connection.document(number) {
          documents.append(OutgoingLetter(document, to: person))
        }
      }
      transaction.record.detail = ["issued": String(counted.total - counted.unchanged)]
      return documents
    }
    report = counted
    return documents
  }

  private func issueWaitingLetters(
    of year: Int, _ press: LetterPress, _ report: inout LettersReport
  ) throws -> [OutgoingLetter] {
    let waiting = try waitingCases(in: year)
    guard !waiting.isEmpty else { return [] }
    var counted = report
    let documents = try write(.yearLetters, ActRecord(subject: String(year))) { transaction in
      try waiting.compactMap { one in
        let letter = try transaction.issue(one, press, today)
        counted.count(letter)
        return try letter.number.flatMap { number throws in try transaction.connection.document(number) }
          .map { OutgoingLetter($0, to: one.person) }
      }
    }
    report = counted
    return documents
  }

  /// Hands over every form of every letter, and gives those that cannot be set as PDF.
  private func deliver(
    _ letters: [OutgoingLetter], as forms: [DocumentForm], with renderer: DocumentRenderer,
    _ give: (RenderedDocument) throws -> Void
  ) throws -> [UnsetDocument] {
    let archive = RenderingArchive(store, current: renderer)
    var unset: [UnsetDocument] = []
    if forms.contains(.pdf) {
      try archive.renderPages(of: letters.map(\.document)) { place, pages in
        switch pages {
        case .success(let bytes): try give(letters[place].rendered(as: .pdf, bytes))
        case .failure(let fault):
          unset.append(UnsetDocument(number: letters[place].document.number, fault: fault))
        }
      }
    }
    let others = forms.filter { $0 != .pdf }
    try OrderedWork<[RenderedDocument]>(parts: letters.count, workers: 2, ahead: 16).run { part in
      let letter = letters[part]
      return try others.map { form in
        letter.rendered(as: form, try archive.render(letter.document, as: form))
      }
    } take: { rendered in
      try rendered.forEach(give)
    }
    return unset
  }
}

/// A letter on its way out, with what decides where it goes.
private struct OutgoingLetter: Sendable {
  let document: StoredDocument
  private let isRelayed: Bool

  init(_ document: StoredDocument, to person: Person) {
    self.document = document
    isRelayed = person.details.isProtected
  }

  func rendered(as form: DocumentForm, _ bytes: [UInt8]) -> RenderedDocument {
    RenderedDocument(number: document.number, form: form, bytes: bytes, isRelayed: isRelayed)
  }
}

extension LettersReport {
  fileprivate mutating func count(_ letter: IssuedLetter) {
    guard letter.isNew else {
      unchanged += 1
      return
    }
    issued[letter.kind.number, default: 0] += 1
  }
}

extension Connection {
  /// A decision with what its letter tells.
  ///
  /// - Parameter day: The last day for an answer to a letter that is written now.
  func decisionCase(
    _ decision: StoredDecision, of person: Person, _ ledger: OccasionLedger, answerBy day: LocalDate
  ) throws -> DecisionCase {
    let (rules, digest) = try ruleSet(decision.ruleSet)
    let parameters = try BenefitParameters(year: decision.year, in: rules.parameters)
    try parameters.checkIsTaxReduction()
    let rule = BenefitRule(parameters, asOf: Moment(startOf: decision.datedOn))
    var earlier: DocumentNumber?
    if decision.change != nil {
      earlier = try decisionHistory(of: person.id, year: decision.year).document(before: decision)
    }
    return DecisionCase(
      decision: decision, person: person, rule: rule, ruleSet: rules.name(digest), earlier: earlier,
      corrected: decision.slipEntry == nil ? nil : try document(beforeSlipIn: decision.id),
      slip: try decision.slipEntry.map { entry throws in try slipKind(of: entry) },
      // An automated decision has no officer's reason, but a slip in it was put right by one.
      statedReason: decision.slipEntry == nil && decision.officer == nil
        ? nil : try statedReason(of: decision.slipEntry ?? decision.entry),
      answerBy: decision.status == .communicated ? day : nil,
      occasions: try ledger.occasions(of: person.id, in: decision, by: rule))
  }
}

extension Transaction {
  /// Writes the letter of a decision, unless it is written.
  ///
  /// A refusal has no statement, so its letter is the document of the decision; a letter beside a statement has a number
  /// of its own.
  func issue(
    _ one: DecisionCase, _ press: LetterPress, named: Bool, _ today: LocalDate
  ) throws -> IssuedLetter {
    let decision = one.decision
    return try issue(decision.letterSubject, press, number: one.letter, answerBy: one.answerBy) { kind in
      let isItsOwn = !one.isGranted && one.earlier == nil && decision.status == .decided
      let number = try (isItsOwn ? decision.document : nil) ?? takeNumber(today)
      return try press.issue(
        press.letter(of: one, numbered: number, named: named), numbered: number, person: one.person.id,
        decision: decision.id, year: decision.year,
        superseding: decision.status == .communicated
          ? nil
          : try connection.lastLetter(of: one.person.id, year: decision.year, upTo: decision.version))
    }
  }

  /// Writes the letter to a person who waits, once for each reason.
  func issue(_ one: WaitingCase, _ press: LetterPress, _ today: LocalDate) throws -> IssuedLetter {
    try issue(one.subject, press, number: 14) { _ in
      try press.issue(
        press.letter(of: one), numbered: takeNumber(today), person: one.person.id, year: one.year)
    }
  }

  /// Finds the letter of a subject, or writes it.
  func issue(
    _ subject: String, _ press: LetterPress, number: Int, ring: RingID? = nil, answerBy: LocalDate? = nil,
    write: (LetterKind) throws -> StoredDocument
  ) throws -> IssuedLetter {
    guard let kind = press.book[number] else {
      throw Refusal(.unknownLetter, ["letter": .count(number)], column: "letter")
    }
    if let known = try connection.letter(of: subject) { return IssuedLetter(kind, known, isNew: false) }
    let document = try write(kind)
    try issue(document, with: press.renderer)
    try connection.insertLetter(
      document.number, numbered: number, of: subject, ring: ring, answerBy: answerBy, entry: entry)
    return IssuedLetter(kind, document, isNew: true)
  }

  /// The next document number of the year.
  func takeNumber(_ today: LocalDate) throws -> DocumentNumber {
    DocumentNumber(year: today.year, serial: try connection.takeSerials(1, in: today.year))
  }
}
