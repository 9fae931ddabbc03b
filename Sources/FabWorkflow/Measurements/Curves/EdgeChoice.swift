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

  var method: EdgeMethod {
    switch self {
    case .sigmoid: .defaultSigmoid
    case .inflection: .defaultInflection
    case .tauc: .defaultTauc
    case .halfHeight: .defaultHalfHeight
    }
  }
}
