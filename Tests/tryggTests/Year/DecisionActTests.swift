import Testing

/// What officers do with decisions: answers, closings, corrections, slips and service (decisions C-75 to C-79).
@Suite struct DecisionActTests {
  private static func a(_ numbers: ClosedRange<Int>) -> [String] { Town.occasions("A", numbers) }

  private func town(_ present: ClosedRange<Int>) throws -> TryggProgram {
    try Town(neighbours: [.init(key: "M01", present: DecisionActTests.a(present))]).decided()
  }

  @Test("DOK-03: a detriment is communicated, decided by an officer, and its statement replaces the first")
  func correctionAfterIssue() throws {
    let trygg = try town(1...9)
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    let first = try #require(try trygg.decision("M01").json["document"].text)

    try trygg.must(
      "attendance", "correct", "--occasion", "A09", "--person", Town.m01, "--status", "absent", "--reason",
      "protokollet visar frånvaro", now: "2028-02-18T10:00")
    let proposed = try trygg.act("correct", "--reason", "A09 rättad", now: "2028-02-18T10:05")
    #expect(proposed.code == 0, "\(proposed.err)")
    #expect(proposed.summary == "9/12 75,00 BEVILJAS 2000")
    #expect(proposed.json["proposal"]["outcome"].text == "AVSLAG")
    #expect(proposed.json["proposal"]["percent"].text == "66,66")
    #expect(proposed.json["proposal"]["answerBy"].text == "2028-03-03")
    #expect(proposed.json["proposal"]["groundNeededAfter"].isNull)

    let early = try trygg.act(
      "close", "--outcome", "AVSLAG", "--reason", "inget svar", now: "2028-03-03T23:59")
    early.expect(1, "ANSWER_TIME_RUNNING")
    // The run decides what nobody answered, but no detriment.
    try trygg.must("year", "decide", "2027", now: "2028-03-08T10:00")
    #expect(try trygg.decision("M01").json["proposal"]["version"].number == 2)

    let closed = try trygg.act(
      "close", "--outcome", "AVSLAG", "--reason", "Frånvarande den 5 oktober.", now: "2028-03-10T10:00",
      actor: "Olle Officer")
    #expect(closed.summary == "8/12 66,66 AVSLAG:UNDER_TROSKEL 0")
    let json = closed.json
    #expect(json["version"].number == 2)
    #expect(json["status"].text == "beslutad")
    #expect(json["change"].text == "till nackdel")
    #expect(json["statedReason"].text == "Frånvarande den 5 oktober.")
    #expect(json["decidedOn"].text == "2028-03-10")
    #expect(json["officer"].text == "Olle Officer")
    #expect(json["automated"].truth == false)
    #expect(json["supersedes"].text == first)
    #expect(json["appealBy"].text == "2034-01-02")
    let second = try #require(json["document"].text)

    // The first is as it was and known as replaced, before and after the new statement is written.
    let replaced = try trygg(
      "--format", "json", "document", "show", "--number", first, now: "2028-03-10T11:00")
    #expect(replaced.json["replaced"].truth == true)
    #expect(replaced.json["inForce"].text == second)
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-03-10T12:00")
    let page = try trygg.read("ut/\(second).html").replacing("\u{A0}", with: " ")
    for words in [
      "Rättelse av årsbesked för 2027", "ersätter årsbeskedet \(first)", "Skäl: ",
      "Frånvarande den 5 oktober.",
      "8 av 12",
      "66,66 %", "0 kr",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let issued = try trygg(
      "--format", "json", "document", "show", "--number", second, now: "2028-03-10T13:00")
    #expect(issued.json["supersedes"].text == first)
    #expect(issued.json["replaced"].truth == false)
    try trygg.must("document", "render", "--number", first, "--form", "xml", now: "2028-03-10T13:00")
  }

  @Test("A letter of the past whose time is over is communicated and decided in one act")
  func letterOfThePast() throws {
    let trygg = try town(1...9)
    try trygg.mark("A09", "absent", now: "2028-02-18T10:00")
    let decided = try trygg.act(
      "correct", "--outcome", "AVSLAG", "--communicated-on", "2028-02-18", "--reason", "A09",
      now: "2028-03-10T10:00")
    #expect(decided.summary == "8/12 66,66 AVSLAG:UNDER_TROSKEL 0")
    #expect(decided.json["version"].number == 2)
    #expect(decided.json["status"].text == "beslutad")
  }

  @Test("An answer makes an officer decide, whose refusal keeps the version")
  func answeredAndRefused() throws {
    let trygg = try town(1...8)
    try trygg.writeLetters()
    let answered = try trygg.act(
      "answer", "--on", "2028-01-25", "--reason", "Jag var med 19850709-2388", now: "2028-01-26T10:00")
    #expect(answered.json["answeredOn"].text == "2028-01-25")
    #expect(answered.identityNumbers.isEmpty)
    // Only the contact person's refusal is left to the run.
    let run = try trygg("--format", "json", "year", "decide", "2027", now: "2028-02-10T10:00")
    #expect(run.json["refused"].number == 1)
    #expect(try trygg.decision("M01").json["status"].text == "kommunicerad")
    let wrong = try trygg.act(
      "close", "--outcome", "BEVILJAS", "--reason", "tror jag", now: "2028-01-27T10:00")
    wrong.expect(1, "OUTCOME_UNSUPPORTED", "AVSLAG:UNDER_TROSKEL")
    let closed = try trygg.act(
      "close", "--outcome", "AVSLAG", "--reason", "Svaret ändrar inget.", now: "2028-01-27T10:00",
      actor: "Olle Officer")
    #expect(closed.json["status"].text == "beslutad")
    #expect(closed.json["version"].number == 1)
    #expect(closed.json["officer"].text == "Olle Officer")
    #expect(closed.json["document"].text != nil)
    let again = try trygg.act("close", "--outcome", "AVSLAG", "--reason", "igen", now: "2028-01-28T10:00")
    again.expect(1, "NOT_COMMUNICATED")
  }

  @Test("An answer that changes the facts gives a grant, with its statement afterwards")
  func answeredAndGranted() throws {
    let trygg = try town(1...8)
    try trygg.act("answer", "--reason", "Jag var med i oktober.", now: "2028-01-26T10:00").expect(0)
    try trygg.mark("A09", "present", now: "2028-01-27T10:00")
    let closed = try trygg.act(
      "close", "--outcome", "BEVILJAS", "--reason", "Närvaron är styrkt.", now: "2028-02-03T10:00")
    #expect(closed.summary == "9/12 75,00 BEVILJAS 2000")
    #expect(closed.json["status"].text == "beslutad")
    #expect(closed.json["supersedes"].isNull)
    #expect(closed.json["change"].isNull, "nothing was decided before")
    let statements = try trygg(
      "--format", "json", "year", "statements", "2027", "--out", "ut", now: "2028-02-03T11:00")
    #expect(statements.json["issued"].number == 1)
    let page = try trygg.read("ut/\(closed.json["document"].text ?? "").html")
    #expect(!page.contains("Rättelse"))
  }

  @Test("What nobody answered is refused by the run of the day after, 1 February 2028")
  func unanswered() throws {
    let trygg = try town(1...8)
    try trygg.writeLetters()
    #expect(try trygg.decision("M01").json["answerBy"].text == "2028-01-31")
    let last = try trygg("--format", "json", "year", "decide", "2027", now: "2028-01-31T23:59")
    #expect(last.json["refused"].number == 0)
    let after = try trygg("--format", "json", "year", "decide", "2027", now: "2028-02-01T00:01")
    // The neighbour and the contact person.
    #expect(after.json["refused"].number == 2)
    let shown = try trygg.decision("M01", now: "2028-02-01T09:00")
    #expect(shown.json["status"].text == "beslutad")
    #expect(shown.json["automated"].truth == true)
    #expect(shown.json["decidedOn"].text == "2028-02-01")
  }

  @Test("A refusal that the facts have overtaken does not decide itself", arguments: [1...8, 1...7])
  func overtaken(present: ClosedRange<Int>) throws {
    let trygg = try town(present)
    try trygg.writeLetters()
    try trygg.mark("A09", "present", now: "2028-01-20T10:00")
    let run = try trygg("--format", "json", "year", "decide", "2027", now: "2028-02-01T09:00")
    #expect(run.json["factsChanged"].number == 1)
    #expect(try trygg.decision("M01", now: "2028-02-01T10:00").json["status"].text == "kommunicerad")
    let isGranted = present == 1...8
    let closed = try trygg.act(
      "close", "--outcome", isGranted ? "BEVILJAS" : "AVSLAG", "--reason", "Närvaron är rättad.",
      now: "2028-02-02T10:00")
    #expect(closed.summary == (isGranted ? "9/12 75,00 BEVILJAS 2000" : "8/12 66,66 AVSLAG:UNDER_TROSKEL 0"))
    #expect(closed.json["status"].text == "beslutad")
    #expect(closed.json["change"].isNull)
  }

  @Test("C-79: a refusal on worse facts than the letter told is communicated anew before it is decided")
  func worseThanCommunicated() throws {
    let trygg = try town(1...8)
    try trygg.writeLetters()
    try trygg.act("answer", "--on", "2028-01-25", "--reason", "Jag var med.", now: "2028-01-25T10:00").expect(
      0)
    try trygg.mark("A08", "absent", now: "2028-01-26T10:00")
    let close = ["close", "--outcome", "AVSLAG", "--reason", "Protokollet visar mindre."]
    let asked = try trygg.act(close, now: "2028-02-02T10:00")
    #expect(asked.summary == "7/12 58,33 AVSLAG:UNDER_TROSKEL 0")
    #expect(asked.json["status"].text == "kommunicerad")
    #expect(asked.json["version"].number == 2)
    #expect(asked.json["document"].isNull)
    #expect(asked.json["answerBy"].text == "2028-02-16")
    // The letter of the old facts does not count: the new ones must be written of, and the time runs anew.
    try trygg.act(close, now: "2028-02-17T10:00").expect(1, "LETTER_NOT_WRITTEN")
    try trygg.letter(now: "2028-02-17T11:00").expect(0, "7 av 12", "senast den 2 mars 2028")
    try trygg.act(close, now: "2028-03-02T10:00").expect(1, "ANSWER_TIME_RUNNING", "2028-03-02")
    let run = try trygg("--format", "json", "year", "decide", "2027", now: "2028-03-03T09:00")
    #expect(run.json["refused"].number == 1, "the contact person alone: this one is an officer's")
    let closed = try trygg.act(close, now: "2028-03-03T10:00")
    #expect(closed.summary == "7/12 58,33 AVSLAG:UNDER_TROSKEL 0")
    #expect(closed.json["status"].text == "beslutad")
    #expect(closed.json["version"].number == 2)
    #expect(closed.json["change"].isNull, "nothing was decided before")
  }

  @Test(
    "C-79: a detriment on other facts than were communicated is communicated anew, one that has become less is decided"
  )
  func detrimentOnOtherFacts() throws {
    let trygg = try town(1...9)
    let close = ["close", "--outcome", "AVSLAG", "--reason", "Protokollen."]
    try trygg.mark("A09", "absent", now: "2028-02-18T10:00")
    try trygg.mark("A08", "absent", now: "2028-02-18T10:01")
    try trygg.act("correct", "--reason", "A08, A09", now: "2028-02-18T10:05").expect(0)
    try trygg.mark("A07", "absent", now: "2028-03-01T10:00")
    let renewed = try trygg.act(close, now: "2028-03-10T10:00")
    #expect(renewed.summary == "9/12 75,00 BEVILJAS 2000", "the decision stands")
    #expect(renewed.json["proposal"]["version"].number == 3)
    #expect(renewed.json["proposal"]["attended"].number == 6)
    #expect(renewed.json["proposal"]["communicatedOn"].text == "2028-03-10")
    #expect(renewed.json["proposal"]["answerBy"].text == "2028-03-24")
    try trygg.act(close, now: "2028-03-24T10:00").expect(1, "ANSWER_TIME_RUNNING")
    // Two were present after all: less is held against the person than the letter told.
    try trygg.mark("A07", "present", now: "2028-03-25T10:00")
    try trygg.mark("A08", "present", now: "2028-03-25T10:01")
    let decided = try trygg.act(close, now: "2028-03-27T10:00")
    #expect(decided.summary == "8/12 66,66 AVSLAG:UNDER_TROSKEL 0")
    #expect(decided.json["change"].text == "till nackdel")
    #expect(decided.json["version"].number == 4)
  }

  @Test("An officer who closes on other facts is told that nothing is decided") func toldAnew() throws {
    let trygg = try town(1...8)
    try trygg.mark("A08", "absent", now: "2028-01-26T10:00")
    for (language, words) in [("sv", "Inte avgjort"), ("en", "Not decided")] {
      let run = try trygg(
        "--lang", language, "decision", "close", "--person", Town.m01, "--year", "2027", "--outcome",
        "AVSLAG",
        "--reason", "Protokollet.", now: language == "sv" ? "2028-02-02T10:00" : "2028-02-20T10:00",
        actor: "handläggare")
      run.expect(0, words)
      try trygg.mark("A07", "absent", now: "2028-02-19T10:00")
    }
  }

  @Test("Where letters are written, nobody is refused without one, and the time runs from the letter's day")
  func neverWrittenTo() throws {
    let trygg = try town(1...8)
    let first = try trygg("year", "decide", "2027", now: "2028-01-18T09:00")
    first.expect(0, "2 som kan få avslag har inte fått något brev", "trygg year letters 2027")
    try trygg.letter(of: "M12", now: "2028-01-18T10:00").expect(0)
    let later = try trygg("--format", "json", "year", "decide", "2027", now: "2028-03-01T09:00")
    #expect(later.json["refused"].number == 1, "the contact person alone")
    #expect(later.json["withoutLetter"].number == 1)
    try trygg.act("close", "--outcome", "AVSLAG", "--reason", "inget svar", now: "2028-03-01T10:00")
      .expect(1, "LETTER_NOT_WRITTEN", "40 kap. 2 och 3 §§")
    let waiting = try trygg.decision("M01", now: "2028-03-01T10:00")
    #expect(waiting.json["status"].text == "kommunicerad")
    #expect(waiting.json["letter"].isNull)

    let letter = try trygg.letter(now: "2028-03-01T11:00")
    letter.expect(0, "skriv till oss senast den 15 mars 2028")
    let asked = try trygg.decision("M01", now: "2028-03-01T12:00")
    #expect(asked.json["answerBy"].text == "2028-03-15")
    #expect(asked.json["letter"].text != nil)
    try trygg.act("close", "--outcome", "AVSLAG", "--reason", "inget svar", now: "2028-03-15T23:59")
      .expect(1, "ANSWER_TIME_RUNNING", "2028-03-15")
    let last = try trygg("--format", "json", "year", "decide", "2027", now: "2028-03-15T23:59")
    #expect(last.json["refused"].number == 0)
    let closed = try trygg("--format", "json", "year", "decide", "2027", now: "2028-03-16T00:01")
    #expect(closed.json["refused"].number == 1)
    #expect(closed.json["withoutLetter"].number == 0)
    #expect(try trygg.decision("M01", now: "2028-03-16T09:00").json["status"].text == "beslutad")
  }

  @Test("Where no letters are written, the time for an answer runs from the day of the run")
  func lettersElsewhere() throws {
    let trygg = try town(1...8)
    let running = try trygg("--format", "json", "year", "decide", "2027", now: "2028-01-31T23:59")
    #expect(running.json["refused"].number == 0)
    try trygg.act("close", "--outcome", "AVSLAG", "--reason", "inget svar", now: "2028-01-31T23:59")
      .expect(1, "ANSWER_TIME_RUNNING", "2028-01-31")
    let closed = try trygg.act(
      "close", "--outcome", "AVSLAG", "--reason", "inget svar", now: "2028-02-01T00:01")
    #expect(closed.json["status"].text == "beslutad")
    try trygg("year", "decide", "2027", now: "2028-02-01T09:00")
      .expect(0, "Avslag efter svarstiden", "Inga brev är skrivna härifrån")
    #expect(try trygg.decision("M12", now: "2028-02-01T10:00").json["status"].text == "beslutad")
  }

  @Test("What still waits on 1 November is taken up by an officer, who asks before refusing")
  func waitingTakenUp() throws {
    let trygg = try Town(neighbours: [
      .init(key: "M08", present: DecisionActTests.a(1...9), level: "sannolik")
    ]).decided()
    func close(_ outcome: String, now: String) throws -> TryggProgram.Run {
      try trygg(
        "--format", "json", "decision", "close", "--person", Town.numbers["M08"] ?? "", "--year", "2027",
        "--outcome",
        outcome, "--reason", "Identiteten är inte styrkt.", now: now)
    }
    try close("AVSLAG", now: "2028-10-31T10:00").expect(1, "FACT_MAY_COME", "2028-11-01")
    try close("BEVILJAS", now: "2028-11-01T10:00").expect(1, "OUTCOME_UNSUPPORTED", "AVSLAG:ID_EJ_STYRKT")
    let asked = try close("AVSLAG", now: "2028-11-01T10:00")
    #expect(asked.json["status"].text == "kommunicerad")
    #expect(asked.json["outcome"].text == "AVSLAG")
    #expect(asked.json["reason"].text == "ID_EJ_STYRKT")
    #expect(asked.json["answerBy"].text == "2028-11-15")
    try close("AVSLAG", now: "2028-11-15T10:00").expect(1, "ANSWER_TIME_RUNNING")
    try trygg.letter(of: "M08", now: "2028-11-01T11:00").expect(0, "Din identitet är inte styrkt")
    // The run leaves it to the officer who took it up.
    let run = try trygg("--format", "json", "year", "decide", "2027", now: "2028-11-20T10:00")
    #expect(run.json["refused"].number == 0)
    let decided = try close("AVSLAG", now: "2028-11-20T11:00")
    #expect(decided.json["status"].text == "beslutad")
    #expect(decided.json["version"].number == 1)
    #expect(decided.json["automated"].truth == false)
    try trygg.letter(of: "M08", now: "2028-11-20T12:00").expect(0, "Så begär du omprövning")
  }

  @Test("After two years a detriment needs a ground, and comes only once in the same question")
  func lateDetriment() throws {
    let trygg = try town(1...9)
    try trygg.mark("A09", "absent", now: "2030-03-01T10:00")
    let refused = try trygg.act("correct", "--reason", "fel", now: "2030-03-01T10:05")
    refused.expect(1, "DETRIMENT_TOO_LATE", "2029-12-31", "66 kap.")
    let grounds = ["correct", "--ground", "1a", "--reason", "oriktig uppgift"]
    try trygg.act(grounds, now: "2030-03-01T10:10").expect(0)
    let decided = try trygg.act(grounds, now: "2030-04-02T10:00")
    #expect(decided.json["change"].text == "efterbeskattning")
    #expect(decided.json["ground"].text == "1a")
    #expect(decided.json["version"].number == 2)

    try trygg.mark("A09", "present", now: "2030-05-02T10:00")
    let back = try trygg.act("correct", "--reason", "ny utredning", now: "2030-05-02T10:05")
    #expect(back.summary == "9/12 75,00 BEVILJAS 2000")
    #expect(back.json["change"].text == "till fördel")
    try trygg.mark("A09", "absent", now: "2030-06-03T10:00")
    try trygg.act(grounds, now: "2030-06-03T10:05").expect(1, "DETRIMENT_TWICE", "66 kap.")
  }

  @Test("What was communicated without a ground before the two years were over is communicated anew with one")
  func groundComesLate() throws {
    let trygg = try town(1...9)
    try trygg.mark("A09", "absent", now: "2029-12-20T10:00")
    try trygg.act("correct", "--reason", "A09", now: "2029-12-20T10:05").expect(0)
    // The time for an answer outlasts the two years, of which the officer is warned.
    let proposed = try trygg.decision("M01", now: "2029-12-20T10:06")
    #expect(proposed.json["proposal"]["answerBy"].text == "2030-01-03")
    #expect(proposed.json["proposal"]["groundNeededAfter"].text == "2029-12-31")
    try trygg("decision", "show", "--person", Town.m01, "--year", "2027", now: "2029-12-20T10:07")
      .expect(0, "Varning", "Efter 2029-12-31 kan ändringen bara beslutas med en grund", "--ground")
    let without = try trygg.letter(now: "2029-12-20T10:10")
    without.expect(0, "Vi överväger att ändra det till din nackdel.")
    #expect(!without.out.contains("27 §"))
    try trygg.act("correct", "--reason", "A09", now: "2030-01-10T10:00").expect(
      1, "DETRIMENT_TOO_LATE", "--ground")
    let grounds = ["correct", "--ground", "1a", "--reason", "oriktig uppgift"]
    let renewed = try trygg.act(grounds, now: "2030-01-10T10:05")
    #expect(renewed.summary == "9/12 75,00 BEVILJAS 2000")
    #expect(renewed.json["version"].number == 1)
    #expect(renewed.json["proposal"]["version"].number == 3)
    #expect(renewed.json["proposal"]["ground"].text == "1a")
    #expect(renewed.json["proposal"]["groundNeededAfter"].isNull)
    #expect(renewed.json["proposal"]["communicatedOn"].text == "2030-01-10")
    #expect(renewed.json["proposal"]["answerBy"].text == "2030-01-24")
    try trygg.letter(now: "2030-01-10T10:10").expect(0, "66 kap. 27 § 1 a", "senast den 24 januari 2030")
    try trygg.act(grounds, now: "2030-01-24T23:59").expect(1, "ANSWER_TIME_RUNNING")
    let decided = try trygg.act(grounds, now: "2030-01-25T10:00")
    #expect(decided.summary == "8/12 66,66 AVSLAG:UNDER_TROSKEL 0")
    #expect(decided.json["version"].number == 3)
    #expect(decided.json["change"].text == "efterbeskattning")
    #expect(decided.json["ground"].text == "1a")
    try trygg.letter(now: "2030-01-25T11:00").expect(0, "66 kap. 27 § 1 a", "efterbeskattning")
  }

  @Test(
    "A proposed detriment can be let fall: the decision stands, nothing more is written and nothing waits")
  func withdrawn() throws {
    let trygg = try town(1...9)
    let withdraw = ["correct", "--withdraw", "--reason", "Ändringen vore uppenbart oskälig."]
    try trygg.act(withdraw, now: "2028-02-18T10:00").expect(1, "NOT_COMMUNICATED")
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    try trygg.writeLetters(now: "2028-01-24T11:00")
    try trygg.mark("A09", "absent", now: "2028-02-18T10:00")
    try trygg.act("correct", "--reason", "A09", now: "2028-02-18T10:05").expect(0)
    let standing = try trygg.act(withdraw, now: "2028-02-20T10:00")
    #expect(standing.summary == "9/12 75,00 BEVILJAS 2000")
    #expect(standing.json["version"].number == 1)
    #expect(standing.json["proposal"].isNull)
    let close = try trygg.act("close", "--outcome", "AVSLAG", "--reason", "x", now: "2028-03-10T10:00")
    close.expect(1, "NOT_COMMUNICATED")
    let letters = try trygg(
      "--format", "json", "year", "letters", "2027", "--out", "brev", "--form", "xml", now: "2028-03-10T11:00"
    )
    #expect(letters.json["issued"].names == [], "\(letters.out)")
    let statements = try trygg(
      "--format", "json", "year", "statements", "2027", "--out", "ut", now: "2028-03-10T12:00")
    #expect(statements.json["issued"].number == 0)
    #expect(statements.json["unchanged"].number == 1)
    // It may be proposed again, as another version, and does not keep the year's data from going.
    let again = try trygg.act("correct", "--reason", "A09", now: "2028-03-11T10:00")
    #expect(again.json["proposal"]["version"].number == 3)
    try trygg.act(withdraw, now: "2028-03-12T10:00").expect(0)
    try trygg.must("year", "decide", "2027", now: "2028-04-03T10:00")
    try trygg.must("retention", "run", now: "2035-06-01T10:00")
    #expect(try trygg.sql("SELECT count(*) FROM decision") == "0")
  }

  @Test(
    "A ground named in time is told of in the letter and holds when the answer time ends after the two years")
  func groundInTime() throws {
    let trygg = try town(1...9)
    try trygg.mark("A09", "absent", now: "2029-12-20T10:00")
    let asked = try trygg.act("correct", "--ground", "1a", "--reason", "A09", now: "2029-12-20T10:05")
    #expect(asked.json["proposal"]["ground"].text == "1a")
    let decided = try trygg.act("close", "--outcome", "AVSLAG", "--reason", "A09", now: "2030-01-10T10:00")
    #expect(decided.json["change"].text == "efterbeskattning")
    #expect(decided.json["version"].number == 2)
  }

  @Test(
    "C-58: who joined first holds the place until the case is closed, when an officer decides what has waited too"
  )
  func householdInNovember() throws {
    let trygg = try Town(neighbours: [
      .init(
        key: "M08", memberships: [.init("A", "2027-01-15")], present: DecisionActTests.a(1...9),
        household: "H",
        level: "sannolik"),
      .init(
        key: "M01", memberships: [.init("A", "2027-02-01")], present: DecisionActTests.a(1...9),
        household: "H"),
    ]).register()
    let legal = ["--legal", try trygg.legal("benefit.max_claimants_per_household", "1")]
    func run(_ words: String..., now: String) throws -> TryggProgram.Run {
      try trygg(["--format", "json"] + words + legal, now: now, actor: "handläggare")
    }
    func close(_ key: String, _ outcome: String, now: String) throws -> TryggProgram.Run {
      try run(
        "decision", "close", "--person", Town.numbers[key] ?? "", "--year", "2027", "--outcome", outcome,
        "--reason",
        "Utredningen är klar.", now: now)
    }
    try run("year", "lock", "2027", now: Town.lockDay).expect(0)
    try run("year", "decide", "2027", now: Town.lockDay).expect(0)
    let waiting = try trygg.decision("M01", arguments: legal)
    #expect(waiting.json["outcome"].text == "AVVAKTAR")
    #expect(waiting.json["reason"].text == "HUSHALLSTAK")
    // In November both are an officer's to take up, the one who joined first before the other.
    try close("M01", "BEVILJAS", now: "2028-11-02T10:00").expect(
      1, "OUTCOME_UNSUPPORTED", "AVVAKTAR:HUSHALLSTAK")
    try close("M08", "AVSLAG", now: "2028-11-02T10:05").expect(0)
    try close("M01", "BEVILJAS", now: "2028-11-03T10:00").expect(
      1, "OUTCOME_UNSUPPORTED", "AVVAKTAR:HUSHALLSTAK")
    try trygg.letter(of: "M08", now: "2028-11-02T11:00").expect(0)
    try close("M08", "AVSLAG", now: "2028-11-20T10:00").expect(0)
    let decided = try run("year", "decide", "2027", now: "2028-11-21T10:00")
    #expect(decided.json["granted"].number == 1)
    let granted = try trygg.decision("M01", now: "2028-11-21T11:00", arguments: legal)
    #expect(granted.json["outcome"].text == "BEVILJAS")
    #expect(granted.json["status"].text == "beslutad")
  }

  @Test(
    "C-58: a refusal under communication holds no place, and a grant after the answer takes it back by C-79")
  func communicatedHoldsNoPlace() throws {
    let trygg = try Town(neighbours: [
      .init(
        key: "M02", memberships: [.init("A", "2027-01-15")], present: DecisionActTests.a(1...8),
        household: "H"),
      .init(
        key: "M01", memberships: [.init("A", "2027-02-01")], present: DecisionActTests.a(1...9),
        household: "H"),
    ]).register()
    let legal = ["--legal", try trygg.legal("benefit.max_claimants_per_household", "1")]
    func run(_ key: String, _ words: String..., now: String) throws -> TryggProgram.Run {
      try trygg(
        ["--format", "json"] + words + ["--person", Town.numbers[key] ?? "", "--year", "2027"] + legal,
        now: now,
        actor: "handläggare")
    }
    try trygg(["year", "lock", "2027"] + legal, now: Town.lockDay).expect(0)
    try trygg(["year", "decide", "2027"] + legal, now: Town.lockDay).expect(0)
    #expect(try trygg.decision("M02", arguments: legal).json["status"].text == "kommunicerad")
    let later = try trygg.decision("M01", arguments: legal)
    #expect(later.summary == "9/12 75,00 BEVILJAS 2000")
    #expect(later.json["status"].text == "beslutad")
    try run("M02", "decision", "answer", "--reason", "Jag var med.", now: "2028-01-25T10:00").expect(0)
    try trygg.must(
      "attendance", "correct", "--occasion", "A09", "--person", Town.numbers["M02"] ?? "", "--status",
      "present", "--reason", "protokollet", now: "2028-01-26T10:00")
    let granted = try run(
      "M02", "decision", "close", "--outcome", "BEVILJAS", "--reason", "Styrkt.", now: "2028-01-27T10:00")
    #expect(granted.summary == "9/12 75,00 BEVILJAS 2000")
    let changed = try run("M01", "decision", "correct", "--reason", "Hushållet.", now: "2028-01-28T10:00")
    #expect(changed.json["proposal"]["reason"].text == "HUSHALLSTAK")
    #expect(changed.json["outcome"].text == "BEVILJAS", "until the person has been heard")
  }

  @Test("A request is in time until the second of January 2034, and on own initiative without limit")
  func requests() throws {
    let trygg = try town(1...8)
    try trygg.writeLetters()
    try trygg.must("year", "decide", "2027", now: "2028-02-01T09:00")
    try trygg.mark("A09", "present", now: "2034-01-10T10:00")
    let late = try trygg.act(
      "correct", "--requested-on", "2034-01-03", "--reason", "begäran", now: "2034-01-10T11:00")
    late.expect(1, "REQUEST_TOO_LATE", "2034-01-02")
    let inTime = try trygg.act(
      "correct", "--requested-on", "2034-01-02", "--reason", "begäran", now: "2034-01-10T11:00")
    #expect(inTime.summary == "9/12 75,00 BEVILJAS 2000")
    #expect(inTime.json["version"].number == 2)
  }

  @Test("A slip gets a new document and keeps decision, version and outcome")
  func slip() throws {
    let trygg = try town(1...9)
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    let before = try trygg.decision("M01").json["document"].text
    try trygg.act("correct", "--slip", "--outcome", "AVSLAG", "--reason", "fel", now: "2028-02-01T10:00")
      .expect(1, "SLIP_CHANGES_OUTCOME", "36 §")
    let slip = try trygg.act(
      "correct", "--slip", "--reason", "Namnet var felstavat.", now: "2028-02-01T10:00")
    #expect(slip.summary == "9/12 75,00 BEVILJAS 2000")
    #expect(slip.json["version"].number == 1)
    #expect(slip.json["decidedOn"].text == "2028-01-17")
    let after = try #require(slip.json["document"].text)
    #expect(after != before)
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-02-01T11:00")
    let page = try trygg.read("ut/\(after).html").replacing("\u{A0}", with: " ")
    #expect(page.contains("36 § förvaltningslagen"))
    #expect(page.contains("ersätter årsbeskedet \(before ?? "?")"))
  }

  @Test("Service is recorded with its day, and no decision changes without facts that do")
  func service() throws {
    let trygg = try town(1...9)
    try trygg.act("serve", "--method", "brev", "--on", "2028-01-16", now: "2028-01-20T10:00")
      .expect(1, "SERVICE_BEFORE_LETTER")
    try trygg.act("serve", "--method", "delgivning", "--on", "2028-01-19", now: "2028-01-20T10:00").expect(0)
    let shown = try trygg.decision("M01", now: "2028-01-21").json
    #expect(shown["services"][0]["method"].text == "delgivning")
    #expect(shown["services"][0]["day"].text == "2028-01-19")
    let unchanged = try trygg(
      "decision", "correct", "--person", Town.m01, "--year", "2027", "--reason", "prov",
      now: "2028-02-01T10:00")
    unchanged.expect(0, "Ingen ändring")
    #expect(try trygg.decision("M01").json["version"].number == 1)
  }
}

extension Town {
  static var m01: String { numbers["M01"] ?? "" }
}

extension TryggProgram {
  /// An act on the decision of M01 for 2027, answered in JSON.
  @discardableResult
  func act(_ words: String..., now: String, actor: String = "handläggare") throws -> Run {
    try act(words, now: now, actor: actor)
  }

  @discardableResult
  func act(_ words: [String], now: String, actor: String = "handläggare") throws -> Run {
    try self(
      ["--format", "json", "decision"] + words + ["--person", Town.m01, "--year", "2027"], now: now,
      actor: actor)
  }

  /// Corrects the attendance of M01 after the lock.
  func mark(_ occasion: String, _ status: String, now: String) throws {
    try must(
      "attendance", "correct", "--occasion", occasion, "--person", Town.m01, "--status", status, "--reason",
      "protokollet", now: now)
  }
}
