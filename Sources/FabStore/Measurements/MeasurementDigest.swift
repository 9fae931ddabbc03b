import FabHash

/// The hash of the headers of several sets, whose own digests cover the values.
final class MeasurementDigest {
  private var bytes: [UInt8] = []

  func add(_ header: MeasurementSet) {
    for part in [
      String(header.id), header.wafer, header.characteristic, header.component,
      header.measuredAt.text, header.operatorName, String(header.n), String(header.digest),
    ] {
      bytes += Array(part.utf8)
      bytes.append(0)
    }
  }

  var hexadecimal: String { ContentHash(of: bytes).hexadecimal }
}
