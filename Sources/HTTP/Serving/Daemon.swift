internal import CMicroHTTPD
import Glibc
import Synchronization

/// The running library.
struct Daemon {
  private let handle: OpaquePointer

  /// Starts to answer on a listening socket; the engine must outlive the daemon.
  init(_ engine: Engine, listening socket: Int32) throws(ServerFault) {
    let limits = engine.limits
    var settings = cmhd_settings(
      socket: socket, threads: UInt32(limits.threads), connections: UInt32(limits.connections),
      idle_seconds: UInt32(limits.headerSeconds), connection_memory: limits.headerBytes,
      context: Unmanaged.passUnretained(engine).toOpaque(),
      accepts: { context, _, _ in
        guard let context else { return .NO }
        let engine = Unmanaged<Engine>.fromOpaque(context).takeUnretainedValue()
        return engine.isStopping.load(ordering: .relaxed) ? .NO : .YES
      },
      handler: handleRequest,
      completed: { _, _, state, _ in
        guard let known = state?.pointee else { return }
        Unmanaged<Reception>.fromOpaque(known).release()
      },
      connection_changed: noteConnection,
      targeted: { _, target, connection in
        guard let target, let connection else { return nil }
        line(of: connection)?.noteTarget(hasBlank: strchr(target, Int32(UInt8(ascii: " "))) != nil)
        return nil
      },
      complained: { context, _, _ in
        guard let context else { return }
        Unmanaged<Engine>.fromOpaque(context).takeUnretainedValue().refuseMalformedLength()
      })
    guard let handle = cmhd_start(&settings) else {
      throw ServerFault(code: .library, errorNumber: errno)
    }
    self.handle = handle
  }

  /// Closes every connection and the listening socket, and ends the threads.
  ///
  /// The library's own way to take no more connections first ends the program now and then: two threads remove the socket
  /// from one epoll set. A daemon whose engine is stopping hangs up on new ones instead.
  func stop() {
    MHD_stop_daemon(handle)
  }
}

// The library calls these on its own threads, one thread for all calls of one connection. A `Line` belongs to the
// connection from its opening to its closing, a `Reception` to the request until it is completed.

/// Called with the headers of a request, with each piece of its body and at its end.
private let handleRequest: MHD_AccessHandlerCallback = {
  context, connection, url, method, version, piece, size, state in
  guard let context, let connection, let url, let method, let version, let size, let state else { return .NO }
  guard let known = state.pointee else {
    let engine = Unmanaged<Engine>.fromOpaque(context).takeUnretainedValue()
    let reception = Reception(
      engine, line: line(of: connection), method: String(cString: method), path: String(cString: url),
      headers: headers(of: connection))
    state.pointee = Unmanaged.passRetained(reception).toOpaque()
    let refusal = reception.begin(version: String(cString: version), rawQuery: query(of: connection))
    return refusal.map { queue($0, on: connection) } ?? .YES
  }
  let reception = Unmanaged<Reception>.fromOpaque(known).takeUnretainedValue()
  guard size.pointee > 0 else { return queue(reception.answer(), on: connection) }
  let isWanted = reception.take(UnsafeRawBufferPointer(start: piece, count: size.pointee))
  size.pointee = 0
  // The library cannot answer in the middle of a body, so the connection is closed.
  return isWanted ? .YES : .NO
}

/// Called when a connection has been opened and before its socket is closed.
private let noteConnection: MHD_NotifyConnectionCallback = { context, connection, kept, code in
  guard let context, let connection, let kept else { return }
  let engine = Unmanaged<Engine>.fromOpaque(context).takeUnretainedValue()
  if cmhd_is_opened(code) != 0 {
    let line = Line(
      connection, socket: cmhd_socket(connection), seconds: engine.limits.headerSeconds)
    kept.pointee = Unmanaged.passRetained(line).toOpaque()
    engine.lines.insert(line)
  } else if let known = kept.pointee {
    let line = Unmanaged<Line>.fromOpaque(known).takeRetainedValue()
    engine.lines.remove(line)
    kept.pointee = nil
  }
}

private func line(of connection: OpaquePointer) -> Line? {
  cmhd_socket_context(connection).map { Unmanaged<Line>.fromOpaque($0).takeUnretainedValue() }
}

/// The headers that a connection has received of its request, their names in lower case.
func headers(of connection: OpaquePointer) -> Fields {
  var fields = Fields()
  withUnsafeMutablePointer(to: &fields) { cmhd_headers(connection, gather, $0) }
  return Fields(fields.all.map { Fields.Field($0.name.lowercased(), $0.value) })
}

private func query(of connection: OpaquePointer) -> Fields {
  var fields = Fields()
  withUnsafeMutablePointer(to: &fields) { cmhd_query(connection, gather, $0) }
  return fields
}

private let gather: MHD_KeyValueIteratorN = { fields, _, name, nameSize, value, valueSize in
  let text = { (start: UnsafePointer<CChar>?, count: Int) in
    String(decoding: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self)
  }
  fields?.assumingMemoryBound(to: Fields.self).pointee.append(text(name, nameSize), text(value, valueSize))
  return .YES
}

private func queue(_ response: Response, on connection: OpaquePointer) -> MHD_Result {
  guard let made = response.made() else { return .NO }
  defer { MHD_destroy_response(made) }
  for field in response.headers.all where MHD_add_response_header(made, field.name, field.value) != .YES {
    return .NO
  }
  return MHD_queue_response(connection, UInt32(response.status.rawValue), made)
}

extension Response {
  /// The library's form of the body.
  fileprivate func made() -> OpaquePointer? {
    switch body {
    case .none: return cmhd_response(nil, 0)
    case .bytes(let bytes): return bytes.withUnsafeBytes { cmhd_response($0.baseAddress, $0.count) }
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else {
        close(descriptor)
        return nil
      }
      // The response owns the descriptor.
      return MHD_create_response_from_fd64(UInt64(status.st_size), descriptor)
    }
  }
}
