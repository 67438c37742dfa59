/// What somebody does with the register, as the audit log names it.
public enum Act: String, CaseIterable, Sendable {
  case registerCreate = "register.create"
  case registerBackup = "register.backup"
  case registerRestore = "register.restore"
  case registerCheck = "register.check"

  case personAdd = "person.add"
  case personShow = "person.show"
  case personLink = "person.link"
  case personProtect = "person.protect"
  case personDeceased = "person.deceased"
  case personExtract = "person.extract"

  case ringAdd = "ring.add"
  case ringComplete = "ring.complete"
  case ringRegister = "ring.register"
  case ringRefuse = "ring.refuse"
  case ringDismiss = "ring.dismiss"
  case ringWithdraw = "ring.withdraw"
  case ringSupervise = "ring.supervise"
  case ringDeregister = "ring.deregister"
  case ringContact = "ring.contact"
  case ringGrant = "ring.grant"
  case ringList = "ring.list"
  case ringShow = "ring.show"
  case ringCheck = "ring.check"

  case memberAdd = "member.add"
  case memberEnd = "member.end"
  case memberList = "member.list"

  case occasionAdd = "occasion.add"
  case occasionCancel = "occasion.cancel"
  case occasionList = "occasion.list"

  case attendanceRecord = "attendance.record"
  case attendanceAttest = "attendance.attest"
  case attendanceList = "attendance.list"

  case approvalGive = "approval.give"
  case approvalWithdraw = "approval.withdraw"
  case approvalList = "approval.list"

  case trainingRecord = "training.record"
  case trainingReverse = "training.reverse"
  case trainingShow = "training.show"

  case yearLock = "year.lock"
  case yearDecide = "year.decide"
  case yearSummary = "year.summary"
  case yearStatements = "year.statements"
  case yearControlFile = "year.control-file"
  case decisionShow = "decision.show"
  case decisionAnswer = "decision.answer"
  case decisionClose = "decision.close"
  case decisionCorrect = "decision.correct"
  case decisionServe = "decision.serve"
  case documentShow = "document.show"

  case importRows = "import"
  case exportRows = "export"

  case userAdd = "user.add"
  case userRevoke = "user.revoke"
  case userList = "user.list"
  case auditList = "audit.list"
  case auditVerify = "audit.verify"
}
