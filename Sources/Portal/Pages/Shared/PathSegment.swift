import Foundation

extension String {
  /// The text as one segment of a path.
  var asPathSegment: String {
    addingPercentEncoding(withAllowedCharacters: PathSegment.allowed) ?? ""
  }
}

private enum PathSegment {
  static let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "/;"))
}
