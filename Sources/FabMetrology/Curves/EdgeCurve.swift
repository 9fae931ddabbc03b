import FabDiagnostics
import FabNumerics

/// A spectrum prepared for its edge: ascending wavelengths, without saturated points, the base line known.
struct EdgeCurve {
  let name: String
  let wavelengths: [Double]
  let absorbances: [Double]
  /// The mean absorbance below the gap.
  let base: Double
  /// How many points that mean has.
  let baseCount: Int
  let flags: Set<CurveFlag>

  /// Absorbances above are left out: stray light bends the scale before the detector saturates [ours].
  static let saturation = 3.5
  /// Where the base line is read, just below the gap.
  static let baseRange = 805.0...830.0

  init(
    name: String,
    wavelengths: [Double],
    absorbances: [Double]
  ) throws(DiagnosticError) {
    precondition(wavelengths.count == absorbances.count, "as many absorbances as wavelengths")
    let order = wavelengths.indices.sorted { wavelengths[$0] < wavelengths[$1] }
    let kept = order.filter { absorbances[$0].isFinite && absorbances[$0] <= Self.saturation }
    var flags: Set<CurveFlag> = []
    if kept.count < order.count { flags.insert(.saturated) }
    self.name = name
    self.wavelengths = kept.map { wavelengths[$0] }
    self.absorbances = kept.map { absorbances[$0] }
    let inBase = kept.filter { Self.baseRange.contains(wavelengths[$0]) }
    let baseValues = inBase.map { absorbances[$0] }
    guard let statistics = SampleStatistics(baseValues) else {
      throw Self.failure(
        name,
        "the spectrum has no point at \(EdgeMethod.text(Self.baseRange)) nm, where the base line is read",
        "measure up to 830 nm"
      )
    }
    base = statistics.mean
    baseCount = baseValues.count
    let line = StraightLine(inBase.map { wavelengths[$0] }, baseValues)
    if let line, abs(line.slope) > 1e-3 { flags.insert(.baselineSlope) }
    if statistics.standardDeviation > 0.01 { flags.insert(.fringes) }
    self.flags = flags
  }

  /// The points of a window.
  func points(
    in window: ClosedRange<Double>,
    atLeast count: Int
  ) throws(DiagnosticError) -> (x: [Double], y: [Double]) {
    let indices = wavelengths.indices.filter { window.contains(wavelengths[$0]) }
    guard indices.count >= count, let first = indices.first, let last = indices.last else {
      throw Self.failure(
        name,
        "the window \(EdgeMethod.text(window)) nm has \(indices.count) usable points; at least \(count) are needed",
        "measure with a smaller step, a thinner film or over more of the window"
      )
    }
    let step = (wavelengths[last] - wavelengths[first]) / Double(indices.count - 1)
    guard wavelengths[first] - window.lowerBound < 2 * step,
      window.upperBound - wavelengths[last] < 2 * step
    else {
      throw Self.failure(
        name,
        "usable points cover \(wavelengths[first])-\(wavelengths[last]) nm of the window \(EdgeMethod.text(window)) nm",
        "measure over all of the window, or state a smaller one"
      )
    }
    return (indices.map { wavelengths[$0] }, indices.map { absorbances[$0] })
  }

  static func failure(_ name: String, _ summary: String, _ fix: String) -> DiagnosticError {
    DiagnosticError(Diagnostic(.fitFailed, at: .file(name), summary, fixes: [fix]))
  }
}
