import CommandLine
import Documents
import Identity
import Operations
import Register

/// `user code`: a one-time code for a letter.
enum UserCodeCommand {
  private static let name = Argument.optional(
    Text(sv: "NAMN", en: "NAME"), .text, help: Text(sv: "Användarens namn.", en: "The user's name."))
  private static let person = Option.optional(
    "person", .person,
    help: Text(
      sv: "Personen, för koden till de egna sidorna.", en: "The person, for the code to their own pages."))
  private static let days = Option.optional(
    "days", .days, help: Text(sv: "Hur många dagar koden gäller.", en: "Days that the code holds."),
    absence: Text(sv: "14", en: "14"))

  private static let form = Option.optional(
    "form", .choice(DocumentForm.self),
    help: Text(
      sv: "Koden som brev (brev 26) i den formen, i stället för på skärmen.",
      en: "The code as a letter (letter 26) in that form, instead of on the screen."))

  static let command = Command.act(
    "code",
    abstract: Text(
      sv: "Utfärda en engångskod att skicka som brev.", en: "Issue a one-time code to send as a letter."),
    discussion: Text(
      sv: """
        Koden visas en gång och finns sedan bara som hash. En ny kod ersätter den förra. Den gäller för en inloggning \
        och tål fem försök.
        """,
      en: """
        The code is shown once and then kept as a hash alone. A new code replaces the one before. It holds for one \
        sign-in and takes five attempts.
        """),
    parameters: [name, person, days, form, Common.out],
    examples: [
      "trygg user code anna", "trygg user code --person 19850709-2388 --days 30",
      "trygg user code --person - --form pdf --out brev.pdf",
    ]
  ) { session in
    let invocation = session.invocation
    guard invocation[form] != nil || invocation[Common.out] == nil else {
      throw UsageError.missing([form.declaration])
    }
    // Nothing is issued that cannot be written.
    let tools = try invocation[form].map { _ in try session.letterTools(workers: 1) }
    if invocation[form] == .pdf { try tools?.renderer.preparePages() }
    let issued: IssuedCode
    let number = try invocation[person]?.number(session, option: "--person")
    if let number {
      issued = try session.registry().issueCode(to: number, days: invocation[days])
    } else {
      guard let name = invocation[name] else { throw Refusal(.valueMissing, column: "--person") }
      issued = try session.registry().issueCode(to: name, days: invocation[days])
    }
    let ends = issued.expiresAt.day
    if let tools, let form = invocation[form] {
      var letter = WrittenLetter(26)
      letter.person = number
      if number == nil { letter.recipient = .init(name: issued.recipient?.fullName ?? issued.user) }
      if number == nil, let address = issued.recipient?.address { letter.recipient?.address = address }
      letter.code = issued.code.printed.filter { $0 != "-" }
      letter.validThrough = ends
      let registry = try session.registry()
      let written = try registry.writeLetter(letter, with: tools)
      return try session.deliver(
        try registry.renderLetter(written, as: form, with: tools.renderer), to: invocation[Common.out])
    }
    try session.answer([
      "user": .string(issued.user), "code": .string(issued.code.printed), "expiresOn": .string("\(ends)"),
    ]) {
      if let recipient = issued.recipient {
        try session.print(recipient.fullName)
        if let address = recipient.address {
          try session.print(address.street)
          try session.print("\(address.postcode.printed) \(address.city)")
        }
        try session.print("")
      }
      try session.print(
        session.say(
          sv: "Din engångskod till Trygghetsregistret: \(issued.code.printed)",
          en: "Your one-time code for the ring register: \(issued.code.printed)"))
      try session.print(
        session.say(
          sv: "Koden gäller en gång, till och med \(session.wording.date(ends)).",
          en: "The code holds once, until \(session.wording.date(ends))."))
    }
  }
}
