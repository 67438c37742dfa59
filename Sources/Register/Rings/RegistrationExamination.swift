public import Identity

/// The conditions that an application must meet for the ring to be registered (5 § of the proposed register act).
///
/// All failing conditions are stated together, each with its source, so that an applicant mends them in one go.
public struct RegistrationExamination: Sendable {
  /// What the rules need to know of the proposed contact person.
  public struct Contact: Sendable {
    /// The birth date, where it is known.
    public let birthDate: LocalDate?

    /// Whether the person's data are protected.
    public let isProtected: Bool

    /// Whether the ring training is completed and valid on the day of registration.
    public let isTrained: Bool

    /// Describes a contact person.
    public init(birthDate: LocalDate?, isProtected: Bool, isTrained: Bool) {
      self.birthDate = birthDate
      self.isProtected = isProtected
      self.isTrained = isTrained
    }

    /// Why the person cannot be contact person from a day, all reasons at once (decision C-83).
    public func failures(on day: LocalDate, column: String) -> [Refusal] {
      var failures: [Refusal] = []
      if isProtected {
        failures.append(Refusal(.contactIneligible, column: column))
      }
      if birthDate.map({ $0.age(on: day) < ContactPerson.minimumAge }) ?? true {
        failures.append(
          Refusal(.contactUnderage, ["minimum": .count(ContactPerson.minimumAge)], column: column))
      }
      if !isTrained {
        failures.append(Refusal(.contactUntrained, ["day": .day(day)], column: column))
      }
      return failures
    }
  }

  /// The ring's postal address, where it is given.
  public let address: PostalAddress?

  /// The venue for training and meetings, where it is given.
  public let venue: String?

  /// The households that have said that they are interested.
  public let interestedHouseholds: Int

  /// Those of them that have undertaken to take active part.
  public let activeHouseholds: Int

  /// The proposed contact person, nothing when none is named.
  public let contact: Contact?

  /// How many persons the participant list names, or nothing when the list may follow later.
  public let listedMembers: Int?

  /// Gathers what is examined; a number of households that is not given is none.
  public init(
    address: PostalAddress?, venue: String?, interestedHouseholds: Int?, activeHouseholds: Int?,
    contact: Contact?, listedMembers: Int?
  ) {
    self.address = address
    self.venue = venue
    self.interestedHouseholds = interestedHouseholds ?? 0
    self.activeHouseholds = activeHouseholds ?? 0
    self.contact = contact
    self.listedMembers = listedMembers
  }

  /// Gathers what is examined of an application.
  public init(application: RingApplication, contact: Contact?, listedMembers: Int?) {
    self.init(
      address: application.address, venue: application.venue,
      interestedHouseholds: application.interestedHouseholds, activeHouseholds: application.activeHouseholds,
      contact: contact, listedMembers: listedMembers)
  }

  /// The conditions that fail on a day, in the order of the act, none when the ring can be registered.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` before the register act applies.
  public func failures(on day: LocalDate, under parameters: Parameters) throws(Refusal) -> [Refusal] {
    var failures = try householdFailures(on: day, under: parameters)
    // Without a contact person nobody has completed the training either, which is a condition of its own.
    failures +=
      contact?.failures(on: day, column: "contact") ?? [
        Refusal(.contactMissing, column: "contact"),
        Refusal(.contactUntrained, ["day": .day(day)], column: "contact"),
      ]
    if address == nil {
      failures.append(Refusal(.addressMissing, column: "street"))
    }
    if try parameters.value(of: .venueRequired, on: day), venue == nil {
      failures.append(Refusal(.venueMissing, column: "venue"))
    }
    if listedMembers == 0 {
      failures.append(Refusal(.memberListEmpty, column: "members"))
    }
    return failures
  }

  private func householdFailures(
    on day: LocalDate, under parameters: Parameters
  ) throws(Refusal) -> [Refusal] {
    var failures: [Refusal] = []
    let minimum = try parameters.value(of: .minimumInterested, on: day)
    if interestedHouseholds < minimum {
      failures.append(
        Refusal(
          .tooFewInterested, ["declared": .count(interestedHouseholds), "minimum": .count(minimum)],
          column: "interested_households"))
    }
    let share = try parameters.value(of: .activeShare, on: day)
    if !share.isReached(by: activeHouseholds, of: interestedHouseholds) || activeHouseholds == 0 {
      failures.append(
        Refusal(
          .tooFewActive,
          [
            "active": .count(activeHouseholds), "interested": .count(interestedHouseholds),
            "share": .fraction(share),
          ], column: "active_households"))
    }
    return failures
  }
}
