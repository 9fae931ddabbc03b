import CZlib

/// Compression by zlib.
enum Deflate {
  /// The level: a table of measured values shrinks to a fifth, in 0.6 of the time that a tenth less would take [ours,
  /// measured].
  private static let level: Int32 = 1

  /// The bytes deflated, or `nil` if that saves nothing.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 64, bytes.count < Int(UInt32.max) else { return nil }
    var size = compressBound(uLong(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(size))
    let status = result.withUnsafeMutableBufferPointer { target in
      bytes.withUnsafeBufferPointer {
        compress2(target.baseAddress, &size, $0.baseAddress, uLong($0.count), level)
      }
    }
    guard status == Z_OK, Int(size) < bytes.count else { return nil }
    result.removeLast(result.count - Int(size))
    return result
  }

  /// How many bytes one byte can stand for, at most.
  private static let ratio = 1032

  /// The bytes as they were, or `nil` if these are damaged.
  static func inflated(_ bytes: [UInt8], count: Int) -> [UInt8]? {
    // The count comes from the file too: memory is taken only for one that can be true.
    guard count >= 0, count / ratio <= bytes.count else { return nil }
    var size = uLong(count)
    var result = [UInt8](repeating: 0, count: count)
    let status = result.withUnsafeMutableBufferPointer { target in
      bytes.withUnsafeBufferPointer {
        uncompress(target.baseAddress, &size, $0.baseAddress, uLong($0.count))
      }
    }
    return status == Z_OK && Int(size) == count ? result : nil
  }
}
