#pragma once
/* Debian's libxml2 headers pull in ICU, which clashes with Foundation's own ICU in one module graph. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/catalog.h>
#include <libxml/relaxng.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>
#include <libexslt/exslt.h>
#include <stdarg.h>
#include <stdio.h>

/* What Swift cannot import: a global function pointer, a macro, variadic functions. */

/* `xmlFree` is a global variable that Swift 6 takes for shared mutable state. */
static inline void clibxml_free(void *memory) { xmlFree(memory); }

/* libxslt reports through a variadic function; this one formats and calls a plain one. */
typedef struct {
  void (*receive)(void *context, const char *text);
  void *context;
} clibxml_receiver;

static void clibxml_forward(void *receiver, const char *format, ...) {
  char text[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  clibxml_receiver *to = (clibxml_receiver *)receiver;
  if (to != NULL) to->receive(to->context, text);
}

/* The receiver must live as long as the context reports to it. */
static inline void clibxml_receive_transform_errors(xsltTransformContextPtr context, clibxml_receiver *receiver) {
  xsltSetTransformErrorFunc(context, receiver, clibxml_forward);
}

/* Process-wide: only under the compile lock. With NULL nobody hears, and nothing is printed. */
static inline void clibxml_receive_compile_errors(clibxml_receiver *receiver) {
  xsltSetGenericErrorFunc(receiver, clibxml_forward);
}

/* libxml2's oldest channel, one for each thread, where XPath still says some things. */
static inline void clibxml_receive_generic_errors(clibxml_receiver *receiver) {
  xmlSetGenericErrorFunc(receiver, clibxml_forward);
}

/* Reports as libxslt itself would, with the place in the stylesheet, and ends the run. */
static inline void clibxml_stop_transform(xsltTransformContextPtr context, const char *reason) {
  xsltTransformError(context, NULL, context->inst, "%s\n", reason);
  context->state = XSLT_STATE_STOPPED;
}
