#ifndef PCU_FAB_CLIBXML2_SHIM_H
#define PCU_FAB_CLIBXML2_SHIM_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

#endif
