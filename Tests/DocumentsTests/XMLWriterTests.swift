import Documents
import Testing

struct XMLWriterTests {
  private func written(_ write: (inout XMLWriter) throws(XMLFault) -> Void) throws -> String {
    var writer = XMLWriter(declaration: false)
    try write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func writesElementsAttributesAndTextInOrder() throws {
    var writer = XMLWriter()
    try writer.comment("Förslag")
    try writer.element("r:ring", ["xmlns:r": "urn:r", "number": "TR-1280-0001", "left": nil]) {
      (writer) throws(XMLFault) in
      try writer.element("name", text: "Åsa \"Öst\" <O'Neil> & Søn")
      try writer.text("mitt ")
      try writer.element("empty")
      try writer.element("empty", ["a": ""]) { _ throws(XMLFault) in }
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!--Förslag-->
        <r:ring xmlns:r="urn:r" number="TR-1280-0001"><name>Åsa "Öst" &lt;O'Neil&gt; &amp; Søn</name>\
        mitt <empty/><empty a=""/></r:ring>
        """)
  }

  @Test(arguments: [
    ("a\u{0}b", "U+0000"), ("\u{8}", "U+0008"), ("\u{1F}", "U+001F"), ("\u{FFFE}", "U+FFFE"),
    ("å\u{FFFF}", "U+FFFF"), ("\u{1B}[31m", "U+001B"),
  ])
  func refusesWhatXMLCannotHoldAndNamesTheField(_ value: String, _ character: String) {
    let inText = fault {
      _ = try written { (writer) throws(XMLFault) in
        try writer.element("person") { (writer) throws(XMLFault) in try writer.element("name", text: value) }
      }
    }
    #expect(inText == XMLFault(.character, facts: ["field": "person/name", "character": character]))
    let inAttribute = fault {
      _ = try written { (writer) throws(XMLFault) in try writer.element("person", ["name": value]) }
    }
    #expect(inAttribute?.facts["field"] == "person/@name")
  }

  @Test(arguments: ["a--b", "a-"])
  func refusesCommentsThatWouldEndEarly(_ text: String) {
    #expect(
      fault { _ = try written { (writer) throws(XMLFault) in try writer.comment(text) } }?.code == .comment)
  }

  @Test func drainsWithoutLosingItsPlace() throws {
    var writer = XMLWriter(declaration: false)
    var file: [UInt8] = []
    try writer.element("a") { (writer) throws(XMLFault) in
      for _ in 0..<2 {
        writer.drain { file.append(contentsOf: $0) }
        try writer.element("b", ["n": "1"])
      }
    }
    writer.drain { file.append(contentsOf: $0) }
    #expect(String(decoding: file, as: UTF8.self) == #"<a><b n="1"/><b n="1"/></a>"#)
    #expect(writer.bytes.isEmpty)
  }

  /// Whatever text goes in comes back from the parser, in text and in attributes, and the same bytes each time.
  @Test(arguments: 0..<200)
  func roundTripsAnyText(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let value = randomText(&random)
    func document() throws -> String {
      try written { (writer) throws(XMLFault) in
        try writer.element("a", ["b": value, "c": value], text: value)
      }
    }
    let root = try parse(document())
    #expect(root.text.unicodeScalars.elementsEqual(value.unicodeScalars))
    #expect(root["b"]?.unicodeScalars.elementsEqual(value.unicodeScalars) == true)
    #expect(root["c"] == root["b"])
    #expect(try document() == document())
  }

  private func randomText(_ random: inout SplitMix) -> String {
    // Controls a parser would normalise, signs with a meaning, and pieces from hard corners of Unicode.
    let pieces = [
      "\n", "\r", "\r\n", "\t", " ", "  ", "<", ">", "&", "]]>", "\"", "'", "--", "<!--", "<?x?>", "&amp;",
      "&#13;",
      "å", "Ö", "e\u{301}", "o\u{308}\u{323}", "\u{202E}עברית", "العربية", "👨‍👩‍👧‍👦", "🇸🇪", "中文", "\u{85}",
      "\u{2028}",
      "\u{7F}", "\u{FFFD}", "\u{FEFF}", "\u{E000}", "\u{10FFFF}", "\u{1FFFE}", "\u{A0}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      if Bool.random(using: &random),
        let scalar = Unicode.Scalar(UInt32.random(in: 0x20..<0xD7FF, using: &random))
      {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

/// A small generator, so that a failing case can be run again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
