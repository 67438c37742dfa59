import CommandLine
import Identity
import Operations
import Register

enum InitCommand {
  static let organisation = Option.optional(
    "organisation", .organisation,
    help: Text(
      sv: "Organisationsnummer för den som för registret (fält 201).",
      en: "Organisation number of who keeps the register (field 201)."), absence: "202100-5448")
  static let name = Option.optional(
    "name", .text, help: Text(sv: "Namnet (fält 202).", en: "The name (field 202)."), absence: "Skatteverket")
  static let contact = Option.optional(
    "contact", .text,
    help: Text(sv: "Kontakt för kontrolluppgiftsfilen.", en: "Contact for the control file."))
  static let phone = Option.optional(
    "phone", .text, help: Text(sv: "Kontaktens telefon.", en: "The contact's telephone."))
  static let email = Option.optional(
    "email", .text, help: Text(sv: "Kontaktens e-post.", en: "The contact's e-mail."))
  static let address = Option.optional(
    "address", .address,
    help: Text(
      sv: "Webbadressen där handlingar kontrolleras; den står i deras QR-koder.",
      en: "Web address where documents are checked; their QR codes hold it."),
    absence: Text(stringLiteral: ServiceAddress.proposed.text))

  static let street = Option.optional(
    "street", .text, help: Text(sv: "Gata eller box dit brev skickas.", en: "Street or box for letters."))
  static let postcode = Option.optional(
    "postcode", .text, help: Text(sv: "Postnumret.", en: "The postcode."), absence: "171 94")
  static let city = Option.optional(
    "city", .text, help: Text(sv: "Postorten.", en: "The post town."), absence: "Solna")

  static let command = Command.act(
    "init", abstract: Text(sv: "Skapa ett register.", en: "Make a register."),
    discussion: Text(
      sv: """
        Filen blir läsbar bara för dig. Bredvid den skapas registrets nyckel (.key), som aldrig lämnas ut, och dess \
        öppna del (.pub), som var och en kan kontrollera handlingar med.
        """,
      en: """
        The file is readable by you alone. Beside it stand the register's key (.key), never given to anyone, and its \
        public half (.pub), by which anyone can check documents.
        """),
    parameters: [organisation, name, contact, phone, email, street, postcode, city, address],
    examples: ["trygg init", "trygg --register ringar.db init --name \"Skatteverket\""]
  ) { session in
    var keeper = RegisterKeeper()
    let invocation = session.invocation
    if let number = invocation[organisation] { keeper.organisation = number }
    keeper.name = invocation[name] ?? keeper.name
    keeper.contact = invocation[contact] ?? keeper.contact
    keeper.phone = invocation[phone] ?? keeper.phone
    keeper.email = invocation[email] ?? keeper.email
    if let address = try session.address(street, postcode, city) { keeper.postalAddress = address.oneLine }
    keeper.address = invocation[address] ?? keeper.address
    _ = try Registry(
      creatingFile: session.registerPath, keptBy: keeper, parameters: try session.parameters(),
      actor: session.actorName, now: session.now)
    try session.answer(["register": .string(session.registerPath)]) {
      try session.print(
        session.say(sv: "Registret finns nu i ", en: "The register now stands in ") + session.registerPath)
      session.next("trygg import persons …", "trygg person add --help")
    }
  }
}
