import CommandLine
import Operations

enum KeyCommands {
  static let group = Command(
    "key", abstract: Text(sv: "Nycklarna som förseglar handlingar.", en: "The keys that seal documents."),
    subcommands: [list, replace])

  private static let list = Command.act(
    "list", abstract: Text(sv: "Visa de öppna nycklarna.", en: "Show the public keys."),
    examples: ["trygg key list"]
  ) { session in
    let keys = try session.registry().listKeys()
    try session.answer(["keys": .array(keys.map(\.json))]) {
      var table = Table([
        .text(session.say(sv: "Öppen nyckel", en: "Public key")), .text(session.say(sv: "Från", en: "Since")),
        .text(session.say(sv: "I bruk", en: "In use")),
      ])
      for key in keys {
        table.append([
          key.publicKey, "\(key.since)", key.isInUse ? session.say(sv: "ja", en: "yes") : "",
        ])
      }
      try session.invocation.output.print(table)
    }
  }

  private static let reason = Option.required(
    "reason", .text, help: Text(sv: "Skälet.", en: "The reason."))

  private static let replace = Command.act(
    "replace",
    abstract: Text(sv: "Byt nyckel att försegla med.", en: "Put a new key in place to seal with."),
    discussion: Text(
      sv: """
        Den gamla nyckeln förstörs. Det som den har förseglat är äkta som förut: dess öppna del står kvar i registret \
        och i filen .pub, som bör lämnas på nytt till dem som kontrollerar handlingar utan registret.
        """,
      en: """
        The old key is destroyed. What it sealed stays genuine: its public half stays in the register and in the file \
        .pub, which should be given anew to those who check documents without the register.
        """),
    parameters: [reason], examples: ["trygg key replace --reason \"årligt byte\""]
  ) { session in
    let key = try session.registry().replaceKey(reason: session.invocation[reason])
    try session.answer(key.json) {
      try session.print(session.say(sv: "Ny öppen nyckel: ", en: "New public key: ") + key.publicKey)
    }
  }
}

extension SealKeyRecord {
  fileprivate var json: JSON {
    ["key": .string(publicKey), "since": .string("\(since)"), "inUse": .bool(isInUse)]
  }
}
