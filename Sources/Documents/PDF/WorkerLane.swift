import Glibc
import Identity

/// One worker with the documents under way in it, and the bytes that wait to be sent or read.
///
/// Two documents are under way at once, so that the worker finds the next one when it has ended one.
struct WorkerLane {
  /// A document and how many workers have ended in the middle of it.
  struct Job {
    let index: Int
    let page: PDFPage
    var deaths = 0
  }

  /// A document that has come back.
  struct Answer {
    typealias Rendered = Result<[UInt8], PDFFault>
    let job: Job
    let rendered: Rendered
  }

  /// How a worker's end came about.
  enum End {
    case died
    case timeout
  }

  /// The worker, unless it has ended or was never needed.
  private(set) var worker: WorkerProcess?
  /// The documents in the worker, the one it is at before the one that waits.
  private(set) var underway: [Job] = []
  private var isReady: Bool
  private var outgoing: [UInt8] = []
  private var incoming: [UInt8] = []
  private let now: @Sendable () -> ContinuousClock.Instant
  private var deadline: ContinuousClock.Instant

  static let depth = 2
  /// A page takes hundredths of a second, a long law draft a second; nothing takes this long on the slowest machine.
  static let patience = Duration.seconds(60)

  /// Makes a lane for a worker that is ready and idle, or for one to be started.
  init(_ worker: WorkerProcess?, now: @escaping @Sendable () -> ContinuousClock.Instant) {
    self.worker = worker
    self.isReady = worker != nil
    self.now = now
    self.deadline = now()
  }

  /// What the lane waits for.
  var interest: pollfd {
    let sending = outgoing.isEmpty ? 0 : POLLOUT
    return pollfd(
      fd: underway.isEmpty ? -1 : worker?.socket ?? -1, events: Int16(POLLIN | sending), revents: 0)
  }

  /// How long the lane may still wait.
  var remaining: Duration { now().duration(to: deadline) }

  /// Adds a document, for which a worker is started when there is none.
  mutating func give(_ job: Job, _ setup: WorkerSetup) throws(PDFFault) {
    if worker == nil {
      worker = try WorkerProcess(setup)
      WorkerMessage.append([setup.stylesheet], to: &outgoing)
    }
    if underway.isEmpty { deadline = now() + WorkerLane.patience }
    underway.append(job)
    let page = job.page
    let attachment = page.attachment
    WorkerMessage.append(
      [
        page.xhtml, Array(page.date.description.utf8), Array(page.author.utf8),
        Array((attachment?.name ?? "").utf8), Array((attachment?.description ?? "").utf8),
        attachment?.bytes ?? [],
      ], to: &outgoing)
  }

  /// Sends and reads what can be without waiting, and gives the answers that are whole.
  ///
  /// - Returns: the documents that are done, and how the worker ended if it has.
  /// - Throws: when the worker cannot begin its work.
  mutating func exchange(_ setup: WorkerSetup) throws(PDFFault) -> (done: [Answer], end: End?) {
    guard let worker else { return ([], nil) }
    let isAlive = send(to: worker) && receive(from: worker)
    var done: [Answer] = []
    while let parts = WorkerMessage.take(from: &incoming) {
      let result = Answer.Rendered(answer: parts)
      deadline = now() + WorkerLane.patience
      if isReady {
        if !underway.isEmpty { done.append(Answer(job: underway.removeFirst(), rendered: result)) }
      } else if case .failure(let fault) = result {
        throw fault.code == .componentMissing ? .missing(setup.python) : fault
      } else {
        isReady = true
      }
    }
    if !isAlive, !isReady, !worker.wasKilled { throw .missing(setup.python) }
    return (done, !isAlive ? .died : underway.isEmpty || remaining > .zero ? nil : .timeout)
  }

  /// Takes the ended worker and its documents out of the lane.
  mutating func clear() -> [Job] {
    worker?.kill()
    defer { self = WorkerLane(nil, now: now) }
    return underway
  }

  /// False when the worker is gone.
  private mutating func send(to worker: WorkerProcess) -> Bool {
    while !outgoing.isEmpty {
      let sent = Glibc.send(worker.socket, outgoing, outgoing.count, Int32(MSG_NOSIGNAL))
      if sent < 0 { return errno == EAGAIN || errno == EINTR }
      outgoing.removeFirst(sent)
    }
    return true
  }

  private mutating func receive(from worker: WorkerProcess) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      while true {
        let count = recv(worker.socket, buffer.baseAddress, buffer.count, 0)
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) }
        incoming += buffer[..<count]
      }
    }
  }
}
