#ifndef PCU_FAB_CLIBPNG_SHIM_H
#define PCU_FAB_CLIBPNG_SHIM_H

#include <png.h>

#endif
