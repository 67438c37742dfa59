import CommandLine

/// A progress bar that begins with the first step, when the work has told how many there are.
final class LateProgress {
  private let label: String
  private let invocation: Invocation
  private var bar: ProgressBar?

  init(label: String, invocation: Invocation) {
    self.label = label
    self.invocation = invocation
  }

  /// Notes that more steps of so many are done.
  func advance(_ steps: Int, _ total: Int?) {
    let bar =
      self.bar
      ?? ProgressBar(
        label, total: total, output: invocation.output, language: invocation.language,
        now: { ContinuousClock.now })
    self.bar = bar
    bar.advance(by: steps)
  }

  /// Takes the bar away.
  func finish() {
    bar?.finish()
  }
}
