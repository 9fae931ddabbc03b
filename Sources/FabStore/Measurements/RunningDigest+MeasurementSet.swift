extension RunningDigest {
  /// Takes in a header; its values come first, as ``MeasurementSummary`` writes them.
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
  }
}
