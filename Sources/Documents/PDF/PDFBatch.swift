import Glibc

/// Documents on their way through workers, and what has come back before its turn.
struct PDFBatch<Sources: IteratorProtocol> {
  private(set) var lanes: [WorkerLane]
  private var sources: Sources
  private let page: (Sources.Element) throws -> PDFPage
  private let setup: WorkerSetup

  private var again: [WorkerLane.Job] = []
  private var asked = 0
  private var delivered = 0
  private var waiting: [Int: Result<[UInt8], PDFFault>] = [:]

  /// How many documents may be asked for before the first of them is delivered, so that one slow document does not
  /// fill the memory with those behind it.
  private static var ahead: Int { 64 }

  init(
    _ sources: Sources, as page: @escaping (Sources.Element) throws -> PDFPage, lanes: [WorkerLane],
    setup: WorkerSetup
  ) {
    self.sources = sources
    self.page = page
    self.lanes = lanes
    self.setup = setup
  }

  /// Runs until every document is delivered, in order.
  mutating func run(_ receive: (Int, Result<[UInt8], PDFFault>) throws -> Void) throws {
    while true {
      try fill()
      guard lanes.contains(where: { !$0.underway.isEmpty }) else { return }
      wait()
      for lane in lanes.indices { try attend(lane) }
      while let result = waiting.removeValue(forKey: delivered) {
        delivered += 1
        try receive(delivered - 1, result)
      }
    }
  }

  /// Gives each worker what it can take, one each before the second for any.
  private mutating func fill() throws {
    for depth in 1...WorkerLane.depth {
      for lane in lanes.indices where lanes[lane].underway.count < depth {
        guard let job = try nextJob() else { return }
        try lanes[lane].give(job, setup)
      }
    }
  }

  private mutating func nextJob() throws -> WorkerLane.Job? {
    if !again.isEmpty { return again.removeFirst() }
    guard asked - delivered < PDFBatch.ahead, let source = sources.next() else { return nil }
    defer { asked += 1 }
    return WorkerLane.Job(index: asked, page: try page(source))
  }

  private func wait() {
    var interests = lanes.map(\.interest)
    let patience = lanes.filter { !$0.underway.isEmpty }.map(\.remaining).min() ?? .zero
    let milliseconds = max(0, patience.components.seconds * 1000 + 1)
    _ = poll(&interests, nfds_t(interests.count), Int32(clamping: milliseconds))
  }

  private mutating func attend(_ lane: Int) throws {
    let (done, end) = try lanes[lane].exchange(setup)
    for answer in done { waiting[answer.job.index] = answer.rendered }
    guard let end else { return }
    var jobs = lanes[lane].clear()
    guard !jobs.isEmpty else { return }
    // Only the first document can be what ended the worker. It gets a second chance, unless it took all the time there is.
    jobs[0].deaths += 1
    if end == .timeout {
      let seconds = WorkerLane.patience.components.seconds
      waiting[jobs.removeFirst().index] = .failure(PDFFault(.timeout, ["seconds": String(seconds)]))
    } else if jobs[0].deaths == 2 {
      waiting[jobs.removeFirst().index] = .failure(PDFFault(.workerDied, ["attempts": "2"]))
    }
    again = jobs + again
  }
}
