import FabHash

/// The hash of several sets, headers and values, as the audit keeps it.
final class MeasurementDigest {
  private var bytes: [UInt8] = []

  /// Bytes that are hashed at once, so that no import needs its size twice in memory.
  private static let portion = 1 << 20

  /// Takes in values as ``MeasurementSummary`` writes them.
  func add(_ values: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: values)
    fold()
  }

  /// Takes in a header; its values come first.
  func add(_ header: MeasurementSet) {
    add(header.wafer)
    add(header.characteristic)
    add(header.component)
    add(header.measuredAt.text)
    add(header.operatorName)
    for text in [header.run, header.equipment, header.plan] { add(text ?? "\u{0}") }
    for number in [
      header.id, header.seq.map(Int64.init) ?? -1, header.import ?? -1, header.supersedes ?? -1,
      Int64(header.generated), Int64(header.n), Int64(header.missing), header.digest,
    ] {
      add(UInt64(bitPattern: number))
    }
    for number in [header.mean, header.m2, header.low, header.high] {
      add((number ?? .nan).bitPattern)
    }
    fold()
  }

  /// SHA-256 of everything so far, each portion hashed with the hash of those before it.
  var hexadecimal: String { ContentHash(of: bytes).hexadecimal }

  /// Texts are preceded by their length, so that no two different headers give the same bytes.
  private func add(_ text: String) {
    add(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private func add(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private func fold() {
    guard bytes.count > Self.portion else { return }
    let hash = hexadecimal
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: hash.utf8)
  }
}
