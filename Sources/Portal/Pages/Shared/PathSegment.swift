import Foundation

extension String {
  /// The text as one segment of a path.
  var asPathSegment: String {
    addingPercentEncoding(withAllowedCharacters: PathSegment.allowed) ?? ""
  }

  /// The text as it may stand in a query.
  var inQuery: String {
    addingPercentEncoding(
      withAllowedCharacters: .alphanumerics.intersection(CharacterSet(charactersIn: "!"..."~"))) ?? ""
  }
}

private enum PathSegment {
  static let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "/;"))
}
