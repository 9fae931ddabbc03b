import FabTransformer

/// Layers that are alike, so that text and picture show them once.
struct LayerFold {
  /// The names of the layers, in their order.
  private(set) var names: [String]
  /// One of them.
  let mapping: LayerMapping

  /// All of them in a word or two.
  var title: String {
    guard names.count > 1, let first = names.first, let last = names.last else { return names[0] }
    return "\(first) … \(last) (\(names.count) alike)"
  }

  /// Folds layers that have the same operations, wherever they stand.
  static func folds(_ mapping: NetworkMapping) -> [LayerFold] {
    var folds: [LayerFold] = []
    var places: [[OperationMapping]: Int] = [:]
    for layer in mapping.layers {
      if let place = places[layer.operations] {
        folds[place].names.append(layer.name)
      } else {
        places[layer.operations] = folds.count
        folds.append(LayerFold(names: [layer.name], mapping: layer))
      }
    }
    return folds
  }
}
