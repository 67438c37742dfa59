extension Unicode.Scalar {
  /// Whether it can stand in one line of text that people read.
  ///
  /// Format characters are left out with the control characters: they can turn the order of what is read. The two that only
  /// join letters, or keep them apart, are part of how Persian is spelt and emoji are put together.
  public var standsInLine: Bool {
    if self == "\u{200C}" || self == "\u{200D}" { return true }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
    default: true
    }
  }
}
