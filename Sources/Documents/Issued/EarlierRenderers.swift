import Synchronization

/// Renderers by template sets that were in use before, those asked for last.
///
/// After a change of templates every statement of the years before is one of theirs, and a set that is read, compiled and
/// given a worker anew costs twenty times what a page does.
final class EarlierRenderers: Sendable {
  /// A worker holds some 60 MB, so that not all sets there ever were can be at hand.
  static let limit = 2

  private let kept = Mutex<[(digest: [UInt8], renderer: DocumentRenderer)]>([])

  /// The renderer of a template set, made when it is not at hand.
  func renderer(
    of digest: [UInt8], make: () throws -> DocumentRenderer
  ) rethrows -> DocumentRenderer {
    if let known = kept.withLock({ kept in kept.first { $0.digest == digest }?.renderer }) { return known }
    let made = try make()
    return kept.withLock { kept in
      // Another thread may have been first.
      if let known = kept.first(where: { $0.digest == digest }) { return known.renderer }
      kept.append((digest, made))
      if kept.count > EarlierRenderers.limit { kept.removeFirst() }
      return made
    }
  }
}
