#pragma once
/* Debian's libxml2 headers pull in ICU, which clashes with Foundation's own ICU in one module graph. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
