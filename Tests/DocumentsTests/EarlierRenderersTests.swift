import Testing

@testable import Documents

@Suite struct EarlierRenderersTests {
  @Test("A template set that was in use is read once, and only the last are kept")
  func keepsTheLast() {
    let current = DocumentRenderer(templates: TemplateSet(files: [:]), python: "", in: .swedish)
    var read: [UInt8] = []
    func ask(_ set: UInt8) {
      _ = current.renderer(byEarlier: [set]) {
        read.append(set)
        return TemplateSet(files: [:])
      }
    }
    for set: UInt8 in [1, 1, 2, 1, 2, 3, 3, 2, 1] { ask(set) }
    #expect(read == [1, 2, 3, 1])
  }
}
