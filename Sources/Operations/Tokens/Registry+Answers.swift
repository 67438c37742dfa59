import Register
import Store

/// What is answered to a request that its sender may send again, not knowing whether it arrived.
public struct KeptAnswer: Hashable, Sendable {
  /// The status.
  public let status: Int
  /// The body.
  public let body: [UInt8]

  /// States an answer.
  public init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }
}

extension Registry {
  /// How long answers are kept, in seconds.
  private static let keptFor: Int64 = 86_400

  /// What was answered to a request that a token's holder sent under a key.
  ///
  /// The answer is kept right after the act, so a crash between the two lets the request be done again. That does no
  /// harm, since every write of the interface knows what it has stored already (decision C-89).
  ///
  /// - Throws: `IDEMPOTENCY_KEY_REUSED` when another request was sent under the key.
  public func keptAnswer(to key: String, _ request: [UInt8], of holder: TokenHolder) throws -> KeptAnswer? {
    try tellingFaults(of: store.files.database) {
      let kept = try store.read { connection in try connection.answer(to: key, of: Int64(holder.token)) }
      guard let kept else { return nil }
      guard kept.request == Digest.sha256(request) else { throw Refusal(.idempotencyKeyReused) }
      return KeptAnswer(status: kept.status, body: kept.body)
    }
  }

  /// Keeps what is answered to a request for whoever sends it again within a day.
  public func keep(_ answer: KeptAnswer, to key: String, _ request: [UInt8], of holder: TokenHolder) throws {
    try tellingFaults(of: store.files.database) {
      try store.write { connection in
        try connection.keepAnswer(
          to: key, of: Int64(holder.token), request: Digest.sha256(request), status: answer.status,
          body: answer.body, at: now, forgettingBefore: now.adding(seconds: -Registry.keptFor))
      }
    }
  }
}
