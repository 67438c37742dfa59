import Synchronization

/// How far long work has come, on a terminal and nowhere else.
///
/// Drawn on standard error at most every tenth of a second, and gone when the work ends. Threads may share it.
public final class ProgressBar: Sendable {
  private struct State {
    var count = 0
    var drawn: ContinuousClock.Instant
    var isShown = false
  }

  private let label: String
  private let total: Int?
  private let language: Language
  private let errors: Output.Stream
  private let now: @Sendable () -> ContinuousClock.Instant
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  private static let pause = Duration.milliseconds(100)

  /// Starts a bar for a number of steps, or a mere count when the number is not known.
  public init(
    _ label: String, total: Int?, output: Output, language: Language,
    now: @escaping @Sendable () -> ContinuousClock.Instant
  ) {
    self.label = label.printable
    self.total = total
    self.language = language
    self.errors = output.errors
    self.now = now
    self.start = now()
    self.state = Mutex(State(drawn: start))
  }

  /// Notes that more steps are done.
  public func advance(by steps: Int = 1) {
    guard let width = errors.terminalWidth else { return }
    state.withLock { state in
      state.count += steps
      let moment = now()
      guard moment - state.drawn >= ProgressBar.pause else { return }
      state.drawn = moment
      state.isShown = true
      // The last column stays free: some terminals start a new line when it is filled.
      let line = line(count: state.count, elapsed: moment - start, width: width - 1)
      try? errors.write(("\r" + line + "\u{1B}[K").utf8)
    }
  }

  /// Takes the bar away, so that what is written next starts on a clean line.
  public func finish() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      try? errors.write("\r\u{1B}[K".utf8)
    }
  }

  /// The line for a count after some time, no wider than `width`.
  func line(count: Int, elapsed: Duration, width: Int) -> String {
    let seconds = elapsed / .seconds(1)
    let rate = seconds > 0 ? Double(count) / seconds : 0
    var facts = [grouped(count) + (total.map { "/" + grouped($0) } ?? ""), grouped(Int(rate)) + "/s"]
    guard let total, total > 0 else { return ([label] + facts).joined(separator: "  ").shortened(to: width) }
    let done = min(count, total)
    facts.insert(String(done * 100 / total).padded(to: 3, onTheLeft: true) + "\u{A0}%", at: 0)
    if rate > 0 { facts.append(Wording.timeLeft(clock(seconds: Double(total - done) / rate))[language]) }
    let text = facts.joined(separator: "  ")
    let room = min(30, width - label.displayWidth - text.displayWidth - 4)
    guard room >= 5 else { return (label + "  " + text).shortened(to: width) }
    let filled = done * room / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
    return label + "  " + bar + "  " + text
  }

  /// The number in groups of three, as both languages' style guides allow.
  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
      digits.enumerated().flatMap { index, digit -> [Character] in
        index > 0 && (digits.count - index).isMultiple(of: 3) ? ["\u{A0}", digit] : [digit]
      })
  }

  /// Hours, minutes and seconds, at most 99 hours.
  private func clock(seconds: Double) -> String {
    let seconds = Int(min(seconds, 99 * 3600))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let minutes = seconds / 60 % 60
    return seconds < 3600
      ? "\(minutes):\(two(seconds % 60))" : "\(seconds / 3600):\(two(minutes)):\(two(seconds % 60))"
  }
}
