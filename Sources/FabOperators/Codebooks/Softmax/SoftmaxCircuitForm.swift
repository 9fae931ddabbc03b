/// How a softmax circuit is put together.
public enum SoftmaxCircuitForm: String, Hashable, Sendable, CaseIterable, Codable {
  /// An exponential into a common node and one out of a shared logarithm, a lane: 2 branches a lane, 1 shared.
  case sharedLogarithm
  /// A multiplier, an exponential and a divider a lane: 7 branches a lane.
  case composed
  /// A diode a lane into a node with a tail current: 1 branch a lane.
  case tailCurrent

  /// The form of an operator; `nil` for operators that are no softmax.
  public init?(_ name: OperatorName) {
    switch name {
    case .softmax: self = .sharedLogarithm
    case .softmaxComposed: self = .composed
    case .softmaxTailCurrent: self = .tailCurrent
    default: return nil
    }
  }

  /// The diode branches of each lane.
  public var branchesPerLane: Int {
    switch self {
    case .sharedLogarithm: 2
    case .composed: 7
    case .tailCurrent: 1
    }
  }

  /// The diode branches that all lanes share.
  public var sharedBranches: Int { self == .sharedLogarithm ? 1 : 0 }
}
