/// An element of a parsed document with everything in it, as an immutable value.
///
/// Comments and processing instructions are left out. White space is kept.
public struct MarkupElement: Sendable {
  /// An attribute; the order of the source is kept.
  public struct Attribute: Hashable, Sendable {
    /// The name without a prefix.
    public let name: String
    /// The namespace name, empty for none.
    public let namespace: String
    /// The value as the parser normalised it.
    public let value: String
  }

  /// What an element holds, in order.
  public enum Node: Sendable {
    /// An element.
    case element(MarkupElement)
    /// A run of text, never empty and never beside another.
    case text(String)
  }

  /// The name without a prefix.
  public let name: String
  /// The namespace name, empty for none.
  public let namespace: String
  /// The attributes in the order of the source, namespace declarations left out.
  public let attributes: [Attribute]
  /// The elements and texts in order.
  public let nodes: [Node]
  /// The file as the caller named it.
  public let file: String
  /// The line where the start tag ends.
  public let line: Int

  /// The elements directly within, in order.
  public var children: [MarkupElement] {
    nodes.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The elements directly within that have a name, in order.
  public func children(named name: String) -> [MarkupElement] {
    nodes.compactMap { if case .element(let child) = $0, child.name == name { child } else { nil } }
  }

  /// The first element directly within that has a name.
  public func child(named name: String) -> MarkupElement? {
    for case .element(let child) in nodes where child.name == name { return child }
    return nil
  }

  /// All text within, however deep, in order.
  public var text: String {
    if case .text(let only)? = nodes.first, nodes.count == 1 { return only }
    return nodes.reduce(into: "") { text, node in
      switch node {
      case .element(let child): text += child.text
      case .text(let run): text += run
      }
    }
  }

  /// The value of an attribute without a namespace.
  public subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute && $0.namespace.isEmpty }?.value
  }
}

extension MarkupElement {
  /// The first element directly within that has a name; a fault at this element when there is none.
  public func required(child name: String) throws(XMLFault) -> MarkupElement {
    guard let child = child(named: name) else {
      throw fault(.elementMissing, ["child": name])
    }
    return child
  }

  /// The value of an attribute; a fault at this element when it is not there.
  public func required(_ attribute: String) throws(XMLFault) -> String {
    guard let value = self[attribute] else {
      throw fault(.attributeMissing, ["attribute": attribute])
    }
    return value
  }

  /// The value of a required attribute as something, such as `try element.required("from", LocalDate.init)`.
  public func required<Value>(
    _ attribute: String, _ read: (String) -> Value?
  ) throws(XMLFault) -> Value {
    try interpreted(try required(attribute), of: attribute, read)
  }

  /// The value of an attribute as something, or nothing when it is not there.
  public func optional<Value>(
    _ attribute: String, _ read: (String) -> Value?
  ) throws(XMLFault) -> Value? {
    guard let value = self[attribute] else { return nil }
    return try interpreted(value, of: attribute, read)
  }

  /// Refuses every attribute and child that a reader does not know, so that a misspelt one is not passed over.
  public func allowOnly(attributes known: [String], children: [String] = []) throws(XMLFault) {
    for attribute in attributes where attribute.namespace.isEmpty && !known.contains(attribute.name) {
      throw fault(.attributeUnknown, ["attribute": attribute.name, "known": known.joined(separator: " ")])
    }
    for case .element(let child) in nodes where !children.contains(child.name) {
      throw child.fault(.elementUnknown, ["known": children.joined(separator: " ")])
    }
  }

  /// A fault at this element, with its name among the facts.
  public func fault(_ code: XMLFault.Code, _ facts: [String: String] = [:]) -> XMLFault {
    XMLFault(code, file: file, line: line, facts: facts.merging(["element": name]) { given, _ in given })
  }

  private func interpreted<Value>(
    _ value: String, of attribute: String, _ read: (String) -> Value?
  ) throws(XMLFault) -> Value {
    guard let result = read(value) else {
      throw fault(.attributeValue, ["attribute": attribute, "value": value])
    }
    return result
  }
}
