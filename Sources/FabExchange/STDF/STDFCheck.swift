import FabDiagnostics

/// What must hold before a file is written.
struct STDFCheck {
  let file: STDFFile

  /// Checks the content.
  func check() throws(DiagnosticError) {
    let collector = DiagnosticCollector()
    for (text, what) in texts {
      guard let defect = STDFText.defect(of: text) else { continue }
      collector.add(
        Diagnostic(.invalidName, "\(what) '\(ExchangeName.shown(text))' \(defect)")
      )
    }
    let tests = file.tests.map(\.number)
    if Set(tests).count < tests.count {
      collector.add(Diagnostic(.duplicateName, "two tests have one number"))
    }
    for (bins, what) in [(file.hardBins, "hardware"), (file.softBins, "software")] {
      if Set(bins.map(\.number)).count < bins.count {
        collector.add(Diagnostic(.duplicateName, "two \(what) bins have one number"))
      }
      if let bin = bins.first(where: { $0.number > 32767 }) {
        collector.add(
          Diagnostic(.outOfRange, "\(what) bin \(bin.number) is above 32767")
        )
      }
    }
    let known = Set(tests)
    for wafer in file.wafers {
      for part in wafer.parts { check(part, of: wafer, known, collector) }
    }
    for test in file.tests where [test.low, test.high].contains(where: { $0?.isFinite == false }) {
      collector.add(Diagnostic(.notFinite, "test \(test.number) has a limit that isn't finite"))
    }
    if collector.hasErrors { throw DiagnosticError(collector.diagnostics) }
  }

  private func check(
    _ part: STDFPart,
    of wafer: STDFWafer,
    _ known: Set<UInt32>,
    _ collector: DiagnosticCollector
  ) {
    let about = "part '\(ExchangeName.shown(part.id))' of wafer '\(ExchangeName.shown(wafer.id))'"
    if part.hardBin > 32767 || (part.softBin ?? 0) > 32767 {
      collector.add(Diagnostic(.outOfRange, "\(about) has a bin above 32767"))
    }
    if part.results.count > 65535 {
      collector.add(
        Diagnostic(
          .outOfRange,
          "\(about) has \(part.results.count) results, at most 65535 are counted"
        )
      )
    }
    for result in part.results {
      if !known.contains(result.test) {
        collector.add(
          Diagnostic(
            .unknownReference,
            "\(about) has a result of test \(result.test), which isn't defined"
          )
        )
      }
      if result.value?.isFinite == false {
        collector.add(
          Diagnostic(.notFinite, "\(about) has a result of test \(result.test) that isn't finite")
        )
      }
    }
  }

  private var texts: [(String, String)] {
    let lot = file.lot
    var texts = [
      (lot.lot, "lot"), (lot.product, "product"), (lot.station, "station"),
      (lot.tester, "tester"), (lot.program, "program"),
      (lot.programVersion, "program version"), (lot.operatorName, "operator"),
      (lot.process, "process"), (lot.design, "design"),
    ]
    texts += file.tests.flatMap { [($0.name, "test"), ($0.unit, "unit")] }
    texts += (file.hardBins + file.softBins).map { ($0.name, "bin") }
    for wafer in file.wafers {
      texts += [(wafer.id, "wafer"), (wafer.maskSet, "mask set")]
      texts += wafer.parts.map { ($0.id, "part") }
    }
    return texts
  }
}
