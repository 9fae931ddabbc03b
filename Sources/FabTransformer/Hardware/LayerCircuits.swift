import FabCircuit
import FabNumerics
import FabOperators
import FabTensor

/// One layer whose operators are solved as circuits, with the same units that the die draws from the codebook.
///
/// Weights are programmed pulse by pulse into pairs of crossbars with lines, and the arrays solved; each multiplier, each softmax
/// circuit and each activation solves its diodes for every input. Nothing is clamped: below and above the domain of a codebook
/// circuits do what they do.
struct LayerCircuits: Sendable {
  private let prefix: String
  /// What crossbars make of the weights, by parameter.
  let weights: [String: [Float]]
  private let curves: [String: [CurveCircuit]]
  private let products: [String: (scores: [ProductCircuit], mixture: [ProductCircuit])]
  private let curveSpread: ResponseCurve?

  init(
    _ layer: String,
    _ die: HardwareDie,
    _ parameters: ParameterSet<Float>,
    _ source: CircuitSource
  ) throws(HardwareError) {
    let model = die.model
    let settings = model.settings
    prefix = layer + "."
    let within = parameters.all.filter {
      $0.name.hasPrefix(layer + ".") && $0.name.hasSuffix(".weight") && $0.shape.rank == 2
    }
    guard model.layers.contains(layer) else {
      throw .unknownLayer(name: layer, known: model.layers)
    }
    var weights: [String: [Float]] = [:]
    var curves: [String: [CurveCircuit]] = [:]
    var products: [String: ([ProductCircuit], [ProductCircuit])] = [:]
    do throws(OperatorError) {
      if let (activation, curve) = model.curves.first,
        let operation = HardwareModel.operation(of: activation),
        let entry = model.codebook[operation]
      {
        let all = try operation.curveCircuits(
          population: source.population(of: operation),
          unitCount: entry.unitCount,
          conditions: source.conditions,
          calibration: source.calibration
        )
        for parameter in within {
          let name = String(parameter.name.dropLast(".weight".count))
          curves[name] = curve.deviations
            .drawnUnits(
              parameter.shape.last,
              seed: die.seed,
              purpose: HardwareDie.purpose(name, "activation")
            )
            .map { all[$0] }
        }
      }
      if let factors = model.factors, let entry = model.codebook[.multiplier] {
        let all = try OperatorName.multiplier.productCircuits(
          population: source.population(of: .multiplier),
          unitCount: entry.unitCount,
          conditions: source.conditions
        )
        for (name, range) in model.attentions where name.hasPrefix(layer + ".") {
          func units(_ part: String) -> [ProductCircuit] {
            factors.surface.deviations
              .drawnUnits(
                range.heads * range.keys * range.width,
                seed: die.seed,
                purpose: HardwareDie.purpose(name, part)
              )
              .map { all[$0] }
          }
          products[name] = (units("scores"), units("mixture"))
        }
      }
    } catch {
      throw .operators(error)
    }
    if settings.operators.contains(.weights) {
      for parameter in within {
        do throws(CrossbarWeightsError) {
          let cells: UnitPopulation
          do throws(OperatorError) {
            cells = try source.population(
              of: .softplus,
              seed: HardwareDie.purpose(parameter.name, "crossbar") ^ die.seed
            )
          } catch {
            throw .operators(error)
          }
          weights[parameter.name] = try CrossbarWeights(
            parameters[parameter].values,
            rows: parameter.shape[0],
            columns: parameter.shape[1],
            lines: source.lines,
            cells: cells,
            conditions: source.conditions
          )
          .effective
        } catch {
          switch error {
          case .operators(let error): throw .operators(error)
          case .crossbar(let error): throw .crossbar(error)
          }
        }
      }
    }
    self.weights = weights
    self.curves = curves
    self.products = products
    curveSpread = model.curves.first?.value
  }

  /// The activation of a layer, if its circuits are solved.
  func activation(
    _ layer: String,
    _ activation: Activation,
    _ normals: NormalPool?
  ) -> ElementwiseFunction<Float>? {
    guard layer.hasPrefix(prefix), let units = curves[layer] else { return nil }
    let spread = curveSpread
    return ElementwiseFunction(like: activation) { input, output, first in
      ReadingStream.withNormals(normals, input.count, from: first) { normals in
        for index in input.indices {
          let x = Double(input[index])
          // A circuit that doesn't reach an output has none; what reads it says so.
          var value = (try? units[(first + index) % units.count].output(x)) ?? .nan
          if let normals, let spread {
            value += spread.readoutSpread(at: x) * Double(normals[index])
          }
          output[index] = Float(value)
        }
      }
    }
  }

  /// The attention of a layer, if its circuits are solved; readings don't scatter in it.
  func attention(_ layer: String, _ units: AttentionUnits) -> AttentionExecutor<Float>? {
    guard layer.hasPrefix(prefix) else { return nil }
    var executor = AttentionExecutor<Float>()
    let range = units.range
    if let products = products[layer] {
      executor.scores = Self.product(products.scores, (range.query, range.key), range)
      executor.mixture = Self.product(products.mixture, (1, range.value), range)
    }
    let circuits = units.softmaxes
    if !circuits.isEmpty {
      executor.softmax = { scores, shares, rows, columns, place in
        let circuit = circuits[place.head % circuits.count]
        for row in 0..<rows {
          let inputs = (0..<columns).map { Double(scores[row * columns + $0]) }
          let top = (inputs.max() ?? 0) - circuit.range
          let found = try? circuit.shares(inputs.map { $0 - top })
          for column in 0..<columns {
            shares[row * columns + column] = found.map { Float($0[column]) } ?? .nan
          }
        }
      }
    }
    return executor
  }

  private static func product(
    _ units: [ProductCircuit],
    _ largest: (left: Float, right: Float),
    _ range: AttentionRange
  ) -> AttentionExecutor<Float>.Product {
    { product, left, right, result, place in
      let first = place.head * range.keys * range.width
      let unit = Double(largest.left) * Double(largest.right)
      for row in 0..<product.rows {
        for column in 0..<product.columns {
          var sum = 0.0
          for inner in 0..<product.inner {
            let x = left[row * product.leftStride + inner]
            // Units stand at the places of the right operand.
            let (line, place) = product.transposesRight ? (column, inner) : (inner, column)
            let width = product.transposesRight ? product.inner : product.columns
            let y = right[line * product.rightStride + place]
            let circuit = units[(first + line * width + place) % units.count]
            sum +=
              (try? circuit.output(Double(x / largest.left), Double(y / largest.right))) ?? .nan
          }
          result[row * product.resultStride + column] = Float(Double(product.alpha) * unit * sum)
        }
      }
    }
  }
}
