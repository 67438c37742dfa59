#pragma once
#include <malloc.h>
#include <sys/socket.h>
#include <microhttpd.h>

// Swift imports no variadic functions, and no enumerations of flags.

/// What a daemon is started with.
struct cmhd_settings {
  /// A socket that listens already.
  int socket;
  unsigned int threads;
  unsigned int connections;
  /// Seconds that a connection may lie idle.
  unsigned int idle_seconds;
  /// Bytes of memory for one connection.
  size_t connection_memory;
  /// Handed to each callback.
  void *context;
  /// Asked whether a new connection is wanted.
  MHD_AcceptPolicyCallback accepts;
  MHD_AccessHandlerCallback handler;
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connection_changed;
  /// Told of the target of each request as it was sent; gives NULL.
  void *(*targeted)(void *context, const char *target, struct MHD_Connection *connection);
  /// Told of what the library finds wrong, on the thread of the connection.
  MHD_LogCallback complained;
};

/// Leaves paths and queries as they were sent; they are decoded where they can be refused.
static inline size_t cmhd_leave_escaped(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  size_t length = 0;
  while (text[length] != 0) length++;
  return length;
}

/// Gives each thread a heap of its own and lets it keep what an answer takes. Threads would else wait for each other's heaps,
/// and hand pages back to the system after an answer only to take them again for the next. What is large goes back at once.
static inline void cmhd_keep_memory(unsigned int threads) {
  mallopt(M_ARENA_MAX, (int)threads + 8);
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 256 << 10);
}

/// Starts a daemon with a fixed pool of threads, or tells by NULL that it cannot.
static inline struct MHD_Daemon *cmhd_start(const struct cmhd_settings *settings) {
  cmhd_keep_memory(settings->threads);
  return MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_USE_TURBO | MHD_USE_ERROR_LOG, 0,
      settings->accepts, settings->context, settings->handler, settings->context,
      MHD_OPTION_EXTERNAL_LOGGER, settings->complained, settings->context,
      MHD_OPTION_LISTEN_SOCKET, settings->socket,
      MHD_OPTION_THREAD_POOL_SIZE, settings->threads,
      MHD_OPTION_CONNECTION_LIMIT, settings->connections,
      MHD_OPTION_CONNECTION_TIMEOUT, settings->idle_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->connection_memory,
      MHD_OPTION_URI_LOG_CALLBACK, settings->targeted, settings->context,
      // A message without Host, or with a blank in its target, is left to the guard: the library would send the head of its
      // own refusal twice, or hang up without a word.
      MHD_OPTION_STRICT_FOR_CLIENT, 0,
      MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
      MHD_OPTION_UNESCAPE_CALLBACK, cmhd_leave_escaped, NULL,
      MHD_OPTION_NOTIFY_COMPLETED, settings->completed, settings->context,
      MHD_OPTION_NOTIFY_CONNECTION, settings->connection_changed, settings->context,
      MHD_OPTION_END);
}

/// What was kept with a connection when it was opened.
static inline void *cmhd_socket_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : NULL;
}

/// The socket of a connection, or -1.
static inline int cmhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

/// Visits the headers of a request.
static inline void cmhd_headers(struct MHD_Connection *connection, MHD_KeyValueIteratorN visit, void *context) {
  MHD_get_connection_values_n(connection, MHD_HEADER_KIND, visit, context);
}

/// Visits the arguments of a query, plus signs turned into blanks and nothing else decoded.
static inline void cmhd_query(struct MHD_Connection *connection, MHD_KeyValueIteratorN visit, void *context) {
  MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, visit, context);
}

/// Makes a response from a copy of some bytes.
static inline struct MHD_Response *cmhd_response(const void *bytes, size_t count) {
  return MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

/// Whether a connection has been opened, else it is being closed.
static inline int cmhd_is_opened(enum MHD_ConnectionNotificationCode code) {
  return code == MHD_CONNECTION_NOTIFY_STARTED;
}
