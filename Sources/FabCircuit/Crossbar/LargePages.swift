import Foundation

/// Memory for sweeps over megabytes: without large pages, looking up addresses costs as much as the arithmetic.
enum LargePages {
  /// Bytes of a large page of x86-64 and of arm64.
  private static let size = 1 << 21

  /// Returns memory to be freed with `deallocate()`, in large pages where it is large and the system has them.
  static func allocate(bytes: Int) -> UnsafeMutableRawPointer {
    guard bytes >= size / 2 else { return .allocate(byteCount: bytes, alignment: 64) }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: size)
    #if os(Linux)
    // Advice, MADV_HUGEPAGE by its number: where it isn't taken, pages are small.
    _ = madvise(memory, bytes, 14)
    #endif
    return memory
  }
}
