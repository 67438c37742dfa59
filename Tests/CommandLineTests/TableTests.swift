import CommandLine
import Testing

@testable import struct CommandLine.Table

/// Tables and listings on terminals of several widths and on none.
struct TableTests {
  static let items: Table = {
    var table = Table([.text("Vara"), .number("Antal"), .text("Anmärkning"), .text("")])
    table.append(["Blåbärssylt från i fjol somras", "12", "hemgjord på ön, öppnad", "x"])
    table.append(["Gröt", "1 200", "", ""])
    table.append(["日本茶", "3", "ångad och rostad i Österåker av grannen", ""])
    return table
  }()

  @Test func nothingIsShortenedWithoutATerminal() {
    #expect(
      TableTests.items.text(width: nil) == """
        Vara                            Antal  Anmärkning
        Blåbärssylt från i fjol somras     12  hemgjord på ön, öppnad                   x
        Gröt                            1 200
        日本茶                              3  ångad och rostad i Österåker av grannen

        """)
  }

  @Test func theWidestColumnGivesWayFirst() {
    #expect(
      TableTests.items.text(width: 80) == """
        Vara                            Antal  Anmärkning
        Blåbärssylt från i fjol somras     12  hemgjord på ön, öppnad                  x
        Gröt                            1 200
        日本茶                              3  ångad och rostad i Österåker av grann…

        """)
    #expect(
      TableTests.items.text(width: 40) == """
        Vara            Antal  Anmärkning
        Blåbärssylt f…     12  hemgjord på ö…  x
        Gröt            1 200
        日本茶              3  ångad och ros…

        """)
  }

  @Test func numbersStayWholeOnTheNarrowestTerminal() {
    #expect(TableTests.items.text(width: 1).contains("1 200"))
  }

  @Test func aCellCannotSteerTheTerminalOrBreakItsRow() {
    var table = Table([.text("A")])
    table.append(["rad\nrad\t\u{1B}[2J\u{9B}\u{202E}"])
    #expect(table.text(width: nil) == "A\nrad rad \u{FFFD}[2J\u{FFFD}\u{FFFD}\n")
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("åäö", 3), ("a\u{30A}a\u{308}", 2), ("日本", 4), ("ﾊﾝ", 2), ("한글", 4),
    ("👍", 2), ("👩‍👩‍👧", 2), ("🇸🇪", 2), ("❤️", 2), ("é\u{200D}", 1), ("\u{200B}", 0), ("½–…", 3), ("\u{A0}", 1),
  ])
  func widthIsCountedInColumns(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [("åäö", 3, "åäö"), ("åäö", 2, "å…"), ("日本茶", 5, "日本…"), ("日本茶", 4, "日…"), ("ab", 0, "")])
  func shorteningKeepsWholeCharacters(text: String, width: Int, shortened: String) {
    #expect(text.shortened(to: width) == shortened)
  }

  @Test func aListingWrapsUnderItsValues() {
    var listing = Listing()
    listing.append("Namn", "Blåbärssylt")
    listing.append("Anmärkning", "hemgjord på ön, öppnad\nbör ätas snart")
    listing.append("Tom", "")
    #expect(
      listing.text(width: 26) == """
        Namn        Blåbärssylt
        Anmärkning  hemgjord på
                    ön, öppnad
                    bör ätas snart
        Tom

        """)
    #expect(listing.text(width: nil).contains("hemgjord på ön, öppnad\n"))
  }
}
