extension Unicode.Scalar {
  /// Whether it can stand in one line of text that people read.
  ///
  /// Format characters are left out with the control characters: they can turn the order of what is read.
  public var standsInLine: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
    default: true
    }
  }
}
