import CommandLine
import Glibc
import Testing

/// What a stream learns from a real terminal.
@Suite(.serialized)
struct TerminalTests {
  @Test func theWidthIsTheEnvironmentsElseTheTerminalsElse80() throws {
    let terminal = try Terminal()
    #expect(terminal.stream([:]).terminalWidth == 80)
    terminal.resize(to: 132)
    #expect(terminal.stream([:]).terminalWidth == 132)
    #expect(terminal.stream(["COLUMNS": "61"]).terminalWidth == 61)
    #expect(terminal.stream(["COLUMNS": "wide"]).terminalWidth == 132)
    #expect(terminal.stream(["COLUMNS": "0"]).terminalWidth == 132)
  }

  @Test func aTerminalIsWrittenToAtOnce() throws {
    let terminal = try Terminal()
    let stream = terminal.stream([:])
    try stream.write("x".utf8)
    #expect(stream.collected == "")
    #expect(terminal.shown() == "x")
  }

  @Test func aHiddenLineIsNotShown() async throws {
    let terminal = try Terminal()
    let input = Input(descriptor: terminal.inside)
    async let line = input.line(hidden: true)
    while terminal.showsWhatIsTyped { await Task.yield() }
    terminal.type("secret\n")
    #expect(await line == "secret")
    #expect(terminal.shown() == "\r\n")
    #expect(terminal.showsWhatIsTyped)
  }

  /// A terminal of the system, with the end that a program sees and the end that a person sees.
  final class Terminal: Sendable {
    let inside: Int32
    private let outside: Int32

    /// `TIOCSPTLCK` and `TIOCGPTN`, macros that Swift does not import.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    init() throws {
      outside = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var locked: Int32 = 0
      var number: Int32 = 0
      try #require(ioctl(outside, Terminal.setLock, &locked) == 0)
      try #require(ioctl(outside, Terminal.getNumber, &number) == 0)
      inside = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
      try #require(inside >= 0)
    }

    deinit {
      close(inside)
      close(outside)
    }

    func stream(_ environment: [String: String]) -> Output.Stream {
      Output.Stream(descriptor: inside, environment: environment, capacity: 1 << 16)
    }

    var showsWhatIsTyped: Bool {
      var settings = termios()
      tcgetattr(inside, &settings)
      return settings.c_lflag & tcflag_t(ECHO) != 0
    }

    func resize(to width: UInt16) {
      var size = winsize(ws_row: 24, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
      _ = ioctl(inside, UInt(TIOCSWINSZ), &size)
    }

    func type(_ text: String) {
      _ = write(outside, text, text.utf8.count)
    }

    func shown() -> String {
      var bytes = [UInt8](repeating: 0, count: 100)
      let count = read(outside, &bytes, bytes.count)
      return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }
  }
}
