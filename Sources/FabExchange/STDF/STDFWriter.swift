/// Writes the records of a checked content.
struct STDFWriter {
  let file: STDFFile

  /// All parts were tested on one head with one site.
  private static let head: UInt8 = 1
  /// Head number of records that sum over all sites.
  private static let allHeads: UInt8 = 255
  /// A count that isn't known.
  private static let unknownCount = UInt32.max

  func bytes() -> [UInt8] {
    var output = STDFOutput()
    output.record(.fileAttributes) { record in
      record.byte(2)
      record.byte(4)
    }
    writeLot(&output)
    writeLayout(&output)
    let tests = Dictionary(uniqueKeysWithValues: file.tests.map { ($0.number, $0) })
    for wafer in file.wafers { write(wafer, tests, &output) }
    for test in file.tests { writeSynopsis(of: test, &output) }
    let parts = file.wafers.flatMap(\.parts)
    let hard = counts(parts.map(\.hardBin))
    let soft = counts(parts.compactMap(\.softBin))
    write(file.hardBins, .hardwareBin, hard, &output)
    write(file.softBins, .softwareBin, soft, &output)
    output.record(.partCount) { record in
      record.byte(Self.allHeads)
      record.byte(Self.head)
      writeCounts(parts, &record)
    }
    output.record(.masterResults) { record in
      record.integer(file.lot.finished)
      record.character(" ")
      record.text("")
      record.text("")
    }
    return output.bytes
  }

  private func counts(_ bins: [UInt16]) -> [UInt16: Int] {
    bins.reduce(into: [UInt16: Int]()) { $0[$1, default: 0] += 1 }
  }

  private func writeLot(_ output: inout STDFOutput) {
    let lot = file.lot
    output.record(.masterInformation) { record in
      record.integer(lot.setUp)
      record.integer(lot.started)
      record.byte(1)
      for _ in 0..<3 { record.character(" ") }
      record.integer(UInt16.max)
      record.character(" ")
      let texts = [
        lot.lot, lot.product, lot.station, lot.tester, lot.program, lot.programVersion, "",
        lot.operatorName, "", "", "", "", "", "", "", "", "", "", "", lot.process, "", "", "", "",
        "", lot.design,
      ]
      for text in texts { record.text(text) }
    }
  }

  private func writeLayout(_ output: inout STDFOutput) {
    guard let layout = file.layout else { return }
    output.record(.waferConfiguration) { record in
      record.real(layout.diameter)
      record.real(layout.dieHeight)
      record.real(layout.dieWidth)
      record.byte(3)
      record.character(layout.flat)
      record.integer(layout.centerX ?? .min)
      record.integer(layout.centerY ?? .min)
      record.character(layout.positiveX)
      record.character(layout.positiveY)
    }
  }

  private func write(
    _ wafer: STDFWafer,
    _ tests: [UInt32: STDFTest],
    _ output: inout STDFOutput
  ) {
    output.record(.waferInformation) { record in
      record.byte(Self.head)
      record.byte(255)
      record.integer(wafer.started)
      record.text(wafer.id)
    }
    for part in wafer.parts {
      output.record(.partInformation) { record in
        record.byte(Self.head)
        record.byte(1)
      }
      for result in part.results {
        guard let test = tests[result.test] else { continue }
        write(result, test, &output)
      }
      write(part, &output)
    }
    output.record(.waferResults) { record in
      record.byte(Self.head)
      record.byte(255)
      record.integer(wafer.finished)
      writeCounts(wafer.parts, &record)
      for text in [wafer.id, "", "", wafer.maskSet, "", ""] { record.text(text) }
    }
  }

  /// Parts tested, retested, aborted, good, functional.
  private func writeCounts(_ parts: [STDFPart], _ record: inout STDFOutput) {
    record.integer(UInt32(parts.count))
    record.integer(Self.unknownCount)
    record.integer(Self.unknownCount)
    record.integer(UInt32(parts.count { $0.isPassed == true }))
    record.integer(Self.unknownCount)
  }

  private func write(_ result: STDFResult, _ test: STDFTest, _ output: inout STDFOutput) {
    output.record(.parametricTest) { record in
      record.integer(test.number)
      record.byte(Self.head)
      record.byte(1)
      var flags: UInt8 = result.value == nil ? 0b0000_0010 : 0
      switch result.isPassed {
      case .none: flags |= 0b0100_0000
      case false?: flags |= 0b1000_0000
      case true?: break
      }
      record.byte(flags)
      record.byte(0)
      record.real(result.value ?? 0)
      record.text(test.name)
      record.text("")
      // Bit 1 is reserved as 1; no limits of specification beside those of the test; 6 and 7 say which is missing.
      record.byte(0b0000_1110 | (test.low == nil ? 0x40 : 0) | (test.high == nil ? 0x80 : 0))
      for _ in 0..<3 { record.byte(0) }
      record.real(test.low ?? 0)
      record.real(test.high ?? 0)
      record.text(test.unit)
    }
  }

  private func write(_ part: STDFPart, _ output: inout STDFOutput) {
    output.record(.partResults) { record in
      record.byte(Self.head)
      record.byte(1)
      switch part.isPassed {
      case true?: record.byte(0)
      case false?: record.byte(0b0000_1000)
      case .none: record.byte(0b0001_0000)
      }
      record.integer(UInt16(part.results.count))
      record.integer(part.hardBin)
      record.integer(part.softBin ?? .max)
      record.integer(part.x ?? .min)
      record.integer(part.y ?? .min)
      record.integer(UInt32(0))
      record.text(part.id)
      record.text("")
      record.byte(0)
    }
  }

  private func writeSynopsis(of test: STDFTest, _ output: inout STDFOutput) {
    let results = file.wafers.flatMap(\.parts).flatMap(\.results)
      .filter { $0.test == test.number }
    let values = results.compactMap(\.value)
    output.record(.testSynopsis) { record in
      record.byte(Self.allHeads)
      record.byte(1)
      record.character("P")
      record.integer(test.number)
      record.integer(UInt32(results.count))
      record.integer(UInt32(results.count { $0.isPassed == false }))
      record.integer(Self.unknownCount)
      for text in [test.name, "", ""] { record.text(text) }
      // Extremes are given where there are values; time and sums aren't; the other bits are reserved as 1.
      record.byte(values.isEmpty ? 0b1111_1111 : 0b1111_1100)
      record.real(0)
      record.real(values.min() ?? 0)
      record.real(values.max() ?? 0)
      record.real(0)
      record.real(0)
    }
  }

  private func write(
    _ bins: [STDFBin],
    _ kind: STDFRecordKind,
    _ counts: [UInt16: Int],
    _ output: inout STDFOutput
  ) {
    let named = Set(bins.map(\.number))
    // Bins that occur but have no name are counted too: the sum over bins is that of parts.
    let others = counts.keys.filter { !named.contains($0) }.sorted()
      .map { STDFBin(number: $0, name: "", isPassed: nil) }
    for bin in bins + others {
      output.record(kind) { record in
        record.byte(Self.allHeads)
        record.byte(1)
        record.integer(bin.number)
        record.integer(UInt32(counts[bin.number] ?? 0))
        record.character(bin.isPassed.map { $0 ? "P" : "F" } ?? " ")
        record.text(bin.name)
      }
    }
  }
}
