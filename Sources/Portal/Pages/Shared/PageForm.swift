import Documents
import HTTP
import Register

/// A form with what was typed into it and what is wrong.
struct PageForm {
  /// One field.
  struct Field {
    /// How a field is filled in.
    enum Kind {
      case input(String)
      case paragraph
      case hidden
      case choice(String, [(value: String, label: String)])
    }

    let name: String
    let kind: Kind
    var values: [String] = []
    var isRequired = true
    /// Whether its hint says when it is needed, so that it must not be called optional.
    var isConditional = false
    var hint: String?
    /// Further attributes of an input: `autocomplete`, `inputmode`, `min`, `max`, `accept`, and the class `short`.
    var attributes: [String: String] = [:]
  }

  /// By which the wording of its button is known.
  let name: String

  /// Where it is sent.
  let action: String

  var fields: [Field]
  private(set) var errors: [String: String] = [:]
  private(set) var general: [String] = []

  init(_ name: String, to action: String, _ fields: [Field]) {
    (self.name, self.action, self.fields) = (name, action, fields)
  }

  /// The form with what a visit has typed.
  func filled(by visit: Visit) -> PageForm {
    var form = self
    for index in form.fields.indices {
      let typed = visit.request.form.fields.values(form.fields[index].name)
      if !typed.isEmpty { form.fields[index].values = typed }
    }
    return form
  }

  /// Says which fields have been left empty that must not be, and tells whether there are any.
  mutating func lacks(in visit: Visit) -> Bool {
    for field in fields where field.isRequired && errors[field.name] == nil {
      if case .hidden = field.kind { continue }
      guard visit.field(field.name) == nil, visit.request.form.files[field.name] == nil else { continue }
      refuse(visit.sentence(Refusal(.valueMissing)), at: field.name)
    }
    return isWrong
  }

  /// Says what is wrong, beside the field that it is about.
  mutating func refuse(_ sentence: String, at field: String?) {
    if let field, fields.contains(where: { $0.name == field }) {
      errors[field] = errors[field] ?? sentence
    } else {
      general.append(sentence)
    }
  }

  /// Says what the rules refuse; an error of another kind is thrown on.
  mutating func refuse(_ error: any Error, in visit: Visit, naming names: [String: String] = [:]) throws {
    let refusals: [Refusal]
    switch error {
    case let refusal as Refusal: refusals = [refusal]
    case let several as Refusals: refusals = several.all
    default: throw error
    }
    for refusal in refusals {
      refuse(visit.sentence(refusal), at: refusal.column.map { names[$0] ?? $0 })
    }
  }

  var isWrong: Bool { !errors.isEmpty || !general.isEmpty }

  /// Writes the form into a page.
  func write(to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element("form", ["name": name, "action": action, "wrong": isWrong ? "true" : nil]) {
      writer throws(XMLFault) in
      for sentence in general { try writer.element("error", text: sentence) }
      for field in fields { try write(field, to: &writer) }
    }
  }

  private func write(_ field: Field, to writer: inout XMLWriter) throws(XMLFault) {
    let (kind, options): (String, [(value: String, label: String)]) =
      switch field.kind {
      case .input(let type): (type, [])
      case .paragraph: ("paragraph", [])
      case .hidden: ("hidden", [])
      case .choice(let kind, let options): (kind, options)
      }
    let extra = field.attributes
    try writer.element(
      "field",
      [
        "name": field.name, "id": "\(name)-\(field.name)", "kind": kind,
        "value": options.isEmpty ? field.values.first ?? "" : nil,
        "required": field.isRequired ? "true" : nil, "conditional": field.isConditional ? "true" : nil,
        "hint": field.hint,
        "autocomplete": extra["autocomplete"], "inputmode": extra["inputmode"], "min": extra["min"],
        "max": extra["max"], "accept": extra["accept"], "short": extra["short"],
      ]
    ) { writer throws(XMLFault) in
      if let error = errors[field.name] { try writer.element("error", text: error) }
      for option in options {
        try writer.element(
          "option",
          ["value": option.value, "selected": field.values.contains(option.value) ? "true" : nil],
          text: option.label)
      }
    }
  }
}
