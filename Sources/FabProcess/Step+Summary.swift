import FabRecipe
import FabUnits

extension Step {
  /// Returns what is done in a few words, for instance `6 nm of spiro-ttb at 0.1 Å/s`.
  func summary(of film: Film?) -> String {
    switch self {
    case .clean(let step): "clean: \(step.procedure.words { $0 })"
    case .plasma(let step): "\(step.gas) plasma"
    case .deposit(let step):
      "\(film?.thickness.words { $0.text(in: .nanometre) } ?? "") of \(film?.material.text ?? "") at "
        + step.rate.words { $0.text(in: .angstromPerSecond) }
    case .convert(let step):
      "\(film?.material.text ?? "") with \(step.reagent) to \(step.product) at "
        + step.temperature.words { $0.text(in: .celsius) }
    case .rinse(let step): "\(step.technique) with \(step.solvent)"
    case .anneal(let step): "at " + step.temperature.words { $0.text(in: .celsius) }
    case .pattern(let step): "pattern: \(step.technique.words { $0 })"
    }
  }
}

extension Stated {
  /// Returns the value as text, marked where it's assumed, or `unspecified`.
  func words(_ text: (Value) -> String) -> String {
    guard let value else { return "unspecified" }
    return text(value) + (isAssumption ? " (assumed)" : "")
  }
}
