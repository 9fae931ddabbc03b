import FabDiagnostics
import FabMetrology
import FabStore

/// The place of the (110) reflection and what is left of lead iodide, of one scan.
struct ScanValues {
  let settings: CurveSettings

  /// How far from its place a reference reflection is looked for, in degree [ours].
  private static let referenceReach = 0.35

  /// Evaluates a scan.
  func values(of scan: DiffractionScan, name: String) -> CurveEvaluation {
    let title = scan.name.isEmpty ? name : "\(name), \(scan.name)"
    var evaluation = CurveEvaluation()
    evaluation.values.append(place(scan, title, &evaluation))
    if let residue = residue(scan, title, &evaluation) { evaluation.values.append(residue) }
    return evaluation
  }

  private func place(
    _ scan: DiffractionScan,
    _ title: String,
    _ evaluation: inout CurveEvaluation
  ) -> CurveValue {
    let method = PeakMethod.pseudoVoigt(
      window: settings.peakWindow,
      radiation: settings.radiation
    )
    var text = method.text
    if let reference = settings.referencePeak { text += "; height by the peak at \(reference) deg" }
    do throws(DiagnosticError) {
      let peak = try DiffractionPeak(method: method)
        .estimate(name: title, angles: scan.angles, counts: scan.counts)
      guard let belongs = settings.referencePeak else {
        return CurveValue(
          .xrd110,
          method: text,
          value: peak.value,
          u: peak.uncertainty,
          flags: MeasurementFlags(peak.flags)
        )
      }
      let window = belongs - Self.referenceReach...belongs + Self.referenceReach
      let reference = try DiffractionPeak(
        method: .pseudoVoigt(window: window, radiation: settings.radiation)
      )
      .estimate(name: title, angles: scan.angles, counts: scan.counts)
      let value = SampleHeight.corrected(
        peak.value,
        reference: reference.value,
        trueReference: belongs
      )
      // The correction carries the noise of the reference nearly one to one.
      let (first, second) = (peak.uncertainty ?? 0, reference.uncertainty ?? 0)
      return CurveValue(
        .xrd110,
        method: text,
        value: value,
        u: (first * first + second * second).squareRoot(),
        flags: MeasurementFlags(peak.flags.union(reference.flags))
      )
    } catch {
      evaluation.warn(error)
      return CurveValue(.xrd110, method: text, value: nil, flags: .fitFailed)
    }
  }

  /// What is left of lead iodide; `nil` where the scan doesn't reach its reflection.
  private func residue(
    _ scan: DiffractionScan,
    _ title: String,
    _ evaluation: inout CurveEvaluation
  ) -> CurveValue? {
    let window = ConversionResidue.leadIodideWindow
    guard let first = scan.angles.first, let last = scan.angles.last,
      first <= window.lowerBound + 0.1, last >= PeakMethod.defaultWindow.upperBound - 0.1
    else { return nil }
    let method =
      "area:net \(window.lowerBound)-\(window.upperBound) over "
      + "\(PeakMethod.defaultWindow.lowerBound)-\(PeakMethod.defaultWindow.upperBound) deg"
    do throws(DiagnosticError) {
      let residue = try ConversionResidue(name: title, angles: scan.angles, counts: scan.counts)
      return CurveValue(
        .pbi2Residue,
        method: method,
        value: residue.ratio,
        u: residue.uncertainty
      )
    } catch {
      evaluation.warn(error)
      return CurveValue(.pbi2Residue, method: method, value: nil, flags: .fitFailed)
    }
  }
}
