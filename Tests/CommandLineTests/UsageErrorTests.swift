import CommandLine
import Testing

@testable import struct CommandLine.Declaration
@testable import enum CommandLine.Suggestion
@testable import enum CommandLine.Wording

/// What a wrong command line is answered, to the letter.
struct UsageErrorTests {
  @Test(arguments: [
    ("itm", "Okänt kommando 'itm'. Menade du 'item'?", "Unknown command 'itm'. Did you mean 'item'?"),
    ("zzz", "Okänt kommando 'zzz'.", "Unknown command 'zzz'."),
    (
      "item lst", "'item' har inget kommando 'lst'. Menade du 'list'?",
      "'item' has no command 'lst'. Did you mean 'list'?"
    ),
    (
      "item", "'item' ska följas av ett av sina kommandon.", "'item' must be followed by one of its commands."
    ),
    (
      "item list --ordre name", "Okänd flagga '--ordre'. Menade du '--order'?",
      "Unknown option '--ordre'. Did you mean '--order'?"
    ),
    (
      "item list -order name", "Okänd flagga '-order'. Menade du '--order'?",
      "Unknown option '-order'. Did you mean '--order'?"
    ),
    ("item list --zzz", "Okänd flagga '--zzz'.", "Unknown option '--zzz'."),
    (
      "item list --order", "'--order' saknar sitt värde VAL.", "'--order' lacks its value CHOICE."
    ),
    (
      "item list --format --order name", "'--format' saknar sitt värde text|json.",
      "'--format' lacks its value text|json."
    ),
    ("empty a --fresh=yes", "'--fresh' tar inget värde.", "'--fresh' takes no value."),
    (
      "item list --order name --order name", "'--order' är angiven två gånger.", "'--order' is given twice."
    ),
    ("item move a 1 b", "'b' är ett argument för mycket.", "'b' is one argument too many."),
    ("empty", "VARA måste anges.", "ITEM must be given."),
    (
      "item add --fresh", "VARA, '--amount HELTAL' och '--shelf HYLLA' måste anges.",
      "ITEM, '--amount NUMBER' and '--shelf SHELF' must be given."
    ),
    (
      "item list --order nam",
      "'nam' är inget värde för '--order'. Välj bland name, amount, arrival och shelf. "
        + "Menade du 'name'?",
      "'nam' is no value of '--order'. Choose among name, amount, arrival and shelf. Did you mean 'name'?"
    ),
    (
      "item add a --amount two --shelf 1", "'two' är inget värde för '--amount', som tar ett heltal.",
      "'two' is no value of '--amount', which takes a whole number."
    ),
    (
      "empty a --fresh --order name", "'--fresh' och '--order' utesluter varandra.",
      "'--fresh' and '--order' exclude each other."
    ),
    ("--version=1", "'--version' tar inget värde.", "'--version' takes no value."),
    ("help itm", "Okänt kommando 'itm'. Menade du 'item'?", "Unknown command 'itm'. Did you mean 'item'?"),
  ])
  func theMessageIsTheFirstLine(line: String, swedish: String, english: String) {
    // Wide enough for every message to stand on one line.
    let sv = Run("--lang sv " + line, terminalWidth: 200)
    #expect(sv.err.split(separator: "\n").first ?? "" == "Fel: " + swedish)
    #expect(sv.out == "")
    #expect(sv.code == (swedish.contains("inget värde för") ? .data : .usage))
    let en = Run(
      line + (line.hasSuffix("--order") ? "" : " --lang en"), environment: ["LANG": "en"], terminalWidth: 200)
    #expect(en.err.split(separator: "\n").first ?? "" == "Error: " + english)
  }

  @Test func theWholeAnswerShowsTheParameterTheUsageAndWhereToReadMore() {
    #expect(
      Run("item list --ordre name").err == """
        Fel: Okänd flagga '--ordre'. Menade du '--order'?
          --order VAL  Ordning. (något av name, amount, arrival, shelf)
        Användning: pantry item list [--order VAL] [--stock FIL]
        Se 'pantry item list --help'.

        """)
    #expect(
      Run("item add --lang en").err == """
        Error: ITEM, '--amount NUMBER' and '--shelf SHELF' must be given.
          ITEM             Name of the item.
          --amount NUMBER  How many come in. (required; environment: PANTRY_AMOUNT)
          --shelf SHELF    The shelf that the item is put on; the topmost is number one
                           and the lowest number nine. (required)
        Usage: pantry item add ITEM --amount NUMBER --shelf SHELF [--tag TEXT]…
                 [--fresh]
        See 'pantry item add --help'.

        """)
    #expect(
      Run("item lst --help-me").err == """
        Fel: 'item' har inget kommando 'lst'. Menade du 'list'?
          list  Visa varor.
        Användning: pantry item KOMMANDO
        Se 'pantry item --help'.

        """)
  }

  @Test func aValueFromTheEnvironmentIsBlamedOnItsVariable() {
    let run = Run("item list --lang en", environment: ["PANTRY_FORMAT": "jsn"])
    #expect(
      run.err.hasPrefix(
        "Error: 'jsn' is no value of 'PANTRY_FORMAT'. Choose among text and json. Did you\nmean 'json'?\n"))
  }

  @Test(arguments: [
    ("item move a 1 19850709-1234", "********-****"),
    ("8507091234", "**********"),
    ("item list --order 850709", "******"),
    ("item list a\u{1B}[31m", "a\u{FFFD}[31m"),
    ("empty\u{202E}", "empty\u{FFFD}"),
  ])
  func aWordIsNeverRepeatedRaw(line: String, shown: String) {
    let run = Run(line)
    #expect(run.err.hasPrefix("Fel: "))
    #expect(run.err.contains("'\(shown)'"))
  }

  @Test func helpCountsWhateverElseIsWrong() {
    #expect(Run("item list --zzz 1 2 --help") == Run("item list --help"))
    #expect(Run("item lst add -h") == Run("item --help"))
  }

  @Test(arguments: [
    ("", "", 0), ("add", "add", 0), ("add", "", 3), ("ad", "add", 1), ("dad", "add", 1), ("lsit", "list", 1),
    ("visa", "lista", 2), ("år", "ar", 1),
  ])
  func editsAreCounted(left: String, right: String, distance: Int) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(Suggestion.editDistance(left, right) == distance)
    #expect(Suggestion.editDistance(right, left) == distance)
  }

  @Test(arguments: [
    ("reg", "register"), ("registr", "register"), ("ADD", "add"), ("dd", "add"), ("refsue", "refuse"),
    ("x", nil),
    ("shows", "show"), ("", nil), ("completely", nil),
  ])
  func theNearestWordIsMeant(word: String, meant: String?) {
    #expect(Suggestion.closest(to: word, among: ["add", "register", "refuse", "show"]) == meant)
  }
}
