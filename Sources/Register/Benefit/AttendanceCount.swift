/// Occasions attended of occasions counted, the one fraction that a member can check.
public struct AttendanceCount: Hashable, Sendable {
  /// The occasions at which the person was present.
  public var attended: Int

  /// The occasions that count.
  public var counted: Int

  /// Makes a count; without arguments that of a person to whom nothing counts.
  public init(attended: Int = 0, counted: Int = 0) {
    self.attended = attended
    self.counted = counted
  }

  /// The percentage truncated to two decimals, such as `66,66`, and `–` when nothing counts (decision C-17).
  public var percent: String {
    guard counted > 0 else { return "–" }
    let hundredths = attended * 10_000 / counted
    let decimals = hundredths % 100
    return "\(hundredths / 100)," + (decimals < 10 ? "0\(decimals)" : "\(decimals)")
  }

  /// Tells whether a share is reached; never when nothing counts.
  public func reaches(_ threshold: Fraction) -> Bool {
    counted > 0 && threshold.isReached(by: attended, of: counted)
  }

  /// Tells whether this is the higher fraction.
  public func isHigher(than other: AttendanceCount) -> Bool {
    attended * max(other.counted, 1) > other.attended * max(counted, 1)
  }

  static func + (left: AttendanceCount, right: AttendanceCount) -> AttendanceCount {
    AttendanceCount(attended: left.attended + right.attended, counted: left.counted + right.counted)
  }
}

extension AttendanceCount: CustomStringConvertible {
  /// The fraction as `9/12`.
  public var description: String { "\(attended)/\(counted)" }
}

/// The counts of meetings and of activities, the two legs of `attendance.basis` (decision C-57).
public struct AttendanceTally: Hashable, Sendable {
  /// The meetings.
  public var meetings = AttendanceCount()

  /// The common activities.
  public var activities = AttendanceCount()

  /// Makes the tally of a person to whom nothing counts.
  public init() {}

  /// Both legs added.
  public var total: AttendanceCount { meetings + activities }

  mutating func add(_ kind: OccasionKind, attended: Bool) {
    switch kind {
    case .meeting: meetings.add(attended: attended)
    case .activity: activities.add(attended: attended)
    }
  }
}

extension AttendanceCount {
  fileprivate mutating func add(attended: Bool) {
    counted += 1
    if attended { self.attended += 1 }
  }
}
