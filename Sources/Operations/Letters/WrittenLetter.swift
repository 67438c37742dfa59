public import Documents
public import Identity
import Legislation
public import Register
import Store

/// A letter that an officer writes, of what the register does not decide by itself: 15 and 17 to 26 of the table.
public struct WrittenLetter: Sendable {
  /// The number in the table.
  public var letter: Int
  /// The person it goes to, at the address in the register.
  public var person: IdentityNumber?
  /// Somebody else it goes to.
  public var recipient: Letter.Recipient?
  /// What is decided, in a sentence.
  public var decision: String?
  /// The grounds.
  public var reason: String?
  /// The provisions that are applied, or by which it cannot be appealed.
  public var provision: String?
  /// The document that it is about.
  public var about: DocumentNumber?
  /// Which text of the table ends it, where several are possible.
  public var text: String?
  /// The authority or the provider that decides, where it is not the keeper of the register.
  public var authority: String?
  /// Where that is written to.
  public var address: String?
  /// The one-time code of letter 26.
  public var code: String?
  /// The last day of the code.
  public var validThrough: LocalDate?
  /// Whether an uncertain letter is to be sent all the same.
  public var acknowledgesUncertain = false
  /// Whether the officer's name stands in it.
  public var named = true

  /// Begins a letter.
  public init(_ letter: Int) {
    self.letter = letter
  }

  static let written: Set<Int> = [15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26]

  /// How many days a provider has for an answer (text F).
  fileprivate static let answerDays = 30
}

extension Registry {
  /// Writes a letter from an officer's facts, and keeps it unless it opens a door.
  ///
  /// - Throws: `UNKNOWN_LETTER` for one that another act writes; `LETTER_UNCERTAIN`; `LETTER_AMBIGUOUS` when several texts
  ///   may end it; `VALUE_MISSING` for each fact that it needs; `UNKNOWN_PERSON`.
  public func writeLetter(_ written: WrittenLetter, with tools: LetterTools) throws -> IssuedLetter {
    let press = try look(.letterIssue) { connection in try letterPress(tools, from: connection) }
    return try write(.letterIssue, ActRecord(detail: ["letter": String(written.letter)])) { transaction in
      guard WrittenLetter.written.contains(written.letter) else {
        throw Refusal(.unknownLetter, ["letter": .count(written.letter)], column: "letter")
      }
      let person = try written.person.map { try transaction.connection.knownPerson($0) }
      transaction.record.person = person?.id
      let recipient = person.map { Letter.Recipient($0, on: today, press.book) } ?? written.recipient
      guard let recipient else { throw Refusal(.valueMissing, column: "person") }
      let isKept = press.book[written.letter]?.isKept ?? true
      let number = isKept ? try transaction.takeNumber(today) : nil
      let (kind, letter) = try press.letter(written, to: recipient, by: actor.name, numbered: number)
      guard let number else {
        return IssuedLetter(kind, unkept: letter, xml: try press.checked(letter))
      }
      let document = try press.issue(letter, numbered: number, person: person?.id)
      try transaction.issue(document, with: press.renderer)
      try transaction.connection.insertLetter(
        number, numbered: written.letter, of: nil, entry: transaction.entry)
      transaction.record.subject = number.description
      return IssuedLetter(kind, document, isNew: true)
    }
  }
}

extension LetterPress {
  /// The letter; one that is not kept has no number.
  ///
  /// - Throws: every fact that is missing at once.
  fileprivate func letter(
    _ written: WrittenLetter, to recipient: Letter.Recipient, by officer: String,
    numbered number: DocumentNumber?
  ) throws -> (LetterKind, Letter) {
    var facts = facts(of: written)
    facts[.decision] = number?.description
    facts[.day] = catalogue.language.date(today)
    var (kind, letter) = try begin(
      written.letter, to: recipient, facts, acknowledged: written.acknowledgesUncertain)
    if let authority = facts[.authorityAtStart] {
      letter.issuer = authority
      letter.isByKeeper = false
    }
    guard kind.isKept else { return (kind, try opening(letter, written, facts)) }
    let text = try end(of: kind, written)
    try checkFacts(written, facts, text)
    letter.outcome = written.decision
    if let about = written.about { letter.references.append((book.say(.labelAbout), about.description)) }
    if let reason = written.reason {
      letter.sections.append(.init(.plain, book.say(.headingReasons), [.paragraph(reason)]))
    }
    // A provider that is no authority decides nothing.
    if text.name != "F", text.name != "H2" {
      letter.sections.append(decided(facts, by: officer, named: written.named, written.provision))
    }
    letter.sections.append(section(text.name, .appeal, facts))
    return (kind, letter)
  }

  private func facts(of written: WrittenLetter) -> LetterFacts {
    var facts = facts
    facts[.authority] = written.authority
    facts[.authorityAtStart] = written.authority.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    facts[.authorityAddress] = written.address
    facts[.provider] = written.authority
    facts[.providerAddress] = written.address
    facts[.answerDays] = String(WrittenLetter.answerDays)
    facts[.provision] = written.provision
    facts[.lastDay] = written.validThrough.map(catalogue.language.date)
    return facts
  }

  /// Letter 26, with the code in its own large type.
  private func opening(_ letter: Letter, _ written: WrittenLetter, _ facts: LetterFacts) throws -> Letter {
    var letter = letter
    letter.outcome = written.decision
    guard let code = written.code else {
      guard written.decision != nil else { throw Refusal(.valueMissing, column: "code") }
      letter.sections.append(.init(.plain, nil, [.paragraph(written.reason ?? book.say(.doFacts))]))
      return letter
    }
    var blocks: [Letter.Block] = [.code(code), .paragraph(book.say(.codeHow, facts))]
    if written.validThrough != nil { blocks.append(.paragraph(book.say(.codeUntil, facts))) }
    letter.sections.append(.init(.note, book.say(.headingCode), blocks))
    letter.sections.append(.init(.plain, nil, [.paragraph(book.say(.codeCare))]))
    return letter
  }

  private func end(of kind: LetterKind, _ written: WrittenLetter) throws -> LetterText {
    let name = written.text ?? (kind.texts.count == 1 ? kind.texts[0] : nil)
    guard let name, kind.texts.contains(name), let text = book.text(name) else {
      throw Refusal(
        .letterAmbiguous,
        ["choices": .text(kind.texts.joined(separator: " ")), "option": .text("text")], column: "text")
    }
    return text
  }

  private func checkFacts(_ written: WrittenLetter, _ facts: LetterFacts, _ text: LetterText) throws {
    var missing: [String] = []
    if written.decision == nil { missing.append("decision") }
    if written.reason == nil { missing.append("reason") }
    for name in text.missing(from: facts) {
      let option =
        switch name {
        case .authority, .authorityAtStart, .provider: "authority"
        case .authorityAddress, .providerAddress: "address"
        default: name.rawValue
        }
      if !missing.contains(option) { missing.append(option) }
    }
    if let refusals = Refusals(missing.map { Refusal(.valueMissing, column: $0) }) { throw refusals }
  }
}
