/// A path in which `{name}` stands for one segment, whatever it is.
struct PathPattern: Hashable, Sendable {
  let text: String
  private let parts: [Part]

  private enum Part: Hashable {
    case literal(String)
    case parameter(String)
  }

  init(_ text: String) {
    self.text = text
    parts = text.split(separator: "/").map { part in
      part.hasPrefix("{") && part.hasSuffix("}")
        ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
    }
  }

  /// The parameters of a path that matches, or nothing.
  func match(_ segments: [String]) -> [String: String]? {
    guard segments.count == parts.count else { return nil }
    var parameters: [String: String] = [:]
    for (part, segment) in zip(parts, segments) {
      switch part {
      case .literal(let literal): guard literal == segment else { return nil }
      case .parameter(let name): parameters[name] = segment
      }
    }
    return parameters
  }
}
