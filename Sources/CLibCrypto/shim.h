#ifndef PCU_FAB_CLIBCRYPTO_SHIM_H
#define PCU_FAB_CLIBCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <stddef.h>

/// Writes the 32 bytes of the SHA-256 digest of `count` bytes; returns 1 on success.
static inline int pcu_sha256(const void *bytes, size_t count, unsigned char *digest) {
  unsigned int length = 0;
  return EVP_Digest(bytes, count, digest, &length, EVP_sha256(), NULL) == 1 && length == 32;
}

#endif
