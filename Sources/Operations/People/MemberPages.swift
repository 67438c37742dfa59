import Identity
import Register
import Synchronization

/// The pages of members put together last, each good until something is written, an occasion begins or the day ends.
///
/// Whoever reads a page anew reads it by way of the register all the same: the session is checked and the read logged.
final class MemberPages: Sendable {
  private struct Kept {
    let page: MemberPage
    let lastWrite: [UInt8]
    let from: Moment
    let until: Moment
  }

  private static let most = 1_000
  private let kept = Mutex<[PersonID: Kept]>([:])

  /// The page of a person, if it still says what it would say now.
  func page(of person: PersonID, after lastWrite: [UInt8], at now: Moment) -> MemberPage? {
    let known = kept.withLock { $0[person] }
    guard let known, known.lastWrite == lastWrite, known.from <= now, now < known.until else { return nil }
    return known.page
  }

  /// Keeps a page that was put together now.
  func keep(_ page: MemberPage, of person: PersonID, after lastWrite: [UInt8], at now: Moment) {
    let starts = page.years.flatMap(\.occasions).map(\.occasion.startsAt).filter { $0 > now }
    let until = starts.reduce(Moment(startOf: now.day.adding(days: 1)), min)
    kept.withLock { kept in
      if kept.count >= MemberPages.most { kept.removeAll(keepingCapacity: true) }
      kept[person] = Kept(page: page, lastWrite: lastWrite, from: now, until: until)
    }
  }
}
