import HTTP

extension Request {
  /// The path that was asked for with its query, in which a name has another value, or none.
  func address(with name: String, _ value: String?) -> String {
    let fields = query.all.filter { $0.name != name } + (value.map { [Fields.Field(name, $0)] } ?? [])
    guard !fields.isEmpty else { return path }
    return "\(path)?"
      + fields.map { "\($0.name.percentCoded)=\($0.value.percentCoded)" }.joined(separator: "&")
  }
}
