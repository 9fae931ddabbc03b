import FabMetrology

/// The methods for absorption edges by name.
public enum EdgeChoice: String, CaseIterable, Sendable {
  /// The fit of a step: least noise.
  case sigmoid
  /// The steepest place: hardly moved by thickness.
  case inflection
  /// Tauc's plot of a direct gap.
  case tauc
  /// The half of the height.
  case halfHeight = "half-height"

  /// The method with a window in nm; Tauc's range in eV stays as it is.
  func method(in window: ClosedRange<Double>) -> EdgeMethod {
    switch self {
    case .sigmoid: .sigmoid(window: window)
    case .inflection:
      if case .inflection(_, let smoothing) = EdgeMethod.defaultInflection {
        .inflection(window: window, smoothing: smoothing)
      } else {
        .defaultInflection
      }
    case .tauc: .defaultTauc
    case .halfHeight: .halfHeight(window: window)
    }
  }
}
