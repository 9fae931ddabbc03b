#ifndef PCU_OPENBLAS_KERNELS_H
#define PCU_OPENBLAS_KERNELS_H

/// Gives OpenBLAS the kernels of this processor where it takes it for one of 2004.
///
/// A library that is older than the processor, or a virtual machine with a name of its own, ends up with SSE3: a quarter of the
/// speed. Nothing changes where OPENBLAS_CORETYPE is set, where the processor is known, or where it has no AVX2. Call it before any
/// product, from one thread.
void pcu_openblas_choose_kernels(void);

#endif
