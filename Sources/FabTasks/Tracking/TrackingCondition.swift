/// What the pictures of a pair were taken in.
public enum TrackingCondition: Int, Hashable, Sendable, CaseIterable {
  /// Both pictures show the target; each also shows something that looks like it there and not in the other.
  case plain
  /// The visible picture is nearly black: the target can be told by its temperature only.
  case night
  /// The target is as warm as its surroundings: it can be told by its colours only.
  case crossover

  /// The name in tables.
  public var name: String {
    switch self {
    case .plain: "plain"
    case .night: "night"
    case .crossover: "thermal crossover"
    }
  }
}
