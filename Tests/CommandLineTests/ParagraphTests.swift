import Testing

@testable import CommandLine

@Suite struct ParagraphTests {
  private let text = "– Ringen kan inte registreras (5\u{A0}§)."

  @Test func aTerminalGetsLinesThatEndBetweenWords() throws {
    let output = Output.collecting(terminalWidth: 24)
    try output.print(paragraph: text, indent: 2)
    output.note(paragraph: text)
    #expect(output.standard.collected == "– Ringen kan inte\n  registreras (5 §).\n")
    #expect(output.errors.collected == "– Ringen kan inte\nregistreras (5 §).\n")
  }

  @Test func aFileGetsOneLineAsItIs() throws {
    let output = Output.collecting()
    try output.print(paragraph: text, indent: 2)
    #expect(output.standard.collected == text + "\n")
  }
}
