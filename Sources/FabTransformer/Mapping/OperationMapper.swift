import FabOperators

/// Assigns operations to units of a layout.
struct OperationMapper {
  let layout: LayoutCapacity
  let choices: MappingChoices

  /// Assigns one.
  func mapping(of operation: NetworkOperation) -> OperationMapping {
    var result = OperationMapping(operation)
    result.passes = (operation.rows + choices.rowsAtOnce - 1) / choices.rowsAtOnce
    switch operation.kind {
    case .linear(let inputs, let outputs): tile(inputs, outputs, &result)
    case .scores(let width, let keys, _):
      multiply(width * keys, &result)
      result.remark =
        "4 quadrants: magnitudes multiplied, signs steer each product to one of two sums"
    case .mixture(let width, let keys, _):
      multiply(width * keys, &result)
      result.remark = "2 quadrants: attention is positive, the value's sign steers the product"
    case .scale(let width, let isFolded):
      if isFolded {
        fold("folded into the weights of the queries", &result)
      } else {
        use(.scale, times: width, &result)
      }
    case .softmax(let keys, let heads):
      let pcus = choices.softmax.pcus(terms: keys) * heads
      result.operators = [choices.softmax.operatorName]
      result.operatorPCUs = ModeCounts(.logarithmic, pcus).times(choices.rowsAtOnce)
      result.remark = "\(heads) x softmax of \(keys) terms"
    case .activation(let function, let width): activate(function, width, &result)
    case .add(let width):
      use(.add, times: width, &result)
      result.remark = "currents meet in one node"
    case .normalization(let kind, let width, let isResidual):
      normalize(kind, width, isResidual, &result)
    }
    return result
  }

  /// Weights as differential pairs: an array for the positive parts, one for the negative ones.
  private func tile(_ inputs: Int, _ outputs: Int, _ result: inout OperationMapping) {
    result.operators = [.vmm]
    result.weightPCUs = 2 * inputs * outputs
    guard layout.arrayRows > 0 else {
      result.remark = "differential pairs; the layout has no array to tile them onto"
      return
    }
    let rows = (inputs + layout.arrayRows - 1) / layout.arrayRows
    let columns = (outputs + layout.arrayColumns - 1) / layout.arrayColumns
    result.arrays = 2 * rows * columns
    result.summedTiles = rows
    let places = result.arrays * layout.arrayRows * layout.arrayColumns
    result.utilisation = Double(result.weightPCUs) / Double(places)
    result.remark =
      "2 x \(rows) x \(columns) arrays; bit lines of \(rows) tiles add up, pairs are subtracted"
  }

  private func multiply(_ products: Int, _ result: inout OperationMapping) {
    result.operators = [.dynamicMultiply]
    // The operator is an inner product of several elements; what counts is a multiplier an element.
    let pcus = OperatorName.multiplier.modes.count * products
    result.operatorPCUs = ModeCounts(.logarithmic, pcus).times(choices.rowsAtOnce)
  }

  private func use(_ name: OperatorName, times: Int, _ result: inout OperationMapping) {
    result.operators = [name]
    result.operatorPCUs = ModeCounts(name, uses: times * choices.rowsAtOnce)
  }

  private func fold(_ remark: String, _ result: inout OperationMapping) {
    result.passes = 0
    result.remark = remark
  }

  private func activate(
    _ function: ActivationFunction,
    _ width: Int,
    _ result: inout OperationMapping
  ) {
    switch function {
    case .softplus: use(.softplus, times: width, &result)
    case .sigmoid: use(.sigmoid, times: width, &result)
    case .gelu:
      use(.gelu, times: width, &result)
      result.remark = "x sigmoid(1.702 x): a sigmoid and a multiplier an element"
    case .relu:
      use(.softplus, times: width, &result)
      result.substitute = .softplus
      result.remark = "softplus stands for ReLU; the network is trained on with it"
    }
  }

  private func normalize(
    _ kind: NormalizationKind,
    _ width: Int,
    _ isResidual: Bool,
    _ result: inout OperationMapping
  ) {
    switch kind {
    case .none: fold("none", &result)
    case .batch where isResidual:
      use(.batchNorm, times: width, &result)
      result.remark = "a gain and an offset a channel, since the residual needs the result too"
    case .batch: fold("folded into the weights that follow", &result)
    case .layer:
      switch choices.layerNorm {
      case .digital:
        result.conversions = 2 * width * result.operation.rows
        result.remark = "LayerNorm in a processor: each element is converted twice"
      case .analog:
        // Squares and quotients of every channel; the root halves a logarithm.
        let multipliers = ModeCounts(.multiplier, uses: width)
        let dividers = ModeCounts(.divider, uses: width)
        let root = ModeCounts(.logarithmic, 2)
        result.operators = [.multiplier, .divider]
        result.operatorPCUs = (multipliers + dividers + root).times(choices.rowsAtOnce)
        result.remark = "LayerNorm by squares, a root and quotients; the root isn't simulated"
      }
    }
  }
}
