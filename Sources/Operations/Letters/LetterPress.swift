import Documents
import Identity
import Legislation
import Register
import Store

/// Where letters are written: everything that the letters of one run have in common.
struct LetterPress {
  let book: LetterBook
  let schema: RelaxNGSchema
  let catalogue: MessageCatalogue
  let renderer: DocumentRenderer
  let key: SigningKey
  let keeper: RegisterKeeper
  let random: RandomSource
  let today: LocalDate

  /// Begins a letter of the table, with its title and what it decides.
  ///
  /// - Parameter acknowledged: Whether an officer has said that an uncertain letter is to be sent all the same.
  /// - Throws: `UNKNOWN_LETTER`; `LETTER_UNCERTAIN`.
  func begin(
    _ number: Int, to recipient: Letter.Recipient, _ facts: LetterFacts, acknowledged: Bool = false
  ) throws -> (kind: LetterKind, letter: Letter) {
    guard let kind = book[number] else {
      throw Refusal(.unknownLetter, ["letter": .count(number)], column: "letter")
    }
    guard kind.certainty != .uncertain || acknowledged else {
      throw Refusal(
        .letterUncertain, ["letter": .count(number), "doubt": .text(kind.doubt ?? "–")], column: "letter")
    }
    var letter = Letter(
      number, titled: kind.title.filled(with: facts), to: recipient, by: keeper.name, on: today)
    letter.outcome = kind.outcome?.filled(with: facts)
    letter.bill = book.isBill ? book.say(.bill) : nil
    if recipient.isEstate {
      letter.sections.append(.init(.plain, nil, [.paragraph(book.say(.estate))]))
    }
    return (kind, letter)
  }

  /// A text of the table as a part of a letter; a heading that repeats the title is left out.
  func section(
    _ text: String, _ role: Letter.Section.Role, for cases: Set<LetterText.Case> = [], _ facts: LetterFacts,
    under title: String = ""
  ) -> Letter.Section {
    var section = Letter.Section(role, nil, [])
    var items: [String] = []
    func close() {
      if !items.isEmpty { section.blocks.append(.items(items)) }
      items = []
    }
    for (kind, words) in book.text(text)?.lines(for: cases, facts) ?? [] {
      switch kind {
      case .item: items.append(words)
      case .heading: if words != title { section.heading = words }
      case .paragraph:
        close()
        section.blocks.append(.paragraph(words))
      }
    }
    close()
    return section
  }

  /// When and by whom it was decided, and by which provisions (31 and 32 §§ förvaltningslagen).
  func decided(
    _ facts: LetterFacts, by officer: String?, named: Bool, _ provisions: String?
  ) -> Letter.Section {
    var facts = facts
    var lines: [String] = []
    if facts[.decision] != nil, facts[.day] != nil { lines.append(book.say(.decidedOn, facts)) }
    facts[.officer] = officer
    lines.append(
      book.say(officer == nil ? .decidedAutomated : named ? .decidedOfficer : .decidedUnnamed, facts))
    if let provisions {
      facts[.provisions] = provisions
      lines.append(book.say(.decidedProvisions, facts))
    }
    return Letter.Section(.plain, book.say(.headingDecided), [.paragraph(lines.joined(separator: " "))])
  }

  /// Gives a letter its number and code, checks it by its schema and makes it the document that is kept.
  ///
  /// - Throws: the first fault of the schema, which would be a fault of the program.
  func issue(
    _ letter: Letter, numbered number: DocumentNumber, person: PersonID? = nil, decision: Int64? = nil,
    year: Int? = nil, superseding earlier: DocumentNumber? = nil
  ) throws -> StoredDocument {
    guard let code = VerificationCode(random.bytes(16)) else { throw StoreError(.misuse, "no random bytes") }
    var letter = letter
    letter.number = number
    letter.verificationCode = code
    return StoredDocument(
      number: number, kind: Letter.kind, person: person, decision: decision, year: year,
      issuedOn: today,
      verificationCode: code, templateSet: try renderer.templates.digest(), xml: try checked(letter),
      supersedes: earlier, sealedBy: key)
  }

  /// The canonical XML of a letter, valid by its schema.
  func checked(_ letter: Letter) throws -> [UInt8] {
    let xml = try letter.xml()
    if let fault = try schema.validate(xml, file: "letter \(letter.letter)").first { throw fault }
    return xml
  }

  /// What every letter may name.
  var facts: LetterFacts {
    var facts = LetterFacts()
    facts[.postalAddress] = keeper.postalAddress
    facts[.signIn] = keeper.address.signIn
    return facts
  }
}

extension Letter.Recipient {
  /// A person at the address in the register; one with protected identity by a cover with the name alone (decision C-96).
  init(_ person: Person, on today: LocalDate, _ book: LetterBook) {
    self.init(name: person.details.fullName)
    maskedNumber = person.number.masked(on: today)
    isEstate = person.details.deceasedOn != nil
    if person.details.isProtected {
      cover = book.say(.mediated)
    } else {
      address = person.details.address
    }
  }
}
