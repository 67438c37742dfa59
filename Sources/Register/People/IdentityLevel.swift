/// How surely a person with a coordination number is identified (lag (2022:1697)).
public enum IdentityLevel: String, CaseIterable, Comparable, Sendable {
  case uncertain = "osäker"
  case probable = "sannolik"
  case proven = "styrkt"

  /// Orders the levels from the least sure.
  public static func < (left: IdentityLevel, right: IdentityLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .uncertain: 0
    case .probable: 1
    case .proven: 2
    }
  }
}
