/// The sentences of one language, found by the code of the fact they tell.
///
/// ```xml
/// <messages xmlns="urn:trygghetsregister:messages:1" language="sv">
///   <group name="csv">
///     <message code="CHECK_DIGIT" remedy="Rätta numret.">Kontrollsiffran i {column} stämmer inte.</message>
///   </group>
/// </messages>
/// ```
public struct MessageCatalogue: Sendable {
  /// The namespace of the file.
  public static let namespace = "urn:trygghetsregister:messages:1"

  /// The language of the sentences, and of the dates and numbers among their facts.
  public let language: Language
  private var messages: [String: Message] = [:]

  /// Makes a catalogue without messages.
  public init(language: Language) {
    self.language = language
  }

  /// Reads a catalogue.
  ///
  /// - Throws: a fault with file and line, also for a code that stands there twice.
  public init(parsing bytes: [UInt8], file: String) throws(XMLFault) {
    let root = try MarkupElement(parsing: bytes, file: file)
    guard root.name == "messages", root.namespace == MessageCatalogue.namespace else {
      throw root.fault(.elementUnknown, ["known": "messages"])
    }
    try root.allowOnly(attributes: ["language"], children: ["group", "message"])
    self.language = try root.required("language", Language.init(rawValue:))
    for entry in root.children {
      guard entry.name == "group" else {
        try add(entry)
        continue
      }
      try entry.allowOnly(attributes: ["name"], children: ["message"])
      for message in entry.children { try add(message) }
    }
  }

  /// The message of a code.
  public subscript(code: String) -> Message? { messages[code] }

  /// All codes, in no order.
  public var codes: some Collection<String> { messages.keys }

  /// The sentence of a code with its facts; without a message, the code and the facts themselves.
  public func text(_ code: String, _ facts: [String: String] = [:]) -> String {
    guard let message = messages[code] else {
      let details = facts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return details.isEmpty ? code : "\(code) (\(details.joined(separator: ", ")))"
    }
    return message.text.filled(with: facts)
  }

  /// The law or decision behind a message.
  public func source(_ code: String, _ facts: [String: String] = [:]) -> String? {
    messages[code]?.source?.filled(with: facts)
  }

  /// What the reader of a message can do.
  public func remedy(_ code: String, _ facts: [String: String] = [:]) -> String? {
    messages[code]?.remedy?.filled(with: facts)
  }

  /// The placeholders of a code that a set of facts leaves unfilled, for tests.
  public func unfilled(_ code: String, facts: some Collection<String>) -> Set<String> {
    guard let message = messages[code] else { return [] }
    return message.placeholders.subtracting(facts)
  }

  /// The codes that the other language lacks, or whose placeholders differ there, for tests; sorted.
  public func disagreements(with other: MessageCatalogue) -> [String] {
    Set(messages.keys).union(other.messages.keys)
      .filter { messages[$0]?.placeholders != other.messages[$0]?.placeholders }
      .sorted()
  }

  private mutating func add(_ element: MarkupElement) throws(XMLFault) {
    try element.allowOnly(attributes: ["code", "source", "remedy"])
    let code = try element.required("code")
    let message = Message(
      text: Message.Template(element.text), source: element["source"].map(Message.Template.init),
      remedy: element["remedy"].map(Message.Template.init))
    guard messages.updateValue(message, forKey: code) == nil else {
      throw element.fault(.messageDuplicate, ["code": code])
    }
  }
}

extension Message {
  fileprivate var placeholders: Set<String> {
    Set([text, source, remedy].compactMap { $0?.placeholders }.joined())
  }
}
