import Documents
import Foundation
import Identity
import Legislation
import Register
import Testing

/// The table of letters and their texts, word for word.
@Suite struct LetterBookTests {
  let book: LetterBook

  init() throws {
    book = try LetterBookTests.read(LawFolder(Shipped.law.path))
  }

  private static func read(_ law: LawFolder) throws -> LetterBook {
    try law.letters(
      under: try LawFolder(Shipped.law.path).parameters(),
      on: try #require(LocalDate(year: 2028, month: 1, day: 17)))
  }

  /// Each letter by its number: how sure it is, and its texts.
  static let table: [(number: Int, mark: String, texts: String)] = [
    (1, "◐", "E"), (2, "◐", "A"), (3, "◐", "A"), (4, "○", "A"), (5, "◐", "A"), (6, "◐", "A"), (7, "◐", "E"),
    (8, "◐", "K"), (9, "◐", "B"), (10, "◐", "B"), (11, "◐", "B"), (12, "◐", "B B2"), (13, "●", "R"),
    (14, "●", "V"), (15, "●", "A"), (16, "◐", "S"), (17, "○", "E C"), (18, "●", "D"), (19, "◐", "C"),
    (20, "○", "F"), (21, "○", "D F"), (22, "○", "C F"), (23, "●", "G"), (24, "●", "H"), (25, "●", "H2"),
    (26, "●", ""),
  ]

  @Test("Each letter is as sure as the table says and ends with its text", arguments: table)
  func tableOfLetters(number: Int, mark: String, texts: String) throws {
    let kind = try #require(book[number])
    #expect(kind.certainty.mark == mark)
    #expect(kind.texts.joined(separator: " ") == texts)
    #expect((kind.doubt == nil) == (mark != "○"), "what is uncertain says why")
  }

  @Test("Proof of receipt is needed where a time must be provable")
  func proof() {
    #expect(book.kinds.filter(\.needsProof).map(\.number) == [6, 12, 15])
    #expect(book.kinds.filter { !$0.isKept }.map(\.number) == [26], "what opens a door is not kept")
  }

  /// The facts under the names that the table of letters gives them.
  private var facts: LetterFacts {
    var facts = LetterFacts()
    for (name, value) in [
      (LetterFacts.Name.postalAddress, "{postadress}"), (.sixthYear, "{år + 6}"),
      (.day, "den {deregistered_on}"),
      (.authority, "{myndigheten}"), (.authorityAddress, "{postadress}"),
      (.authorityAtStart, "{Myndigheten}"),
      (.provision, "{bestämmelse}"), (.provider, "{utbildningsanordnaren}"), (.providerAddress, "{adress}"),
      (.answerDays, "{30}"), (.year, "{år}"), (.lastDay, "den {svarsdag}"), (.dayAfter, "den {dagen efter}"),
      (.slip, "{skrivfel / räknefel}"), (.decision, "{nummer}"), (.amount, "{belopp}"), (.missing, "{vad}"),
      (.whom, "{vem}"),
    ] { facts[name] = value }
    return facts
  }

  private func text(_ name: String, _ cases: Set<LetterText.Case> = []) throws -> [String] {
    try #require(book.text(name)).lines(for: cases, facts).map { line in
      (line.kind == .item ? "– " : "")
        + line.words.replacing("\u{A0}", with: " ")
        .replacing("2027:000", with: "{rl}")
    }
  }

  @Test("Text A is word for word the one decided, with its addition")
  func textA() throws {
    let expected = [
      "Så begär du omprövning eller överklagar",
      "Om du tycker att beslutet är fel kan du begära att Skatteverket omprövar det. Du kan också överklaga. Skriv till Skatteverket. Brevet ska ha kommit in till Skatteverket inom två månader från den dag då du fick del av beslutet.",
      "Skriv", "– vilket beslut det gäller, med nummer och datum,",
      "– om du begär omprövning eller överklagar,",
      "– hur du vill att beslutet ska ändras och varför,",
      "– ditt namn och ditt person- eller samordningsnummer, din postadress, din e-postadress och ditt telefonnummer. Om du skriver för ringen ska du ange att du är kontaktperson.",
      "Skicka med det som du vill åberopa. En begäran om omprövning ska vara undertecknad.",
      "Ett överklagande prövas av förvaltningsrätten, men skicka det till Skatteverket, {postadress}. Skatteverket omprövar alltid beslutet först. Om beslutet inte ändras så som du vill lämnas ditt överklagande över till förvaltningsrätten.",
      "Reglerna finns i 25 § lagen ({rl}) om registrering av trygghetsringar och i 66 och 67 kap. skatteförfarandelagen (2011:1244).",
    ]
    #expect(try text("A") == expected)
    let addition =
      "Beslutet gäller omedelbart, även om du överklagar. Deltagande till och med den {deregistered_on} räknas."
    #expect(try Set(text("A", [.deregistered])).subtracting(expected) == [addition])
  }

  @Test("Text B is A with its own time, effect and rules, and B2 another time")
  func textB() throws {
    let time = "Brevet ska ha kommit in till Skatteverket senast den 31 december {år + 6}."
    let own = try Set(text("B")).subtracting(try text("A"))
    #expect(own.contains { $0.hasSuffix("Skriv till Skatteverket. " + time) })
    #expect(
      own.contains(
        "Reglerna finns i 25 § lagen ({rl}) om registrering av trygghetsringar och i 66 kap. 7 § och 67 kap. 12 § skatteförfarandelagen (2011:1244)."
      ))
    #expect(own.count == 2)
    #expect(
      try Set(text("B", [.notGranted])).subtracting(try text("B")) == [
        "Beslutet påverkar skattereduktionen i ditt beslut om slutlig skatt. Du behöver bara begära omprövning en gång: ändras det här beslutet ändras också din slutliga skatt."
      ])
    #expect(
      try text("B2").contains {
        $0.hasSuffix(
          time
            + " Fick du del av beslutet efter den 31 oktober {år + 6} har du i stället två månader på dig från den dag då du fick del av det."
        )
      })
  }

  static let texts: [(name: String, lines: [String])] = [
    (
      "C",
      [
        "Så överklagar du",
        "Du kan överklaga beslutet till förvaltningsrätten. Skriv till förvaltningsrätten, men skicka brevet till {myndigheten}, {postadress}. Det ska ha kommit in dit inom tre veckor från den dag då du fick del av beslutet.",
        "Skriv vilket beslut du överklagar, hur du vill att det ska ändras och varför. Ange namn, personnummer, postadress, e-postadress och telefonnummer. Skicka med det som du vill åberopa.",
        "{Myndigheten} prövar om överklagandet har kommit in i rätt tid och lämnar det sedan till förvaltningsrätten, om beslutet inte ändras så som du vill.",
      ]
    ),
    (
      "D",
      [
        "Så överklagar du",
        "Den som är medlem i kommunen kan få lagligheten av beslutet prövad av förvaltningsrätten. Överklagandet ska vara skriftligt och ha kommit in till förvaltningsrätten inom tre veckor från den dag då det tillkännagavs på kommunens anslagstavla att protokollet har justerats. Ange vilket beslut du överklagar och de omständigheter som du grundar överklagandet på. Förvaltningsrätten kan upphäva beslutet men inte ersätta det med ett annat. Reglerna finns i 13 kap. kommunallagen (2017:725).",
      ]
    ),
    ("E", ["Beslutet får inte överklagas ({bestämmelse})."]),
    (
      "F",
      [
        "Det här är ett besked från {utbildningsanordnaren}. Det är inte ett beslut av en myndighet och kan inte överklagas. Om du tycker att en uppgift är fel, skriv till {adress} och ange kurs, datum och vad som ska rättas. Svaret kommer inom {30} dagar."
      ]
    ),
    (
      "G",
      [
        "Så överklagar du",
        "Du kan överklaga beslutet till kammarrätten. Skriv till kammarrätten, men skicka brevet till {myndigheten}. Det ska ha kommit in inom tre veckor från den dag då du fick del av beslutet. Skriv vilken handling det gäller och varför du anser att den ska lämnas ut. Reglerna finns i 6 kap. 7 och 8 §§ offentlighets- och sekretesslagen (2009:400).",
      ]
    ),
    (
      "H2", ["Du kan lämna klagomål till Integritetsskyddsmyndigheten eller väcka talan vid domstol."]
    ),
    (
      "K",
      [
        "Innan vi beslutar",
        "Enligt uppgifterna i registret uppfyller du inte villkoren för skattereduktion för deltagande i trygghetsring {år}. Uppgifterna och beräkningen står nedan. Om något är fel eller om du vill lägga till något, skriv till oss senast den {svarsdag}. Du behöver inte svara. Vi beslutar tidigast den {dagen efter}, eller när vi har gått igenom ditt svar. Reglerna finns i 18 § lagen ({rl}) om registrering av trygghetsringar och i 40 kap. 2 och 3 §§ skatteförfarandelagen (2011:1244), som gäller i stället för 25 § förvaltningslagen (2017:900).",
      ]
    ),
    (
      "R",
      [
        "Vi har rättat ett {skrivfel / räknefel} i beslutet {nummer} enligt 36 § förvaltningslagen (2017:900). Rättelsen ändrar inte utgången."
      ]
    ),
    (
      "S",
      [
        "Det här behöver du veta",
        "Det här är inte ett beslut om slutlig skatt. Skatteverket gör skattereduktionen i ditt beslut om slutlig skatt. Den kan bli lägre än {belopp} kronor om din skatt är lägre. Du behöver inte begära den i deklarationen. Är en uppgift fel, skriv till oss.",
      ]
    ),
    (
      "V",
      [
        "Vi kan inte besluta än. Det som saknas är {vad}, och vi behöver det från {vem}. Det här är inte ett beslut och kan inte överklagas. När uppgiften har kommit får du ett beslut."
      ]
    ),
  ]

  @Test("The other texts are word for word those decided", arguments: texts)
  func otherTexts(name: String, lines: [String]) throws {
    #expect(try text(name) == lines)
  }

  @Test("Text H is C with the rules on personal data")
  func textH() throws {
    #expect(
      try text("H") == text("C") + [
        "Reglerna finns i 7 kap. 2 § lagen (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning. Du kan också lämna klagomål till Integritetsskyddsmyndigheten."
      ])
  }

  @Test("As long as the act is a bill the letters say so")
  func bill() {
    #expect(book.isBill)
    #expect(book.say(.bill) == "Brevet bygger på ett lagförslag som inte är beslutat.")
  }

  @Test(
    "Law data that no letter can be written from are refused with their line",
    arguments: [
      ("<text name=\"G\">", "<text name=\"GG\">", "LETTER_MISSING"),
      (
        "{postal-address}. Skatteverket omprövar", "{address-of-nobody}. Skatteverket omprövar",
        "LETTER_PLACE"
      ),
      ("i 13\u{A0}kap. <act sfs=\"2017:725\"/>", "i 13\u{A0}kap. <act sfs=\"1991:900\"/>", "LETTER_ACT"),
      ("i 13\u{A0}kap. <act sfs=\"2017:725\"/>", "i 13\u{A0}kap. <act sfs=\"2001:453\"/>", "LETTER_ACT"),
      (
        "<part id=\"effect\" when=\"not-granted\">", "<part id=\"efect\" when=\"not-granted\">",
        "LETTER_MISSING"
      ),
      (
        "<letter number=\"9\" certainty=\"following\"", "<letter number=\"9\" certainty=\"probably\"",
        "XML_INVALID"
      ),
    ])
  func faults(words: String, spoiled: String, code: String) throws {
    let folder = URL.temporaryDirectory.appending(path: "letters-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Shipped.law, to: folder)
    let file = folder.appending(path: "letters.xml")
    let before = try String(contentsOf: file, encoding: .utf8)
    #expect(before.contains(words), "nothing to spoil")
    try before.replacing(words, with: spoiled, maxReplacements: 1).write(
      to: file, atomically: true, encoding: .utf8)
    let faults = try #require(throws: LawFaults.self) { try LetterBookTests.read(LawFolder(folder.path)) }
    #expect(faults.all.contains { $0.code == code && $0.file.hasSuffix("letters.xml") && $0.line > 0 })
  }
}
