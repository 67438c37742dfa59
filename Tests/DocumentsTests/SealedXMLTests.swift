import Testing

@testable import Documents

@Suite struct SealedXMLTests {
  private let seal = SealedXML.Seal(key: String(repeating: "ab", count: 32), signature: Array(0..<64))

  @Test("What is sealed is read back to the byte", arguments: ["<a/>", "<a>\n</a>", "<a/>\n", ""])
  func roundTrip(_ document: String) {
    let file = SealedXML(Array(document.utf8), seal: seal).file
    let read = SealedXML(reading: file)
    #expect(read.canonical == Array(document.utf8))
    #expect(read.seal == seal)
    #expect(SealedXML(reading: file + Array("\r\n \n".utf8)).seal == seal)
  }

  @Test(
    "What is no seal is part of the document",
    arguments: [
      "<a/>", "<a/>\n<?trygghetsregister-seal?>\n",
      "<a/>\n<?trygghetsregister-seal key=\"1\" signature=\"*\"?>",
    ])
  func noSeal(_ document: String) {
    let read = SealedXML(reading: Array(document.utf8))
    #expect(read.seal == nil)
    #expect(read.canonical == Array(document.utf8))
  }
}
