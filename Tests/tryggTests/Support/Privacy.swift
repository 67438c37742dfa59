import Testing

extension TryggProgram.Run {
  /// Expects an exit code and certain words in what is printed, and no identity number anywhere.
  func expect(
    _ code: Int32, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.code == code, "\(out)\(err)", sourceLocation: sourceLocation)
    let text = (out + err).replacing("\u{A0}", with: " ")
    for word in words {
      #expect(text.contains(word), "no “\(word)” in: \(text)", sourceLocation: sourceLocation)
    }
    #expect(identityNumbers.isEmpty, sourceLocation: sourceLocation)
  }

  /// What looks like an identity number in the output: ten or twelve digits, perhaps with a sign before the last four.
  ///
  /// The digests of the log are runs of hexadecimal digits and so no numbers.
  var identityNumbers: [String] {
    (out + "\n" + err).matches(of: #/[0-9A-Fa-f][-+0-9A-Fa-f]*/#).map { String($0.output) }
      .filter { $0.wholeMatch(of: #/([0-9]{2})?[0-9]{6}[-+]?[0-9]{4}/#) != nil }
  }
}
