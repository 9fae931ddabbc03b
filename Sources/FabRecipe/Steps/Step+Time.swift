public import FabUnits

extension Step {
  /// The duration that the recipe gives the step; `nil` where it gives none.
  ///
  /// Depositions last as long as thickness and rate make them; see `Schedule`.
  public var time: Stated<Time>? {
    switch self {
    case .clean, .deposit: nil
    case .plasma(let step): step.time
    case .convert(let step): step.time
    case .rinse(let step): step.time
    case .anneal(let step): step.time
    case .pattern(let step): step.time
    }
  }
}
