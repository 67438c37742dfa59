public import Register
import Store

extension Registry {
  /// The rings that a filter lets through, in the order of their numbers, and how many there are in all.
  public func listRings(
    _ filter: RingFilter, limit: Int, offset: Int
  ) throws -> (rings: [RingSummary], total: Int) {
    try look(.ringList) { connection in
      (
        try connection.rings(filter, on: today, limit: limit, offset: offset),
        try connection.ringCount(filter)
      )
    }
  }
}
