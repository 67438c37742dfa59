#pragma once
#include <zlib.h>

// A macro in zlib. 15 is the largest window, 16 beside it asks for the frame of gzip, whose time stays 0.
static inline int czlib_begin_gzip(z_stream *stream) {
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
}
