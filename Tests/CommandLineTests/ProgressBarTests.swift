import CommandLine
import Synchronization
import Testing

@testable import class CommandLine.ProgressBar

/// A progress bar with a clock that the test turns.
struct ProgressBarTests {
  final class Clock: Sendable {
    private let time = Mutex(ContinuousClock.now)
    var now: ContinuousClock.Instant { time.withLock { $0 } }
    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
  }

  let clock = Clock()

  private func bar(_ output: Output, total: Int?, _ language: Language = .sv) -> ProgressBar {
    ProgressBar("Räknar", total: total, output: output, language: language) { [clock] in clock.now }
  }

  @Test func itIsDrawnAtMostEveryTenthOfASecond() {
    let output = Output.collecting(terminalWidth: 80)
    let bar = bar(output, total: 1000)
    for _ in 0..<500 {
      bar.advance()
      clock.pass(.milliseconds(1))
    }
    #expect(output.errors.collected.count { $0 == "\r" } == 4)
    bar.finish()
    bar.finish()
    #expect(output.errors.collected.hasSuffix("\r\u{1B}[K"))
    #expect(output.errors.collected.count { $0 == "\r" } == 5)
    #expect(output.standard.collected == "")
  }

  @Test func itIsSilentWithoutATerminalAndInAMoment() {
    let silent = Output.collecting()
    let shown = Output.collecting(terminalWidth: 80)
    for bar in [bar(silent, total: 10), bar(shown, total: 10)] {
      bar.advance(by: 5)
      bar.finish()
    }
    let bar = bar(silent, total: 10)
    clock.pass(.seconds(1))
    bar.advance()
    #expect(silent.errors.collected == "")
    #expect(shown.errors.collected == "")
  }

  @Test(arguments: [
    (0, 1, 79, "Räknar  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░    0 %  0/10 000  0/s"),
    (2500, 10, 79, "Räknar  ███████░░░░░░░░░░░░░░░░░░░░░░░   25 %  2 500/10 000  250/s  0:30 kvar"),
    (1, 2, 60, "Räknar  ░░░░░░░░░░░░░░░░    0 %  1/10 000  0/s  5:33:18 kvar"),
    (10_000, 10, 50, "Räknar  100 %  10 000/10 000  1 000/s  0:00 kvar"),
    (2500, 10, 30, "Räknar   25 %  2 500/10 000  …"),
  ])
  func theLineTellsHowFarAndHowLong(count: Int, seconds: Int, width: Int, line: String) {
    let bar = bar(Output.collecting(), total: 10_000)
    let shown = bar.line(count: count, elapsed: .seconds(seconds), width: width)
    #expect(shown.replacing("\u{A0}", with: " ") == line)
    #expect(shown.count <= width)
  }

  @Test func anUnknownTotalIsACount() {
    let bar = bar(Output.collecting(), total: nil, .en)
    #expect(bar.line(count: 12, elapsed: .seconds(2), width: 79) == "Räknar  12  6/s")
  }
}
