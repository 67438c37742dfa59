import CLibXML
import Identity

/// What one run of a stylesheet reads and reports, reached from C through the context of the run.
package final class StylesheetRun {
  let messages: MessageCatalogue
  let report = LibraryReport()

  package init(_ messages: MessageCatalogue) {
    self.messages = messages
  }
}

/// The functions that stylesheets have beside those of XSLT and EXSLT, in `urn:trygghetsregister:functions:1`.
///
/// | function | gives |
/// |---|---|
/// | `message(code, name, value, …)` | the text of a message with its facts filled in |
/// | `remedy(code, name, value, …)`, `source(code, name, value, …)` | its remedy and its source, empty when it has none |
/// | `date(day)` | `2028-01-24` as it is written in the language of the run |
/// | `amount(number)` | a whole number with its thousands apart |
/// | `percent(part, whole)` | the share truncated to two decimals |
/// | `qr(text)` | the text as a QR code: how many modules a side has, a space, and its dark modules as an SVG path |
///
/// The catalogue is thereby the same for command line, pages and documents, a run pays only for the messages it uses, and
/// a stylesheet needs no access to a file. An unknown code, a placeholder without a fact or a value that cannot be read
/// ends the run: a document is rendered right, or refused.
enum StylesheetFunctions {
  static let namespace = "urn:trygghetsregister:functions:1"

  static func register() {
    for name in ["message", "remedy", "source", "date", "amount", "percent", "qr"] {
      xsltRegisterExtModuleFunction(name, namespace, call)
    }
  }

  /// Known to C under every name; XPath tells which one was called.
  private static let call: xmlXPathFunction = { parser, count in
    guard let parser, let context = xsltXPathGetTransformContext(parser),
      let running = context.pointee._private, let called = parser.pointee.context.pointee.function
    else { return }
    let run = Unmanaged<StylesheetRun>.fromOpaque(running).takeUnretainedValue()
    let name = String(cString: called)
    var arguments: [String] = []
    for _ in 0..<count {
      guard let argument = xmlXPathPopString(parser) else { return }
      arguments.append(String(cString: argument))
      clibxml_free(argument)
    }
    switch evaluate(name, arguments.reversed(), run.messages) {
    case .success(let text): valuePush(parser, xmlXPathNewString(text))
    case .failure(let refusal):
      clibxml_stop_transform(context, "\(name)(): \(refusal.reason)")
      valuePush(parser, xmlXPathNewString(""))
    }
  }

  private struct Refusal: Error {
    let reason: String
  }

  private static func evaluate(
    _ name: String, _ arguments: [String], _ messages: MessageCatalogue
  ) -> Result<String, Refusal> {
    let language = messages.language
    let text: String?
    switch name {
    case "date" where arguments.count == 1:
      text = LocalDate(arguments[0]).map(language.date)
    case "amount" where arguments.count == 1:
      text = Int(arguments[0]).map(language.amount)
    case "percent" where arguments.count == 2:
      let numbers = arguments.compactMap(Int.init).filter { $0 >= 0 }
      text = numbers.count == 2 ? language.percent(numbers[0], of: numbers[1]) : nil
    case "qr" where arguments.count == 1:
      text = QRCode(arguments[0]).map { "\($0.side) \($0.path)" }
    case "message", "remedy", "source":
      return message(name, arguments, messages)
    default:
      text = nil
    }
    // The value itself may be personal and is not repeated.
    return text.map { .success($0) } ?? .failure(Refusal(reason: "unreadable value"))
  }

  private static func message(
    _ name: String, _ arguments: [String], _ messages: MessageCatalogue
  ) -> Result<String, Refusal> {
    guard let code = arguments.first, arguments.count % 2 == 1, let message = messages[code] else {
      return .failure(Refusal(reason: "unknown code \(arguments.first ?? "")"))
    }
    var facts: [String: String] = [:]
    for index in stride(from: 1, to: arguments.count, by: 2) {
      facts[arguments[index]] = arguments[index + 1]
    }
    let template: Message.Template? =
      switch name {
      case "message": message.text
      case "remedy": message.remedy
      default: message.source
      }
    guard let template else { return .success("") }
    let unfilled = template.placeholders.filter { facts[$0] == nil }
    guard unfilled.isEmpty else {
      return .failure(Refusal(reason: "no fact for \(code) {\(unfilled.joined(separator: "} {"))}"))
    }
    return .success(template.filled(with: facts))
  }
}
