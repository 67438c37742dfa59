import CommandLine
import Foundation
import Testing

/// Streams to real files and pipes.
struct OutputTests {
  @Test func aReaderThatHasGoneIsNoFault() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let output = Output(
      standard: .init(descriptor: pipe.fileHandleForWriting.fileDescriptor, environment: [:], capacity: 0),
      errors: Output.collecting().errors)
    #expect(throws: Output.Failure.closed) { try output.print("x") }
    #expect(throws: Output.Failure.closed) { try output.standard.flush() }
    #expect(run(["item", "list"], output) == .done)
    #expect(output.errors.collected == "")
  }

  @Test func aFullDiskIsAnError() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let output = Output(
      standard: .init(descriptor: full.fileDescriptor, environment: [:], capacity: 1 << 16),
      errors: Output.collecting().errors)
    #expect(run(["item", "list"], output) == .ioError)
    #expect(output.errors.collected == "Fel: Utdata kunde inte skrivas: No space left on device.\n")
  }

  @Test func bytesGatherUntilTheCapacityIsReached() throws {
    let pipe = Pipe()
    let stream = Output.Stream(
      descriptor: pipe.fileHandleForWriting.fileDescriptor, environment: ["COLUMNS": "40"], capacity: 4)
    #expect(stream.terminalWidth == nil)
    #expect(stream.usualWidth == 80)
    try stream.write("abcd".utf8)
    #expect(stream.collected == "abcd")
    try stream.write("e".utf8)
    #expect(stream.collected == "")
    try stream.write("f".utf8)
    try stream.flush()
    #expect(pipe.fileHandleForReading.availableData == Data("abcdef".utf8))
  }

  @Test func aLineIsReadAndNothingAfterIt() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("hemligt å\r\nnästa\n\nsist".utf8))
    try pipe.fileHandleForWriting.close()
    let input = Input(descriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(input.line(hidden: true) == "hemligt å")
    #expect(input.line() == "nästa")
    #expect(input.line() == "")
    #expect(input.line() == "sist")
    #expect(input.line() == nil)
  }

  @Test func aLineTooLongOrNotUTF8IsRefused() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data([0xFF, 0x0A] + Array("12345\n".utf8)))
    let input = Input(descriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(input.line() == nil)
    #expect(input.line(limit: 4) == nil)
  }

  private func run(_ arguments: [String], _ output: Output) -> ExitCode {
    Pantry.program.run(arguments, environment: [:], output: output, input: Input(descriptor: -1))
  }
}
