// The matrix products of OpenBLAS.
#ifndef PCU_CBLAS_SHIM_H
#define PCU_CBLAS_SHIM_H
#define FORCE_OPENBLAS_COMPLEX_STRUCT 1
#include <cblas.h>
#endif
