#ifndef PCU_FAB_CZLIB_SHIM_H
#define PCU_FAB_CZLIB_SHIM_H

#include <zlib.h>

#endif
