import Glibc
import Register
import Synchronization

/// Counts attempts by where they come from, so that guessing is slow and costs the service next to nothing.
///
/// A place has ten attempts at once and regains one every six seconds. Behind a proxy a place is an address; all that
/// come without one share a place.
final class AttemptLimiter: Sendable {
  private struct Allowance {
    var left: Double
    var at: Int64
  }

  private static let burst = 10.0
  private static let perSecond = 1.0 / 6
  private static let mostPlaces = 20_000

  private let places = Mutex<[String: Allowance]>([:])

  /// Seconds of a clock that nobody sets, so that a service with a date of its own forgets attempts as well.
  static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(seconds: Int64(time.tv_sec))
  }

  /// Takes one attempt of a place.
  ///
  /// - Throws: `tooManyAttempts`.
  func take(_ place: String, at now: Moment) throws(PageFault) {
    let isFree = places.withLock { places in
      if places.count >= AttemptLimiter.mostPlaces {
        places = places.filter { AttemptLimiter.left($0.value, at: now) < AttemptLimiter.burst }
        // So many places at once are an attack; whoever comes next shares one place with the others.
        if places.count >= AttemptLimiter.mostPlaces { places.removeAll(keepingCapacity: true) }
      }
      let known = places[place] ?? Allowance(left: AttemptLimiter.burst, at: now.seconds)
      let left = AttemptLimiter.left(known, at: now)
      places[place] = Allowance(left: max(0, left - 1), at: now.seconds)
      return left >= 1
    }
    guard isFree else { throw .tooManyAttempts }
  }

  /// Gives an attempt back that was right, since only guesses are limited; who has made none is forgotten.
  func giveBack(_ place: String) {
    places.withLock { places in
      guard let known = places[place] else { return }
      let left = known.left + 1
      places[place] = left < AttemptLimiter.burst ? Allowance(left: left, at: known.at) : nil
    }
  }

  private static func left(_ allowance: Allowance, at now: Moment) -> Double {
    let passed = Double(max(0, now.seconds - allowance.at))
    return min(burst, allowance.left + passed * perSecond)
  }
}
