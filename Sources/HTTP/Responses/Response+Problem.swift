extension Response {
  /// A problem document of the server's own (RFC 9457), for what it turns away before anyone else sees it.
  public static func problem(_ fault: RequestFault) -> Response {
    let status = fault.status
    let text = """
      {"type":"about:blank","title":"\(status.title)","status":\(status.rawValue),"code":"\(fault.code.rawValue)"}
      """
    let response = Response(status, type: "application/problem+json", text: text)
    guard !fault.allowed.isEmpty else { return response }
    return response.adding("Allow", fault.allowed.map(\.rawValue).joined(separator: ", "))
  }

  /// A problem document for a fault of the program, which says nothing of it.
  static let programFault = Response(
    .internalServerError, type: "application/problem+json",
    text: #"{"type":"about:blank","title":"Internal Server Error","status":500,"code":"PROGRAM_FAULT"}"#)
}
