import CommandLine
import Foundation
import Register

/// How results are printed.
enum Form: String, CaseIterable, Sendable {
  case text
  case json
}

/// The options that may stand anywhere on the line (contract, "The command").
enum Globals {
  static let register = Option.defaulting(
    "register", .file, to: "./trygghetsregister.db",
    help: Text(sv: "Registrets fil.", en: "The register's file."), environment: "TRYGG_REGISTER")

  static let now = Option.optional(
    "now", .moment,
    help: Text(
      sv: "Tidpunkten som kommandot tar för nu, i svensk tid om den saknar tidszon.",
      en: "The moment that the command takes for now, in Swedish time if it has no offset."),
    environment: "TRYGG_NOW", absence: Text(sv: "klockan", en: "the clock"))

  static let format = Option.defaulting(
    "format", .choice(Form.self), to: "text",
    help: Text(sv: "Text, eller ett JSON-dokument.", en: "Text, or one JSON document."))

  static let actor = Option.optional(
    "actor", .text,
    help: Text(
      sv: "Vem som handlar. Ett namn från \"user add\" har sin rolls rättigheter, andra namn är handläggare.",
      en: "Who acts. A name from \"user add\" has the rights of its role, any other name is a registrar."),
    environment: "TRYGG_ACTOR",
    absence: Text(sv: "operativsystemets användare", en: "the operating system's user"))

  static let legal = Option.optional(
    "legal", .existingFolder, help: Text(sv: "Mapp med lagdata.", en: "Folder with law data."),
    environment: "TRYGG_LEGAL", absence: Text(sv: "den medföljande", en: "the one shipped"))

  static let templates = Option.optional(
    "templates", .existingFolder,
    help: Text(
      sv: "Mapp med egna mallar; en mall som saknas där tas från de medföljande.",
      en: "Folder with templates of your own; one that it lacks is taken from those shipped."),
    environment: "TRYGG_TEMPLATES", absence: Text(sv: "de medföljande", en: "those shipped"))

  static let all: [any CommandParameter] = [register, now, format, actor, legal, templates]
}

/// Where the law data and templates stand that came with the program.
enum Shipped {
  /// The nearest folder above the program that holds `Legal/` and `Templates/`, else `../share/trygg`.
  static let folder: URL = {
    let program = (Bundle.main.executableURL ?? URL(fileURLWithPath: "/")).resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    while folder.path != "/" {
      let holdsBoth = ["Legal", "Templates"].allSatisfy {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
      }
      if holdsBoth { return folder }
      folder.deleteLastPathComponent()
    }
    return program.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "share/trygg")
  }()

  static func path(_ name: String) -> String {
    folder.appendingPathComponent(name).path
  }
}
