import CommandLine
import Documents
import Identity
import Register

/// Options that many commands share, by the names of the contract.
enum Common {
  static let person = Option.required(
    "person", .person,
    help: Text(
      sv:
        "Personnummer eller samordningsnummer: 12 siffror, eller 10 med - eller +; - läser från standard in.",
      en: "Identity number: 12 digits, or 10 with - or +; - reads it from standard input."))
  static let ring = Option.required(
    "ring", .ring, help: Text(sv: "Ringens nummer, TR-KKKK-NNNN.", en: "The ring's number, TR-KKKK-NNNN."))
  static let occasion = Option.required(
    "occasion", .text, help: Text(sv: "Sammankomstens beteckning.", en: "The occasion's identifier."))
  static let reason = Option.optional(
    "reason", .text, help: Text(sv: "Skälet.", en: "The reason."))
  static let on = Option.optional(
    "on", .date, help: Text(sv: "Dagen.", en: "The day."), absence: today)
  static let year = Option.required(
    "year", .year, help: Text(sv: "Kalenderåret.", en: "The calendar year."))
  static let programme = Option.required(
    "programme", .choice(Programme.self),
    help: Text(sv: "Programmet.", en: "The programme."))
  static let out = Option.optional(
    "out", .file, help: Text(sv: "Fil att skriva till.", en: "File to write to."),
    absence: Text(sv: "standard ut", en: "standard output"))
  static let reportForm = Option.defaulting(
    "form", .choice(ReportForm.self), to: "text",
    help: Text(
      sv: "Text, en sida (html), en PDF med XML i sig, eller XML.",
      en: "Text, a page (html), a PDF with the XML in it, or XML."))
}

extension Common {
  /// What a day that is not given means.
  static let today = Text(sv: "i dag", en: "today")

  static let requiredDay = Option.required("on", .date, help: Text(sv: "Dagen.", en: "The day."))
}

extension Session {
  /// The address that three options give together, or nothing when none of them is given.
  func address(
    _ street: Option<String?>, _ postcode: Option<String?>, _ city: Option<String?>
  ) throws -> PostalAddress? {
    let given = [street, postcode, city].filter { invocation[$0] != nil }
    guard !given.isEmpty else { return nil }
    guard let streetLine = invocation[street], let code = invocation[postcode], let town = invocation[city]
    else {
      throw UsageError.missing([street, postcode, city].filter { invocation[$0] == nil }.map(\.declaration))
    }
    do throws(IdentityFault) {
      return try PostalAddress(street: streetLine, postcode: code, city: town)
    } catch {
      throw BadArgument(Refusal(error, column: "--" + "street"))
    }
  }

  /// Tells that an act on a person is done, or that nothing had to be done.
  func confirm(_ isNew: Bool, masked number: IdentityNumber) throws {
    try answer(["person": .string(number.masked), "changed": .bool(isNew)]) {
      try print(
        isNew
          ? say(sv: "Klart: \(number.masked).", en: "Done: \(number.masked).")
          : say(sv: "Ingen ändring: det stod redan så.", en: "No change: it stood so already."))
    }
  }
}
