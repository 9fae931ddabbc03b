import FabNumerics
import FabOperators
public import FabTensor

/// One die: every unit that a network uses, drawn once, and what layers do on it.
///
/// Units belong to places: an activation unit to a channel of a layer, a multiplier to a key's channel of a head, a softmax circuit
/// to a head. Tokens and samples pass through the same units one after the other. Not thread-safe; operators are.
public final class HardwareDie {
  /// Which operator does what.
  public let model: HardwareModel
  /// The seed that the die is drawn from.
  public let seed: UInt64
  /// What lay outside domains since the die was made.
  public let counts = DomainCounts()
  /// The weights that cells were asked to take outside their codebook's domain, when the die was made.
  public private(set) var weightsOutside = 0

  /// All weights that cells hold.
  public private(set) var weightCount = 0

  private var weights: [String: ProgrammedWeights] = [:]
  /// Made when a layer asks for them: by layers and activations.
  private var activations: [String: CurveUnits] = [:]
  /// The channels of layers.
  private var channels: [String: Int] = [:]
  private var attentions: [String: AttentionUnits] = [:]
  private var readings: ReadingStream
  private var circuits: LayerCircuits?

  /// Draws a die.
  ///
  /// - Parameters:
  ///   - model: Which operator does what.
  ///   - parameters: The network's parameters, as programmed at first: scales of weight noise are taken from them.
  ///   - seed: The seed.
  /// - Throws: ``HardwareError/codebook(_:)`` for a circuit that doesn't do its part.
  public init(
    _ model: HardwareModel,
    _ parameters: ParameterSet<Float>,
    seed: UInt64
  ) throws(HardwareError) {
    self.model = model
    self.seed = seed
    readings = ReadingStream(seed: seed)
    let settings = model.settings
    let isMean = settings.depth == .mean
    for parameter in parameters.all where parameter.name.hasSuffix(Self.weightSuffix) {
      let layer = String(parameter.name.dropLast(Self.weightSuffix.count))
      if settings.operators.contains(.weights), parameter.shape.rank == 2 {
        let programmed = ProgrammedWeights(
          of: UnsafeBufferPointer(parameters.valueBuffer(parameter)),
          settings.weightNoise,
          errors: model.weights,
          isMean: isMean,
          seed: seed,
          purpose: Self.purpose(layer, "weights")
        )
        weights[parameter.name] = programmed
        weightsOutside += programmed?.outsideCount ?? 0
        weightCount += parameter.shape.count
      }
      channels[layer] = parameter.shape.last
    }
    for (layer, range) in model.attentions {
      attentions[layer] = try AttentionUnits(layer, range, model, seed: seed)
    }
  }

  /// Solves circuits for one layer instead of looking its operators up.
  ///
  /// - Parameters:
  ///   - layer: The layer with everything in it, for instance `encoder.0`.
  ///   - parameters: The network's parameters.
  ///   - source: Where the circuits' devices come from.
  /// - Throws: ``HardwareError/unknownLayer(name:known:)``, ``HardwareError/operators(_:)``, ``HardwareError/crossbar(_:)``.
  public func solve(
    _ layer: String,
    _ parameters: ParameterSet<Float>,
    source: CircuitSource
  ) throws(HardwareError) {
    let circuits = try LayerCircuits(layer, self, parameters, source)
    self.circuits = circuits
  }

  private static let weightSuffix = ".weight"

  /// The units of a layer's activation; `nil` where it's ideal.
  private func units(
    _ layer: String,
    _ activation: Activation,
    _ operation: OperatorName
  ) -> CurveUnits? {
    guard let curve = model.curves[activation], let channels = channels[layer] else { return nil }
    let key = "\(layer)/\(activation)"
    if let units = activations[key] { return units }
    let drawn =
      model.settings.depth == .mean
      ? nil
      : curve.deviations.draw(
        channels,
        seed: seed,
        purpose: Self.purpose(layer, "activation"),
        by: model.settings.draw
      )
    let units = CurveUnits(curve, units: drawn, policy: model.policies[operation] ?? .clamp)
    activations[key] = units
    return units
  }

  /// A number of a layer's part: FNV-1a.
  static func purpose(_ layer: String, _ part: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(layer)/\(part)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// Starts the scatter of readings anew: after equal restarts equal passes give equal numbers.
  ///
  /// - Parameter pass: Which scatter: for instance the number of a training step.
  public func restart(pass: UInt64) {
    readings = ReadingStream(seed: seed, pass: pass)
  }

  /// Returns what layers use in place of ideal operations.
  ///
  /// - Parameter gradients: How gradients go back through operators.
  /// - Returns: The execution; it holds the die.
  public func execution(gradients: HardwareGradients = .bypass) -> Execution<Float> {
    var execution = Execution<Float>()
    if !weights.isEmpty {
      execution.effectiveWeights = { parameter in
        if let solved = self.circuits?.weights[parameter.name] {
          return { _, output, first in
            for index in output.indices { output[index] = solved[first + index] }
          }
        }
        guard let programmed = self.weights[parameter.name] else { return nil }
        return { input, output, first in programmed.program(input, into: output, from: first) }
      }
    }
    let isSpread = model.settings.depth == .spread
    if let errors = model.weights, isSpread, errors.readoutSpread > 0 {
      let spread = Float(errors.readoutSpread)
      execution.product = { _ in
        let normals = self.readings.next()
        return { input, output, first in
          normals.scatter(input, by: spread, into: output, from: first)
        }
      }
    }
    if !model.curves.isEmpty {
      execution.activation = { layer, activation in
        guard let operation = HardwareModel.operation(of: activation),
          let units = self.units(layer, activation, operation)
        else { return nil }
        let normals = isSpread ? self.readings.next() : nil
        if let solved = self.circuits?.activation(layer, activation, normals) { return solved }
        let counts = self.counts
        let forward: BulkFunction<Float> = { input, output, first in
          let outside = units.evaluate(
            input,
            into: output,
            first: first,
            normals: normals.map { ($0, first) }
          )
          counts.add(operation, outside: outside, of: input.count)
        }
        switch gradients {
        case .bypass:
          // An input beyond the domain's end changes nothing where the end stands for it: a gradient would drive it on and on.
          let domain = units.curve.domain
          let range = Float(domain.lowerBound)...Float(domain.upperBound)
          return ElementwiseFunction(
            like: activation,
            within: units.policy == .extrapolate ? nil : range,
            forward: forward
          )
        case .none:
          return ElementwiseFunction(forward: forward) { _, slope, _ in
            slope.update(repeating: 0)
          }
        }
      }
    }
    if model.factors != nil || model.softmax != nil {
      execution.attention = { layer in
        guard let units = self.attentions[layer] else { return .ideal }
        if let solved = self.circuits?.attention(layer, units) { return solved }
        var executor = units.executor(
          readings: isSpread ? self.readings.nextThree() : nil,
          counts: self.counts
        )
        executor.stopsGradient = gradients == .none
        return executor
      }
    }
    return execution
  }
}
