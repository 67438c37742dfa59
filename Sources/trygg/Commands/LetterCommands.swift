import CommandLine
import Documents
import Identity
import Legislation
import Operations
import Register

/// The table of letters, and the letters that an officer writes from facts of the case.
enum LetterCommands {
  static let group = Command(
    "letter", abstract: Text(sv: "Brev och beslut på papper.", en: "Letters and written decisions."),
    subcommands: [list, write])

  private static let list = Command.act(
    "list",
    abstract: Text(
      sv: "Lista alla brev med vem som beslutar, hur de överklagas och hur säkert det är.",
      en: "List all letters with who decides, how they are appealed and how sure that is."),
    discussion: Text(
      sv:
        "● gällande rätt, ◐ följer av lagförslaget, ○ osäkert: skickas aldrig utan en handläggares eget ord.",
      en:
        "● law in force, ◐ follows from the proposed act, ○ uncertain: never sent without an officer's own word."
    ),
    examples: ["trygg letter list"]
  ) { session in
    let book = try session.letters()
    try session.answer(["letters": .array(book.kinds.map(\.json))]) {
      var table = Table([
        .number(session.say(sv: "Nr", en: "No")), .text(""), .text(session.say(sv: "Brev", en: "Letter")),
        .text(session.say(sv: "Beslutar", en: "Decides")), .text(session.say(sv: "Överklagas", en: "Appeal")),
        .text(session.say(sv: "Text", en: "Text")),
      ])
      for kind in book.kinds {
        table.append([
          "\(kind.number)", kind.certainty.mark, kind.name, kind.decides,
          kind.appeal + (kind.time.map { "; \($0)" } ?? ""), kind.texts.joined(separator: " "),
        ])
      }
      try session.invocation.output.print(table)
    }
  }

  private static let letter = Option.required(
    "letter", .integer, help: Text(sv: "Brevets nummer i listan.", en: "The letter's number in the list."))
  private static let person = Option.optional(
    "person", .person, help: Text(sv: "Personen som brevet går till.", en: "The person it goes to."))
  private static let recipient = Option.optional(
    "recipient", .text, help: Text(sv: "Någon annan mottagare.", en: "Another recipient."))
  private static let street = Option.optional(
    "street", .text, help: Text(sv: "Mottagarens gata eller box.", en: "The recipient's street or box."))
  private static let postcode = Option.optional(
    "postcode", .text, help: Text(sv: "Postnumret.", en: "The postcode."))
  private static let city = Option.optional("city", .text, help: Text(sv: "Postorten.", en: "The post town."))
  private static let decision = Option.optional(
    "decision", .text, help: Text(sv: "Vad som beslutas, i en mening.", en: "What is decided, in a sentence.")
  )
  private static let provision = Option.optional(
    "provision", .text, help: Text(sv: "Bestämmelserna som tillämpas.", en: "The provisions applied."))
  private static let about = Option.optional(
    "about", .document, help: Text(sv: "Dokumentet som brevet gäller.", en: "The document it is about."))
  private static let text = Option.optional(
    "text", .text,
    help: Text(
      sv: "Överklagandetexten, om flera är möjliga.", en: "The appeal text, where several are possible."))
  private static let authority = Option.optional(
    "authority", .text,
    help: Text(
      sv: "Myndigheten eller anordnaren som beslutar.", en: "The authority or provider that decides."))
  private static let address = Option.optional(
    "address", .text, help: Text(sv: "Dess postadress, på en rad.", en: "Its postal address, on one line."))
  private static let code = Option.optional(
    "code", .text, help: Text(sv: "Engångskoden i brev 26.", en: "The one-time code of letter 26."))
  private static let to = Option.optional(
    "to", .date, help: Text(sv: "Kodens sista dag.", en: "The last day of the code."))

  private static let write = Command.act(
    "write",
    abstract: Text(
      sv: "Skriv ett av breven 15 och 17–26 av uppgifter i ärendet.",
      en: "Write one of the letters 15 and 17–26 from facts of the case."),
    discussion: Text(
      sv: "Brevet sparas, utom engångskoden i brev 26. Skriv ut det igen med document render.",
      en: "The letter is kept, except the one-time code of letter 26. Write it out again by document render."),
    parameters: [
      letter, person, recipient, street, postcode, city, decision, Common.reason, provision, about, text,
      authority, address, code, to, LetterOptions.acknowledge, LetterOptions.unnamed, LetterOptions.form,
      Common.out,
    ],
    examples: [
      """
      trygg letter write --letter 15 --person - --about 2028-000123-4 --decision "Skatteverket avvisar din \
      begäran om omprövning." --reason "Begäran kom in den 9 januari 2034." --out brev.html
      """
    ]
  ) { session in
    let invocation = session.invocation
    var written = WrittenLetter(invocation[letter])
    written.person = try invocation[person]?.number(session, option: "--person")
    if let name = invocation[recipient] {
      var named = Letter.Recipient(name: name)
      named.address = try session.address(street, postcode, city)
      written.recipient = named
    }
    written.decision = invocation[decision]
    written.reason = invocation[Common.reason]
    written.provision = invocation[provision]
    written.about = invocation[about]
    written.text = invocation[text]
    written.authority = invocation[authority]
    written.address = invocation[address]
    written.code = invocation[code]
    written.validThrough = invocation[to]
    written.acknowledgesUncertain = invocation[LetterOptions.acknowledge]
    written.named = !invocation[LetterOptions.unnamed]
    let tools = try session.letterTools(workers: 1)
    try session.deliver(tools) { try $0.writeLetter(written, with: tools) }
  }
}

/// Options of every command that writes one letter.
enum LetterOptions {
  static let acknowledge = Option.flag(
    "acknowledge-uncertain",
    help: Text(
      sv: "Skicka brevet fast det är osäkert (○).", en: "Send the letter although it is uncertain (○)."))
  static let unnamed = Option.flag(
    "without-officer",
    help: Text(
      sv: "Utelämna handläggarens namn i brevet (33 § förvaltningslagen). I registret står det alltid.",
      en: "Leave the officer's name out of the letter. In the register it always stands."))
  static let form = Option.defaulting(
    "form", .choice(DocumentForm.self), to: "html", help: Text(sv: "Formen.", en: "The form."))
}

extension Session {
  /// The table of letters with their words.
  func letters() throws -> LetterBook {
    try lawFolder.letters(under: try parameters(), on: now.day)
  }

  /// What writing letters needs.
  func letterTools(workers: Int? = nil) throws -> LetterTools {
    LetterTools(
      book: try letters(), schema: try schema("letter"), renderer: renderer(workers: workers))
  }

  /// Writes a letter out, and tells its number and whether it needs proof of receipt.
  func deliver(_ tools: LetterTools, _ write: (Registry) throws -> IssuedLetter) throws {
    let (registry, form) = (try registry(), invocation[LetterOptions.form])
    // A letter that could not be printed would have been written all the same.
    if form == .pdf { try tools.renderer.preparePages() }
    let letter = try write(registry)
    try deliver(
      try registry.renderLetter(letter, as: form, with: tools.renderer),
      to: invocation[Common.out])
    let number = letter.number.map { "\($0)" } ?? "–"
    hint(
      sv: "Brev \(letter.kind.number), \(letter.kind.name): \(number).",
      en: "Letter \(letter.kind.number), \(letter.kind.name): \(number).")
    if letter.kind.needsProof {
      hint(
        sv: "Skicka det med delgivning, så att dagen då det togs emot kan visas.",
        en: "Serve it with proof, so that the day of receipt can be shown.")
    }
  }
}

extension LetterKind {
  fileprivate var json: JSON {
    [
      "letter": .integer(number), "name": .string(name), "certainty": .string(certainty.rawValue),
      "decides": .string(decides), "before": JSON(before), "change": JSON(change), "appeal": .string(appeal),
      "time": JSON(time), "doubt": JSON(doubt), "texts": .array(texts.map(JSON.string)),
      "proof": .bool(needsProof), "kept": .bool(isKept),
    ]
  }
}
