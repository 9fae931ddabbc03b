#ifndef PCU_FAB_CLIBXML2_SHIM_H
#define PCU_FAB_CLIBXML2_SHIM_H

// Where libxml2 was built with ICU, its headers include those of the system's ICU, whose types clash with
// the ICU inside Foundation: a Swift file that sees both may fail to compile. No type that is used here
// depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

#endif
