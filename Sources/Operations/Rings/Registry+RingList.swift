public import Register
import Store

extension Registry {
  /// The rings that a filter lets through, in the order of their numbers, and how many there are in all.
  public func listRings(
    _ filter: RingFilter, limit: Int, offset: Int
  ) throws -> (rings: [RingSummary], total: Int) {
    try look(.ringList) { connection in
      var rings = try connection.rings(filter, on: today, limit: limit, offset: offset)
      for index in rings.indices { rings[index].members = try visible(rings[index].members) }
      return (rings, try connection.ringCount(filter, on: today))
    }
  }

  /// A count as the actor may see it: whoever sees sums alone is shown none that is small (decision C-14).
  func visible(_ count: Int?) throws -> Int? {
    guard let count, actor.seesSumsAlone else { return count }
    return count < (try parameters.inForce(.exportMinimum, on: today).value) ? nil : count
  }
}
