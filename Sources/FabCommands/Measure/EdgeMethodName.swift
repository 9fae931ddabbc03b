import ArgumentParser
import FabWorkflow

/// The methods for absorption edges by name.
enum EdgeMethodName: String, CaseIterable, ExpressibleByArgument {
  case sigmoid
  case inflection
  case tauc
  case halfHeight = "half-height"

  var choice: EdgeChoice {
    switch self {
    case .sigmoid: .sigmoid
    case .inflection: .inflection
    case .tauc: .tauc
    case .halfHeight: .halfHeight
    }
  }
}
