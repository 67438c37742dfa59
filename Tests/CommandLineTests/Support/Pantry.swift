import CommandLine

/// A small program that declares one of everything.
enum Pantry {
  struct Shelf: Equatable, Sendable {
    let number: Int
  }

  struct NoSuchShelf: Error, Equatable {
    let word: String
  }

  enum Format: String, CaseIterable { case text, json }
  enum Order: String, CaseIterable { case name, amount, arrival, shelf }

  static let store = Option.defaulting(
    "store", .file, to: "./skafferi.db", help: Text(sv: "Skafferiets fil.", en: "The file of the pantry."),
    environment: "PANTRY_STORE")
  static let format = Option.defaulting(
    "format", .choice(Format.self), to: "text",
    help: Text(sv: "Form för resultatet.", en: "Form of the result."), environment: "PANTRY_FORMAT")
  static let now = Option.optional(
    "now", .text, help: Text(sv: "Tidpunkten som gäller.", en: "The moment that counts."),
    absence: Text(sv: "klockan", en: "the clock"))

  static let name = Argument.required(
    Text(sv: "VARA", en: "ITEM"), .text, help: Text(sv: "Varans namn.", en: "Name of the item."))
  static let amount = Option.required(
    "amount", .integer, help: Text(sv: "Antal som kommer in.", en: "How many come in."),
    environment: "PANTRY_AMOUNT")
  static let shelf = Option.required(
    "shelf", .shelf,
    help: Text(
      sv: "Hyllan som varan ställs på; den översta är nummer ett och den nedersta nummer nio.",
      en: "The shelf that the item is put on; the topmost is number one and the lowest number nine."))
  static let tags = Option.repeated("tag", .text, help: Text(sv: "Märkning.", en: "A mark."))
  static let fresh = Option.flag("fresh", help: Text(sv: "Varan är färsk.", en: "The item is fresh."))
  static let order = Option.optional(
    "order", .choice(Order.self), help: Text(sv: "Ordning.", en: "The order."))
  static let stock = Option.optional("stock", .file, help: Text(sv: "Lista att läsa.", en: "A list to read."))
  static let names = Argument.repeated(
    Text(sv: "VARA", en: "ITEM"), .text, help: Text(sv: "Varornas namn.", en: "Names of the items."),
    required: true)
  static let target = Argument.optional(
    Text(sv: "HYLLA", en: "SHELF"), .shelf, help: Text(sv: "Ny hylla.", en: "The new shelf."),
    absence: Text(sv: "källaren", en: "the cellar"))

  static let program = Program(
    "pantry", version: "1.2",
    abstract: Text(sv: "Håll ordning på skafferiet.", en: "Keep the pantry in order."),
    languageVariable: "PANTRY_LANG", options: [store, format, now],
    examples: [Example("pantry item add Gröt --amount 3 --shelf 2", Text(sv: "Tre nya.", en: "Three new."))],
    commands: [item, empty],
    report: { error, context in
      context.output.note("\(context.path) \(context.parameter ?? "-") \(error)")
      return (error as? NoSuchShelf) == nil ? .software : .data
    })

  private static let item = Command(
    "item", abstract: Text(sv: "Hantera varor.", en: "Manage items."),
    subcommands: [
      Command(
        "add", abstract: Text(sv: "Ställ in en vara.", en: "Put an item in."),
        discussion: Text(
          sv: "En vara som redan finns får fler.\n\nEn ny vara får en egen plats på hyllan.",
          en: "An item that is there already becomes more.\n\nA new item has a place of its own on the shelf."
        ),
        parameters: [name, amount, shelf, tags, fresh],
        examples: [
          "pantry item add Gröt --amount 3 --shelf 2",
          Example(
            "pantry --store annat.db item add 'Blåbärssylt från i fjol' --amount 12 --shelf 1 --tag hemgjord",
            Text(sv: "I ett annat skafferi.", en: "In another pantry.")),
        ]
      ) { invocation in
        let marks = invocation[tags].joined(separator: ",")
        try invocation.output.print(
          "\(invocation[name]) \(invocation[amount]) \(invocation[shelf].number) [\(marks)] "
            + "\(invocation[fresh]) \(invocation[store]) \(invocation[now] ?? "-") \(invocation[format])")
        return .done
      },
      Command(
        "list", abstract: Text(sv: "Visa varor.", en: "Show items."), parameters: [order, stock]
      ) { invocation in
        try invocation.output.print(invocation[order].map { "by \($0)" } ?? "as they came")
        return .partial
      },
      Command(
        "move", abstract: Text(sv: "Flytta en vara.", en: "Move an item."), parameters: [name, target]
      ) { invocation in
        try invocation.output.print("\(invocation[name]) to \(invocation[target]?.number ?? 0)")
        return .done
      },
    ])

  private static let empty = Command(
    "empty", abstract: Text(sv: "Ät upp allt.", en: "Eat it all."), parameters: [names, fresh, order]
  ) { invocation in
    if invocation[fresh], invocation[order] != nil {
      throw UsageError.conflict(fresh.declaration, order.declaration)
    }
    try invocation.output.print(invocation[names].joined(separator: "+"))
    return .done
  }
}

extension Notation where Value == Pantry.Shelf {
  static var shelf: Notation {
    Notation(Text(sv: "HYLLA", en: "SHELF")) { word in
      guard let number = Int(word), (1...9).contains(number) else { throw Pantry.NoSuchShelf(word: word) }
      return Pantry.Shelf(number: number)
    }
  }
}

/// What a run wrote and how it ended.
struct Run: Equatable {
  var code: ExitCode
  var out: String
  var err: String

  init(_ arguments: [String], environment: [String: String] = [:], terminalWidth: Int? = nil) {
    let output = Output.collecting(terminalWidth: terminalWidth)
    self.code = Pantry.program.run(
      arguments, environment: environment, output: output, input: Input(descriptor: -1))
    self.out = output.standard.collected
    self.err = output.errors.collected
  }

  init(_ line: String, environment: [String: String] = [:], terminalWidth: Int? = nil) {
    self.init(
      line.split(separator: " ").map(String.init), environment: environment, terminalWidth: terminalWidth)
  }
}
