#pragma once
#include <sqlite3.h>

// Swift imports neither variadic functions nor the macros SQLITE_TRANSIENT and SQLITE_STATIC.

/// Sets a yes-or-no option of a connection.
static inline int csqlite_set(sqlite3 *connection, int option, int on) {
  return sqlite3_db_config(connection, option, on, (int *)0);
}

/// Binds a copy of a text; no bytes are the empty text, not NULL.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_text(statement, index, count > 0 ? (const char *)bytes : "", count, SQLITE_TRANSIENT);
}

/// Binds a text that stays where it is until the statement is bound anew or gone.
static inline int csqlite_bind_lasting_text(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_text(statement, index, count > 0 ? (const char *)bytes : "", count, SQLITE_STATIC);
}

/// Binds a copy of some bytes; none are the empty blob, not NULL.
static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return count > 0 ? sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT)
                   : sqlite3_bind_zeroblob(statement, index, 0);
}

/// SQLite otherwise counts every allocation of the process under one lock, for which the threads of a run then wait.
/// Only before the first connection.
static inline int csqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// What a statement over several rows may undo SQLite otherwise keeps in a file once it is over 64 kB, and from then on of
/// every statement of the connection. Only before the first connection.
static inline int csqlite_keep_undo_in_memory(int bytes) {
  return sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, bytes);
}

