// SuiteSparse's KLU, the sparse direct solver of circuit simulators.
#ifndef PCU_SUITESPARSE_SHIM_H
#define PCU_SUITESPARSE_SHIM_H
#include <suitesparse/klu.h>
#endif
