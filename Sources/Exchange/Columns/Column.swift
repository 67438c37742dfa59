/// The columns of all kinds of files; the raw value is the name in the header row.
public enum Column: String, CaseIterable, Sendable {
  // Persons
  case personnummer
  case givenName = "given_name"
  case familyName = "family_name"
  case street
  case postcode
  case city
  case protected
  case bornOn = "born_on"
  case deceasedOn = "deceased_on"
  case identityLevel = "id_level"

  // Rings and members
  case ring
  case name
  case municipality
  case venue
  case contact
  case interestedHouseholds = "interested_households"
  case activeHouseholds = "active_households"
  case appliedOn = "applied_on"
  case registeredOn = "registered_on"
  case household
  case joinedOn = "joined_on"
  case leftOn = "left_on"
  case primary
  case alias

  // Occasions and attendance
  case occasion
  case kind
  case type
  case startsAt = "starts_at"
  case endsAt = "ends_at"
  case calledOn = "called_on"
  case called
  case status
  case policePresent = "police_present"
  case attestedBy = "attested_by"

  // Training
  case organisationNumber = "organisation_number"
  case programme
  case validFrom = "valid_from"
  case validTo = "valid_to"
  case basis
  case startedOn = "started_on"
  case profession
  case professionVerifiedOn = "profession_verified_on"
  case employer
  case fte
  case referencesCheckedOn = "references_checked_on"
  case backgroundCheckedOn = "background_checked_on"
  case reference
  case provider
  case module
  case trainer
  case supervisor

  // Receipts of the control file
  case specification
  case code
  case text

  /// What a rejects file adds to each row; skipped when the file is read again.
  case error
}
