import Dispatch
import Foundation
import Synchronization

/// Sets XHTML as pages: PDF/A-3a with the source inside and PDF/UA-1 at once, the same bytes for the same document.
///
/// The pages are made by workers, Python processes that run `pdf/worker.py` with `pdf/page.typ` of the template set.
/// They start when they are needed, one for each core at most, and stay for the next page. Any thread may ask.
public final class PDFRenderer: Sendable {
  private let templates: TemplateSet
  let python: String
  private let permits: DispatchSemaphore
  private let now: @Sendable () -> ContinuousClock.Instant
  private let idle = Mutex<[WorkerProcess]>([])

  /// How many pages are made at once.
  public let workers: Int

  /// Makes a renderer; nothing is started yet.
  ///
  /// - Parameters:
  ///   - templates: where the stylesheet and the worker's program are.
  ///   - python: the Python that has the packages of `pdf/requirements.txt`, a path or a name.
  ///   - workers: how many pages are made at once, by default one for each core.
  public convenience init(templates: TemplateSet, python: String, workers: Int? = nil) {
    self.init(templates: templates, python: python, workers: workers) { .now }
  }

  /// Makes a renderer that measures a worker's time by another clock.
  init(
    templates: TemplateSet, python: String, workers: Int?,
    now: @escaping @Sendable () -> ContinuousClock.Instant
  ) {
    self.now = now
    self.templates = templates
    self.python = python
    self.workers = max(1, workers ?? ProcessInfo.processInfo.activeProcessorCount)
    self.permits = DispatchSemaphore(value: self.workers)
  }

  /// The Python to use: `TRYGG_PYTHON`, else the one that `make setup` installs beside the templates.
  public static func python(environment: [String: String], besideTemplates folder: String) -> String {
    if let named = environment["TRYGG_PYTHON"], !named.isEmpty { return named }
    return URL(filePath: folder).deletingLastPathComponent().path(percentEncoded: false)
      + ".venv/bin/python"
  }

  /// Sets one document.
  ///
  /// - Throws: what is wrong with the document, or with the installation, or a template that is missing.
  public func render(_ page: PDFPage) throws -> [UInt8] {
    var result: Result<[UInt8], PDFFault>?
    try render(CollectionOfOne(page), as: { $0 }, workers: 1) { _, rendered in result = rendered }
    guard let result else { throw PDFFault(.workerDied, ["attempts": "0"]) }
    return try result.get()
  }

  /// Sets many documents and hands them back in their order, one by one as soon as all before are there.
  ///
  /// The documents are asked for on this thread as workers come free, so that the memory needed does not grow with their
  /// number. A document that cannot be set is handed back as its fault, and the work goes on.
  ///
  /// - Parameters:
  ///   - sources: what the documents are made of.
  ///   - page: makes the document of a source; what it throws ends the work.
  ///   - receive: gets the number of the document from 0 and its PDF; what it throws ends the work. It may not ask
  ///     this renderer for more, whose workers are all taken.
  /// - Throws: what ends the work as a whole: a component or template that is missing, and what `receive` throws.
  public func render<Source>(
    _ sources: some Sequence<Source>, as page: @escaping (Source) throws -> PDFPage,
    _ receive: (Int, Result<[UInt8], PDFFault>) throws -> Void
  ) throws {
    try render(sources, as: page, workers: workers, receive)
  }

  private func render<Source>(
    _ sources: some Sequence<Source>, as page: @escaping (Source) throws -> PDFPage, workers: Int,
    _ receive: (Int, Result<[UInt8], PDFFault>) throws -> Void
  ) throws {
    let setup = WorkerSetup(
      python: python, program: String(decoding: try templates.contents(of: "pdf/worker.py"), as: UTF8.self),
      stylesheet: try templates.contents(of: "pdf/page.typ"))

    permits.wait()
    var taken = 1
    while taken < workers, permits.wait(timeout: .now()) == .success { taken += 1 }
    defer { for _ in 0..<taken { permits.signal() } }

    let lanes = (0..<taken).map { _ in WorkerLane(idle.withLock { $0.popLast() }, now: now) }
    var batch = PDFBatch(sources.makeIterator(), as: page, lanes: lanes, setup: setup)
    // A run that ends early leaves workers in the middle of a page; those go with the batch.
    try batch.run(receive)
    let workers = batch.lanes.compactMap(\.worker)
    idle.withLock { $0 += workers }
  }
}
