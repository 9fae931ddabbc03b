/// How often a network does what costs energy.
public struct OperationCounts: Hashable, Sendable {
  /// Products with stored weights.
  public private(set) var staticMacs = 0
  /// Products of two inputs.
  public private(set) var dynamicMacs = 0
  /// Exponentials of softmax.
  public private(set) var softmaxTerms = 0
  /// Activations by function.
  public private(set) var activations: [ActivationFunction: Int] = [:]
  /// Normalised elements.
  public private(set) var normalizedElements = 0
  /// Stored weights.
  public private(set) var staticWeights = 0
  /// Numbers that come in and go out.
  public let edgeValues: Int
  private let products: [Product]

  /// A product with stored weights.
  private struct Product: Hashable {
    let rows: Int
    let inputs: Int
    let outputs: Int
  }

  /// Counts.
  public init(_ network: Network) {
    var products: [Product] = []
    for operation in network.operations {
      staticMacs += operation.staticMacs
      dynamicMacs += operation.dynamicMacs
      softmaxTerms += operation.softmaxTerms
      normalizedElements += operation.normalizedElements
      staticWeights += operation.staticWeights
      if case .activation(let function, _) = operation.kind {
        activations[function, default: 0] += operation.activations
      }
      if case .linear(let inputs, let outputs) = operation.kind {
        products.append(Product(rows: operation.rows, inputs: inputs, outputs: outputs))
      }
    }
    self.products = products
    edgeValues = (network.inputs + network.outputs).reduce(0) { $0 + $1.tokenCount * $1.width }
  }

  /// All activations.
  public var allActivations: Int { activations.values.reduce(0, +) }

  /// Conversions to digital where products are cut into square tiles: each tile's column is converted.
  public func outputConversions(tileRows: Int) -> Int {
    products.reduce(0) { $0 + $1.rows * $1.outputs * Self.tiles($1.inputs, tileRows) }
  }

  /// Conversions to analog: each tile's row is converted.
  public func inputConversions(tileRows: Int) -> Int {
    products.reduce(0) { $0 + $1.rows * $1.inputs * Self.tiles($1.outputs, tileRows) }
  }

  private static func tiles(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
}
