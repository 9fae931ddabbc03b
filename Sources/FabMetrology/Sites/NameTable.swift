/// Names as small numbers, looked up by their bytes without a string for each row.
struct NameTable {
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  private var starts: [Int] = [0]
  private var storage: [UInt8] = []
  private var latest: Int32 = -1

  init() {
    slots = Array(repeating: -1, count: 256)
  }

  /// The number of different names.
  var count: Int { hashes.count }

  /// The names in the order of their first appearance.
  var names: [String] {
    hashes.indices.map { String(decoding: storage[starts[$0]..<starts[$0 + 1]], as: UTF8.self) }
  }

  /// Returns the number of a name, a new one where it's new.
  mutating func index(of name: UnsafeBufferPointer<UInt8>) -> Int32 {
    // Tables are sorted more often than not: most rows repeat the name above.
    if latest >= 0, isName(latest, name) { return latest }
    let hash = Self.hash(name)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let candidate = slots[slot]
      if hashes[Int(candidate)] == hash, isName(candidate, name) {
        latest = candidate
        return candidate
      }
      slot = (slot + 1) & mask
    }
    let new = Int32(hashes.count)
    hashes.append(hash)
    storage.append(contentsOf: name)
    starts.append(storage.count)
    slots[slot] = new
    latest = new
    if 2 * hashes.count > slots.count { grow() }
    return new
  }

  /// Returns the number of a name, a new one where it's new.
  mutating func index(of name: String) -> Int32 {
    var name = name
    return name.withUTF8 { index(of: $0) }
  }

  private func isName(_ index: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[Int(index)]
    guard starts[Int(index) + 1] - start == name.count else { return false }
    for offset in 0..<name.count where storage[start + offset] != name[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    let mask = slots.count - 1
    for index in hashes.indices {
      var slot = Int(hashes[index]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// > Source: G. Fowler, L. C. Noll, K.-P. Vo, *FNV hash*, variant 1a of 32 bits.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
