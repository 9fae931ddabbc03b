import CZlib

/// What a set says without its values, computed while they are stored.
struct MeasurementSummary {
  private(set) var n = 0
  private(set) var missing = 0
  private(set) var mean = 0.0
  private(set) var m2 = 0.0
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity
  private var checksum = crc32(0, nil, 0)
  private var pending: [UInt64] = []
  private let digestOfAll: RunningDigest?

  /// Five words a value; digested in portions, since a call a value would cost more than the digest.
  private static let portion = 5 * 512

  /// Begins a summary.
  ///
  /// - Parameter digest: What takes in the values too.
  init(into digest: RunningDigest? = nil) {
    digestOfAll = digest
    pending.reserveCapacity(Self.portion)
  }

  /// Takes a value in.
  mutating func add(_ value: MeasuredValue) {
    if let number = value.value {
      n += 1
      // Welford's recurrence: no sum of squares that cancels.
      let deviation = number - mean
      mean += deviation / Double(n)
      m2 += deviation * (number - mean)
      low = min(low, number)
      high = max(high, number)
    } else {
      missing += 1
    }
    pending.append(UInt64(bitPattern: value.site ?? -1).littleEndian)
    pending.append(
      (UInt64(UInt32(bitPattern: value.xUm ?? .min)) << 32
        | UInt64(UInt32(bitPattern: value.yUm ?? .min)))
        .littleEndian
    )
    pending.append((value.value ?? .nan).bitPattern.littleEndian)
    pending.append((value.u ?? .nan).bitPattern.littleEndian)
    pending.append(UInt64(UInt32(bitPattern: value.flags.rawValue)).littleEndian)
    if pending.count >= Self.portion { flush() }
  }

  private mutating func flush() {
    checksum = pending.withUnsafeBytes {
      digestOfAll?.add($0)
      return crc32(checksum, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), uInt($0.count))
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// CRC-32 of all values and their places, in order.
  mutating func digest() -> Int64 {
    if !pending.isEmpty { flush() }
    return Int64(checksum)
  }

  /// Whether a header says the same.
  mutating func matches(_ set: MeasurementSet) -> Bool {
    guard digest() == set.digest, n == set.n, missing == set.missing else { return false }
    guard n > 0 else { return set.mean == nil }
    return mean == set.mean && m2 == set.m2 && low == set.low && high == set.high
  }
}
