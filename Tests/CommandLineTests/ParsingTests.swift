import CommandLine
import Testing

/// Which command lines mean the same, and what they mean.
struct ParsingTests {
  @Test(arguments: [
    "item add Gröt --amount 3 --shelf 2",
    "item add --amount=3 --shelf=2 Gröt",
    "item add --shelf 2 --amount 3 -- Gröt",
    "--store ./skafferi.db item add Gröt --amount 3 --shelf 2",
    "item --store ./skafferi.db add Gröt --amount 3 --shelf 2",
    "item add Gröt --amount 3 --shelf 2 --store=./skafferi.db --format text --lang en",
  ])
  func optionsMayStandAnywhere(line: String) {
    #expect(Run(line) == Run("item add Gröt --amount 3 --shelf 2"))
    #expect(Run(line).out == "Gröt 3 2 [] false ./skafferi.db - text\n")
  }

  @Test(arguments: [
    ("item add G --amount -3 --shelf 2", "G -3 2 [] false ./skafferi.db - text\n"),
    ("item add - --amount 3 --shelf 2", "- 3 2 [] false ./skafferi.db - text\n"),
    ("item add --amount 3 --shelf 2 -- --fresh", "--fresh 3 2 [] false ./skafferi.db - text\n"),
    (
      "item add G --tag b --amount 3 --tag=a=c --shelf 2 --fresh", "G 3 2 [b,a=c] true ./skafferi.db - text\n"
    ),
    ("item add G --amount 3 --shelf 2 --now= --format json", "G 3 2 [] false ./skafferi.db  json\n"),
    ("item add G --amount 3 --shelf 2 --now -", "G 3 2 [] false ./skafferi.db - text\n"),
    ("item move G", "G to 0\n"),
    ("item move G 4", "G to 4\n"),
    ("item list --order name", "by name\n"),
    ("empty a b c", "a+b+c\n"),
    ("empty -- -a --b --", "-a+--b+--\n"),
  ])
  func valuesReachTheCommand(line: String, output: String) {
    #expect(Run(line).out == output)
    #expect(Run(line).err == "")
  }

  @Test func theEnvironmentStandsInForOptionsNotGiven() {
    let environment = ["PANTRY_STORE": "e.db", "PANTRY_AMOUNT": "7", "PANTRY_FORMAT": ""]
    #expect(Run("item add G --shelf 2", environment: environment).out == "G 7 2 [] false e.db - text\n")
    #expect(
      Run("item add G --shelf 2 --store x.db", environment: environment).out == "G 7 2 [] false x.db - text\n"
    )
  }

  @Test func theExitCodeIsTheCommands() {
    #expect(Run("item list").code == .partial)
    #expect(Run("empty a").code == .done)
  }

  @Test func theErrorOfAValueGoesToTheProgramWithItsSource() {
    let run = Run("item add G --amount 3 --shelf 12")
    #expect(run.code == .data)
    #expect(run.err == "[\"item\", \"add\"] --shelf NoSuchShelf(word: \"12\")\n")
    #expect(Run("item move G 12").err == "[\"item\", \"move\"] HYLLA NoSuchShelf(word: \"12\")\n")
  }

  @Test func whatIsMissingIsSaidBeforeAValueIsRead() {
    #expect(Run("item add --shelf 12").code == .usage)
  }

  @Test(arguments: [
    ([:], Language.sv),
    (["LANG": "C.UTF-8"], .sv),
    (["LANG": "de_DE.UTF-8"], .sv),
    (["LANG": "en_GB.UTF-8"], .en),
    (["LANG": "en_GB.UTF-8", "PANTRY_LANG": "sv"], .sv),
    (["LANG": "en_GB.UTF-8", "PANTRY_LANG": "fr"], .sv),
    (["LANG": "en_GB.UTF-8", "PANTRY_LANG": ""], .en),
    (["LANG": "sv_SE.UTF-8", "PANTRY_LANG": "EN"], .en),
  ])
  func theEnvironmentChoosesTheLanguage(environment: [String: String], language: Language) {
    #expect(Language(environment: environment, variable: "PANTRY_LANG") == language)
    let other: Language = language == .sv ? .en : .sv
    #expect(Run("rubbish", environment: environment) == Run("rubbish --lang \(language)"))
    #expect(Run("--lang \(other) rubbish", environment: environment) != Run("rubbish --lang \(language)"))
  }
}
