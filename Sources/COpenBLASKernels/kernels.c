#include "COpenBLASKernels.h"

#if defined(__linux__) && defined(__x86_64__)
#include <stdlib.h>
#include <string.h>

extern char *openblas_get_corename(void);
// Only libraries with kernels of several processors have these.
extern void gotoblas_dynamic_init(void) __attribute__((weak));
extern void gotoblas_dynamic_quit(void) __attribute__((weak));

void pcu_openblas_choose_kernels(void) {
  static const char name[] = "OPENBLAS_CORETYPE";
  if (!gotoblas_dynamic_init || !gotoblas_dynamic_quit || getenv(name)) return;
  if (strcmp(openblas_get_corename(), "Prescott") != 0) return;
  const char *core = 0;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) core = "Haswell";
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512cd")) {
    core = "SkylakeX";
  }
  if (!core || setenv(name, core, 1) != 0) return;
  gotoblas_dynamic_quit();
  gotoblas_dynamic_init();
  unsetenv(name);
}
#else
void pcu_openblas_choose_kernels(void) {}
#endif
