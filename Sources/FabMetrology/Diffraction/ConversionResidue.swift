public import FabDiagnostics
import FabNumerics

/// How much lead iodide is left after conversion: the area of its peak at 12.66° over that of the perovskite at 14.1°.
///
/// > Validity: a ratio for comparison between films of one kind, not a fraction of volume: texture changes it.
public struct ConversionResidue: Hashable, Sendable {
  /// The ratio of the areas; zero where no peak of lead iodide rises above the noise.
  public let ratio: Double
  /// The standard uncertainty; where nothing is seen, of the largest peak that the noise could hide.
  public let uncertainty: Double

  /// The window of PbI2's (001) peak at 12.66° [ours].
  public static let leadIodideWindow: ClosedRange<Double> = 12.3...13.0

  /// Integrates both peaks above the line through the ends of their windows.
  ///
  /// - Throws: A ``DiagnosticError`` with `fit-failed` where a window has too few points or there's no perovskite peak.
  public init(
    name: String,
    angles: [Double],
    counts: [Double],
    perovskite: ClosedRange<Double> = PeakMethod.defaultWindow
  ) throws(DiagnosticError) {
    let lead = try Self.area(name, angles, counts, Self.leadIodideWindow)
    let converted = try Self.area(name, angles, counts, perovskite)
    guard converted.area > 3 * converted.uncertainty else {
      throw EdgeCurve.failure(
        name,
        "no perovskite peak in \(EdgeMethod.text(perovskite)) deg, so nothing to compare lead iodide with",
        "look at the scan"
      )
    }
    ratio = max(0, lead.area / converted.area)
    let relative = converted.uncertainty / converted.area
    let first = lead.uncertainty / converted.area
    uncertainty = (first * first + ratio * relative * ratio * relative).squareRoot()
  }

  private static func area(
    _ name: String,
    _ angles: [Double],
    _ counts: [Double],
    _ window: ClosedRange<Double>
  ) throws(DiagnosticError) -> (area: Double, uncertainty: Double) {
    let indices = angles.indices.filter { window.contains(angles[$0]) }
    guard indices.count >= 9, let first = indices.first, let last = indices.last else {
      throw EdgeCurve.failure(
        name,
        "the window \(EdgeMethod.text(window)) deg has \(indices.count) points; at least 9 are needed",
        "scan from 12 to 15 deg"
      )
    }
    let ends = max(2, indices.count / 6)
    let base = indices.prefix(ends) + indices.suffix(ends)
    let level = base.reduce(0) { $0 + counts[$1] } / Double(base.count)
    let step = (angles[last] - angles[first]) / Double(indices.count - 1)
    let sum = indices.reduce(0) { $0 + counts[$1] }
    let number = Double(indices.count)
    // Counts of Poisson's law: the sum's variance is the sum, and the level is known to its own.
    let variance = sum + number * number * level / Double(base.count)
    return (step * (sum - number * level), step * max(1, variance).squareRoot())
  }
}
