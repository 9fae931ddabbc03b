import FabDiagnostics
import FabMetrology
import FabStore

/// The absorption edge of a spectrum, by the settings' method and at its inflection.
struct SpectrumValues {
  let settings: CurveSettings

  /// Evaluates a spectrum.
  ///
  /// - Throws: A ``DiagnosticError`` with `unsupported-content` for a reflectance, which has no edge of its own.
  func values(
    of spectrum: AbsorptionSpectrum,
    name: String
  ) throws(DiagnosticError) -> CurveEvaluation {
    guard let absorbances = spectrum.absorbances else {
      throw DiagnosticError(
        Diagnostic(
          .unsupportedContent,
          at: .file(name),
          "'\(spectrum.name)' is a reflectance; an edge is read off absorbance or transmittance",
          fixes: ["measure the transmittance, or leave this spectrum out with --curve"]
        )
      )
    }
    var evaluation = CurveEvaluation()
    for (characteristic, method) in [
      (StandardCharacteristic.edge, settings.edge.method(in: settings.edgeWindow)),
      (.edgeInflection, EdgeChoice.inflection.method(in: settings.edgeWindow)),
    ] {
      do throws(DiagnosticError) {
        let estimate = try AbsorptionEdge(method: method)
          .estimate(
            name: spectrum.name.isEmpty ? name : "\(name), \(spectrum.name)",
            wavelengths: spectrum.wavelengths,
            absorbances: absorbances
          )
        evaluation.values.append(
          CurveValue(
            characteristic,
            method: estimate.method,
            value: estimate.value,
            u: estimate.uncertainty,
            flags: MeasurementFlags(estimate.flags)
          )
        )
      } catch {
        evaluation.warn(error)
        evaluation.values.append(
          CurveValue(characteristic, method: method.text, value: nil, flags: .fitFailed)
        )
      }
    }
    return evaluation
  }
}

extension MeasurementFlags {
  /// The flags of a curve as the store keeps them.
  init(_ flags: Set<CurveFlag>) {
    self = []
    for flag in flags {
      switch flag {
      case .saturated: insert(.saturated)
      case .baselineSlope: insert(.baselineSlope)
      case .fringes: insert(.fringes)
      case .windowHit: insert(.windowHit)
      case .poorFit: insert(.poorFit)
      }
    }
  }
}
