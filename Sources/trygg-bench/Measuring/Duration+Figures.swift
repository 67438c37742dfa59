extension Duration {
  var inSeconds: Double { self / .seconds(1) }
  var inMilliseconds: Double { self / .milliseconds(1) }

  /// How long a body takes.
  static func of(_ body: () throws -> Void) rethrows -> Duration {
    try ContinuousClock().measure(body)
  }
}

extension [Duration] {
  /// The middle one, of which half are longer.
  var median: Duration { sorted()[count / 2] }
}
