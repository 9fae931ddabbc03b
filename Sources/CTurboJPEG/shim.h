#ifndef PCU_FAB_CTURBOJPEG_SHIM_H
#define PCU_FAB_CTURBOJPEG_SHIM_H

#include <turbojpeg.h>

#endif
