import FabHash

/// The hash of many rows, as the audit keeps it.
///
/// Texts are preceded by their length, so that no two different rows give the same bytes.
final class RunningDigest {
  private var bytes: [UInt8] = []

  /// Bytes that are hashed at once, so that no import needs its size twice in memory.
  private static let portion = 1 << 20

  /// SHA-256 of everything so far, each portion hashed with the hash of those before it.
  var hexadecimal: String { ContentHash(of: bytes).hexadecimal }

  /// Takes in bytes whose number is known to whoever compares.
  func add(_ values: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: values)
    fold()
  }

  /// Takes in a text.
  func add(_ text: String) { addText(text.utf8) }

  /// Takes in the bytes of a text, or of anything else.
  func addText(_ text: some Collection<UInt8>) {
    add(UInt64(text.count))
    bytes.append(contentsOf: text)
    fold()
  }

  /// Takes in eight bytes.
  func add(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private func fold() {
    guard bytes.count > Self.portion else { return }
    let hash = hexadecimal
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: hash.utf8)
  }
}
