import Foundation
import Synchronization
import Testing

@testable import Documents

@Suite("Pages in numbers")
struct PDFBatchTests {
  private func pages(_ numbers: Range<Int>) -> [PDFPage] {
    numbers.map {
      PDFSamples.page(body: "<h1>Sida \($0)</h1>" + String(repeating: "<p>a</p>", count: $0 % 7 * 20))
    }
  }

  /// The shipped templates with a worker that does something else for one document.
  private func renderer(_ change: String, workers: Int = 2) throws -> (PDFRenderer, TemplateFolder) {
    let shipped = TemplateSet(folders: [PDFSamples.templates])
    let program = String(decoding: try shipped.contents(of: "pdf/worker.py"), as: UTF8.self)
    let changed = program.replacing("        job = {name", with: "\(change)\n        job = {name")
    #expect(changed != program)
    let folder = try TemplateFolder(["pdf/worker.py": changed])
    let templates = TemplateSet(folders: [folder.path, PDFSamples.templates])
    return (PDFRenderer(templates: templates, python: PDFSamples.python, workers: workers), folder)
  }

  @Test("Many documents come back in their order, the same as one by one")
  func keepsOrder() throws {
    let renderer = PDFSamples.renderer(workers: 2)
    let another = PDFSamples.renderer(workers: 1)
    let pages = pages(0..<90)
    var order: [Int] = []
    try renderer.render(pages, as: { $0 }) { index, result in
      order.append(index)
      guard index % 30 == 7 else { return }
      let (document, alone) = (try result.get(), try another.render(pages[index]))
      #expect(document == alone)
    }
    #expect(order == Array(0..<90))
  }

  @Test("A worker that dies in the middle of a document is replaced, and the document done again")
  func deadWorker() throws {
    let mark = URL.temporaryDirectory.appending(path: "died-\(UUID().uuidString)").path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: mark) }
    let (renderer, folder) = try renderer(
      """
              if b"Sida 3<" in parts[0] and not os.path.exists("\(mark)"):
                  open("\(mark)", "w").close()
                  os.kill(os.getpid(), 9)
      """)
    var done: [Int] = []
    try renderer.render(pages(0..<8), as: { $0 }) { index, result in
      let document = try result.get()
      #expect(!document.isEmpty)
      done.append(index)
    }
    #expect(done == Array(0..<8))
    #expect(FileManager.default.fileExists(atPath: mark))
    withExtendedLifetime(folder) {}
  }

  @Test("A document that ends two workers is a fault, and those beside it are done")
  func deadlyDocument() throws {
    let (renderer, folder) = try renderer("        if b\"Sida 3<\" in parts[0]: os.abort()")
    var faults: [Int: PDFFault.Code] = [:]
    try renderer.render(pages(0..<8), as: { $0 }) { index, result in
      if case .failure(let fault) = result { faults[index] = fault.code }
    }
    #expect(faults == [3: .workerDied])
    withExtendedLifetime(folder) {}
  }

  @Test("A worker that takes more memory than a page needs ends alone")
  func memoryIsBounded() throws {
    let (renderer, folder) = try renderer(
      "        if b\"Sida 1<\" in parts[0]: bytearray(3 << 30)", workers: 1)
    var faults: [Int: PDFFault.Code] = [:]
    try renderer.render(pages(0..<3), as: { $0 }) { index, result in
      if case .failure(let fault) = result { faults[index] = fault.code }
    }
    #expect(faults == [1: .refused])
    withExtendedLifetime(folder) {}
  }

  @Test("A worker that hangs is ended when its time is out, and the documents behind it are done by another")
  func timeIsBounded() throws {
    let mark = URL.temporaryDirectory.appending(path: "hangs-\(UUID().uuidString)").path(
      percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: mark) }
    // The worker says that it hangs, and a byte that is no answer yet wakes the renderer. The clock jumps once, between two
    // looks at it, so that it does not matter whether the renderer first sees the mark when it sets the time or asks for it.
    let (_, folder) = try renderer(
      """
              if b"Sida 1<" in parts[0]:
                  open("\(mark)", "w").close()
                  os.write(1, b"\\0")
                  import signal
                  signal.pause()
      """)
    let start = ContinuousClock.now
    let looks = Mutex(0)
    let renderer = PDFRenderer(
      templates: TemplateSet(folders: [folder.path, PDFSamples.templates]), python: PDFSamples.python,
      workers: 1
    ) {
      guard FileManager.default.fileExists(atPath: mark) else { return start }
      return looks.withLock { looks in
        looks += 1
        return looks == 1 ? start : start + .seconds(3600)
      }
    }
    var results: [PDFFault.Code?] = []
    try renderer.render(pages(0..<4), as: { $0 }) { _, result in
      if case .failure(let fault) = result { results.append(fault.code) } else { results.append(nil) }
    }
    #expect(results == [nil, .timeout, nil, nil])
    withExtendedLifetime(folder) {}
  }

  @Test("Work that its receiver ends leaves the renderer fit for more")
  func receiverEnds() throws {
    struct Enough: Error {}
    let renderer = PDFSamples.renderer(workers: 2)
    #expect(throws: Enough.self) {
      try renderer.render(pages(0..<20), as: { $0 }) { index, _ in if index == 3 { throw Enough() } }
    }
    #expect(try !renderer.render(PDFSamples.page(body: "<h1>A</h1>")).isEmpty)
  }

  @Test("Threads may share a renderer")
  func threads() async throws {
    let renderer = PDFSamples.renderer(workers: 2)
    let expected = try renderer.render(PDFSamples.page(body: "<h1>A</h1>"))
    await withTaskGroup(of: [UInt8]?.self) { group in
      for _ in 0..<6 { group.addTask { try? renderer.render(PDFSamples.page(body: "<h1>A</h1>")) } }
      for await result in group { #expect(result == expected) }
    }
  }

  @Test("What is not installed is a fault with the remedy", arguments: ["/nowhere/python", "/usr/bin/true"])
  func missingComponent(python: String) throws {
    let renderer = PDFRenderer(
      templates: TemplateSet(folders: [PDFSamples.templates]), python: python, workers: 1)
    let fault = #expect(throws: PDFFault.self) { try renderer.render(PDFSamples.page(body: "<h1>A</h1>")) }
    #expect(fault?.code == .componentMissing)
    #expect(fault?.facts == ["component": "Typst (\(python))", "command": "make setup"])
  }

  @Test("The Python is the one named, else the one beside the templates")
  func python() {
    #expect(PDFRenderer.python(environment: ["TRYGG_PYTHON": "py"], besideTemplates: "/a/Templates") == "py")
    #expect(
      PDFRenderer.python(environment: [:], besideTemplates: "/a/Templates") == "/a/.venv/bin/python")
  }
}
