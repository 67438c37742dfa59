import Documents
import Foundation
import Operations
import Register

/// Statements as pages for reading and for printing, against libxslt and Typst alone, and beside other programs.
struct DocumentsBenchmark {
  private let scene: Scene
  private static let count = 600
  private static let stylesheet = "html/statement.xsl"

  init(_ scene: Scene) {
    self.scene = scene
  }

  func measure() throws -> [Results] {
    let sample = try StatementSample(of: DocumentsBenchmark.count, in: scene)
    defer { sample.register.remove() }
    let pages = scene.path("pages")
    try sample.write(sample.documents, to: pages, suffix: "xhtml") {
      try sample.templates.render(
        $0.xml, by: DocumentsBenchmark.stylesheet, in: .swedish, parameters: ["medium": "page"])
    }
    try sample.write(sample.documents, to: pages, suffix: "xml", \.xml)
    scene.note("setting \(sample.documents.count) statements, \(scene.rounds) × …")
    return [
      try transforms(of: sample), try self.pages(of: sample, in: pages), try onDemand(sample),
      try OtherPrograms(scene, sample).measure(),
    ]
  }

  // MARK: XHTML

  private func transforms(of sample: StatementSample) throws -> Results {
    var results = Results(
      "Statement as XHTML: parse, transform, serialise, one thread",
      baseline: "libxslt alone with the same compiled stylesheet and functions",
      budget: "ratio at least 0.8", DocumentsBenchmark.rateColumns)
    let style = String(decoding: try sample.templates.contents(of: "style/document.css"), as: UTF8.self)
    for (name, parameters) in [("complete page", ["style": style]), ("page for Typst", ["medium": "page"])] {
      let bare = BareTransform(
        try sample.templates.stylesheet(DocumentsBenchmark.stylesheet),
        messages: try sample.templates.messages(.swedish),
        parameters: parameters.merging(["language": "sv"]) { $1 })
      var (bareTimes, times): ([Duration], [Duration]) = ([], [])
      for _ in 0..<2 * scene.rounds + 1 {
        var (bareSize, size) = (0, 0)
        bareTimes.append(
          try Duration.of { for document in sample.documents { bareSize += try bare(document.xml).count } })
        times.append(
          try Duration.of {
            for document in sample.documents {
              size += try sample.templates.render(
                document.xml, by: DocumentsBenchmark.stylesheet, in: .swedish, parameters: parameters
              ).count
            }
          })
        guard size == bareSize else { throw Mismatch(bare: bareSize, ours: size) }
      }
      let (rate, bareRate) = (self.rate(times.median, sample), self.rate(bareTimes.median, sample))
      results.append(name, bareRate, rate, rate / bareRate)
    }
    return results
  }

  // MARK: PDF

  private func pages(of sample: StatementSample, in folder: String) throws -> Results {
    var results = Results(
      "Statement as PDF/A-3a and PDF/UA-1, from its XML",
      baseline: "one Typst in a loop over the same XHTML, same stylesheet and attachments",
      budget: "one worker at least 0.9, two at least 1.6", DocumentsBenchmark.rateColumns)
    let loop = try TypstLoop(scene, sample, pages: folder)
    var times: [Int: [Duration]] = [:]
    var (bare, bareTwice): ([Duration], [Duration]) = ([], [])
    let renderers = try [1, 2].map { workers in
      let renderer = sample.renderer(workers: workers)
      _ = try render(Array(sample.documents.prefix(50 * workers)), with: renderer)
      return (workers, renderer)
    }
    for _ in 0..<scene.rounds {
      let (duration, size) = try loop.run()
      bare.append(duration)
      for (workers, renderer) in renderers {
        var ours = 0
        times[workers, default: []].append(
          try Duration.of { ours = try render(sample.documents, with: renderer) })
        guard ours == size else { throw Mismatch(bare: size, ours: ours) }
      }
      bareTwice.append(try loop.runTwice() / 2)
    }
    let bareRate = rate(bare.median, sample)
    for (workers, times) in times.sorted(by: { $0.key < $1.key }) {
      let rate = rate(times.median, sample)
      results.append("\(workers) at work", bareRate, rate, rate / bareRate)
    }
    let twice = rate(bareTwice.median, sample)
    results.append("two bare loops at once", bareRate, twice, twice / bareRate)
    return results
  }

  private func render(_ documents: [IssuedDocument], with renderer: DocumentRenderer) throws -> Int {
    var size = 0
    try renderer.renderPages(of: documents) { _, pages in size += try pages.get().count }
    return size
  }

  /// A statement that a member asks for: read, logged and set by a worker that is warm.
  private func onDemand(_ sample: StatementSample) throws -> Results {
    var results = Results(
      "One statement on demand as PDF, its reading logged", baseline: "none",
      budget: "at most 50 ms by a warm worker",
      [
        .init("median ms", "medianMilliseconds", decimals: 1),
        .init("slowest of 100 ms", "slowestMilliseconds", decimals: 1),
      ])
    let registry = try Registry(
      openingFile: sample.register.path, parameters: scene.parameters, actor: "bench",
      now: try Moment(parsing: StatementSample.now))
    let renderer = sample.renderer(workers: 1)
    let times = try sample.documents.prefix(110).map { document in
      try Duration.of { _ = try registry.renderDocument(document.number, as: .pdf, with: renderer) }
    }.dropFirst(10)
    results.append(
      "statement", Array(times).median.inMilliseconds, (times.max() ?? .zero).inMilliseconds)
    return results
  }

  private static let rateColumns = [
    Results.Column("bare/s", "barePerSecond"), .init("ours/s", "perSecond"),
    .init("ratio", "ratio", decimals: 2),
  ]

  private func rate(_ time: Duration, _ sample: StatementSample) -> Double {
    Double(sample.documents.count) / time.inSeconds
  }

  /// The results differ, so that the times cannot be compared.
  struct Mismatch: Error {
    let bare: Int
    let ours: Int
  }
}
