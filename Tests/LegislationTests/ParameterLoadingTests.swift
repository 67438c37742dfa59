import Foundation
import Identity
import Legislation
import Register
import Testing

struct ParameterLoadingTests {
  let day = LocalDate.firstDay(of: 2027)

  @Test("The shipped law data holds every known key, in force from 2027 with a source")
  func shippedData() throws {
    let parameters = try LawFolder(Shipped.law.path).parameters()
    for definition in ParameterDefinition.known {
      let first = try #require(parameters.history(of: definition.key).first)
      #expect(first.from == day, "\(definition.key)")
      #expect(first.source.hasPrefix("Analysen, rad ") || first.source.hasPrefix("Antagande (A): "))
    }
    #expect(parameters.commencement == day)
  }

  @Test("A share that is the whole is written as a fraction or as the number")
  func whole() {
    #expect(Fraction("1") == Fraction(1, 1))
    #expect(Fraction("1/1") == Fraction(1, 1))
    #expect(Fraction("0.75") == nil)
    #expect(Fraction("") == nil)
  }

  @Test("The values are those of the table of decisions")
  func tableOfDecisions() throws {
    let parameters = try LawFolder(Shipped.law.path).parameters()
    func value<Value>(_ parameter: Parameter<Value>) throws -> Value {
      try parameters.value(of: parameter, on: day)
    }
    #expect(try value(.benefitKind) == .taxReduction)
    #expect(try value(.benefitAmount) == 2000)
    #expect(try value(.minimumAge) == 18)
    #expect(try value(.maximumPerPerson) == 1)
    #expect(try value(.householdCap) == nil)
    #expect(try value(.estateEligible))
    #expect(try value(.attendanceThreshold) == Fraction(3, 4))
    #expect(try value(.attendanceBasis) == .pooled)
    #expect(try value(.minimumOccasions) == 4)
    #expect(try value(.minimumNotice) == 7)
    #expect(try value(.excusedAbsence) == .keep)
    #expect(try value(.lockDate) == MonthDay("01-15"))
    #expect(try value(.lateRecordingDays) == 14)
    #expect(try value(.communicationDays) == 14)
    #expect(try value(.trainingMinutes) == 240)
    #expect(try value(.trainingBlocks) == ["observation", "deeskalering", "poliskontakt", "juridik"])
    #expect(try value(.trainingOrder) == .beforeParticipation)
    #expect(try value(.trainingValidityMonths) == nil)
    #expect(try value(.trainingSpanDays) == nil)
    #expect(try value(.minimumInterested) == 50)
    #expect(try value(.sizeMinimum) == 40)
    #expect(try value(.sizeMaximum) == 60)
    #expect(try value(.activeShare) == Fraction(1, 10))
    #expect(try value(.venueRequired))
    #expect(try value(.trainedAtRegistration) == 1)
    #expect(try value(.startGrant) == 5000)
    #expect(try value(.regrantMonths) == 36)
    #expect(try value(.regrantShare) == Fraction(1, 2))
    #expect(try value(.policeVisitsPerQuarter) == 1)
    #expect(try value(.contactVacancyDays) == 30)
    #expect(try value(.multipleMembership) == .primaryOnly)
    #expect(try value(.coordinationLevel) == .proven)
    #expect(try value(.admissionRule) == .admitted)
    #expect(try value(.exportMinimum) == 5)
  }

  @Test(
    "The values that no rule reads yet",
    arguments: [
      ("plan.SM.nominal_weeks", ParameterValue.integer(10)),
      ("plan.RJ.entry", .list(["SM", "socionom", "psykolog", "jurist"])),
      ("plan.RJ.entry_months", .integer(12)),
      ("practice.max_span_weeks", .none),
      ("prior_learning.max_hours", .integer(0)),
      ("supervisor.max_mediators", .integer(5)),
      ("supervisor.experience_months", .integer(24)),
      ("supervisor.grandfather_until", LocalDate("2029-12-31").map(ParameterValue.date) ?? .none),
      ("certificate.validity_months", .none),
      ("employer.foundation_allowed", .boolean(true)),
      ("rj.theft_max_kr", .integer(5000)),
      ("rj.damage_max_kr", .integer(10_000)),
      ("rj.victim_min_age", .integer(15)),
      ("rj.followup_months", .list(["1", "3", "6"])),
      ("sm.followup", .list(["P7D", "P1M", "P3M"])),
      ("tb.base_kr", .integer(100)),
      ("tb.targeted_kr", .integer(100)),
      ("tb.vote_age", .integer(16)),
      ("tb.vote_age_consent", .integer(13)),
      ("tb.projects_min", .integer(5)),
      ("tb.projects_max", .integer(10)),
      ("tb.board_shares", .list(["50", "25", "25"])),
      ("tc.police_share_max", Fraction(3, 10).map(ParameterValue.fraction) ?? .none),
      ("tc.reception_area_max", Fraction(3, 10).map(ParameterValue.fraction) ?? .none),
      ("benefit.income_neutral_text", .none),
      ("law.lead_months", .integer(9)),
    ])
  func laterWork(key: String, value: ParameterValue) throws {
    let parameters = try LawFolder(Shipped.law.path).parameters()
    #expect(try parameters.dated(key, on: day).value == value)
  }

  @Test("A later value changes the later years alone, wherever it stands in the file")
  func laterValue() throws {
    let spoiled = try SpoiledLaw()
    try spoiled.replace(
      #"<value from="2027-01-01" source="Analysen, rad 140 och 172">2000</value>"#,
      with: #"""
        <value from="2028-01-01" source="Lag (2027:999)">2500</value>
        <value from="2027-01-01" source="Analysen, rad 140 och 172">2000</value>
        """#, in: "benefit.xml")
    let parameters = try spoiled.law.parameters()
    #expect(try parameters.value(of: .benefitAmount, on: LocalDate.lastDay(of: 2027)) == 2000)
    #expect(try parameters.value(of: .benefitAmount, on: LocalDate.firstDay(of: 2028)) == 2500)
    #expect(parameters.commencement == day)
  }
}
