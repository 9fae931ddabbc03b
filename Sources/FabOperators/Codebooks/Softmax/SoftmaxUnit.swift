import FabDevices
import FabUnits
import Foundation

/// A softmax circuit of some number of lanes, with its diodes.
///
/// With more lanes than were simulated, the sum of exponentials is mirrored down by their ratio, so that every unit
/// works at the currents that it was made for; the bias behind is lowered alike and shares stay what they are. One gain is trimmed so
/// that equal inputs give outputs that add up to one.
public struct SoftmaxUnit: Sendable {
  /// The number of lanes.
  public let laneCount: Int
  private let form: SoftmaxCircuitForm
  /// The largest magnitude of an input.
  public let range: Double
  private let bench: LogDomain
  private let lanes: [[DiodeModelBranch]]
  private let shared: [DiodeModelBranch]
  private let products: [(multiplier: LogProduct, divider: LogProduct)]
  private let mirror: Double
  private let biases: (reference: Double, output: Double)
  private var gain = 1.0
  /// The exponentials into the common node and those out of it, of circuits with a shared logarithm.
  private let vector: (inputs: BranchLanes, outputs: BranchLanes)?

  init(
    _ units: SoftmaxUnits,
    lanes: [[BranchParameters]],
    shared: [BranchParameters]
  ) throws(CodebookError) {
    precondition(!lanes.isEmpty, "a softmax has a lane")
    form = units.form
    range = units.range
    laneCount = lanes.count
    let temperature = Temperature(siValue: units.temperatureKelvin)
    func branch(_ parameters: BranchParameters) throws(OperatorError) -> DiodeModelBranch {
      do throws(DeviceError) {
        return DiodeModelBranch(
          model: try parameters.model(at: temperature),
          offset: parameters.offsetVoltage
        )
      } catch {
        throw .device(error)
      }
    }
    do throws(OperatorError) {
      bench = try Self.bench(units)
      var models: [[DiodeModelBranch]] = []
      for lane in lanes {
        var row: [DiodeModelBranch] = []
        for parameters in lane { row.append(try branch(parameters)) }
        models.append(row)
      }
      self.lanes = models
      var common: [DiodeModelBranch] = []
      for parameters in shared { common.append(try branch(parameters)) }
      self.shared = common
      vector =
        units.form == .sharedLogarithm
        ? (
          BranchLanes(models.map { $0[0] }, unit: SharedLogSoftmax.reference),
          BranchLanes(models.map { $0[1] }, unit: SharedLogSoftmax.reference)
        ) : nil
      let ratio = Double(units.channelCount) / Double(lanes.count)
      var products: [(LogProduct, LogProduct)] = []
      switch units.form {
      case .sharedLogarithm:
        mirror = ratio
        let reference = SharedLogSoftmax.reference
        biases = (
          try bench.biasVoltage(reference), try bench.biasVoltage(reference * ratio)
        )
      case .composed:
        mirror = ComposedSoftmax.mirror * ratio
        biases = (try bench.biasVoltage(ComposedSoftmax.exponentialReference), 0)
        let operands = LogDomain.operandRange
        for lane in models {
          let multiplier = try LogProduct(
            bench,
            branches: (lane[0].model, lane[1].model, lane[2].model),
            reference: operands.upperBound,
            sign: 1,
            offset: lane[2].offset
          )
          let divider = try LogProduct(
            bench,
            branches: (lane[4].model, lane[5].model, lane[6].model),
            reference: operands.lowerBound,
            sign: -1,
            offset: lane[6].offset
          )
          products.append((multiplier, divider))
        }
      case .tailCurrent:
        mirror = 1
        biases = (0, 0)
      }
      self.products = products
      // A common tail current is its own normalisation.
      if form != .tailCurrent {
        gain = 1 / (try raw(Array(repeating: 0, count: laneCount))).reduce(0, +)
      }
    } catch {
      throw .unit(error)
    }
  }

  private static func bench(_ units: SoftmaxUnits) throws(OperatorError) -> LogDomain {
    let temperature = Temperature(siValue: units.biasTemperatureKelvin)
    let bias = BranchParameters(units.bias[...])
    let name: OperatorName =
      switch units.form {
      case .sharedLogarithm: .softmax
      case .composed: .softmaxComposed
      case .tailCurrent: .softmaxTailCurrent
      }
    let conditions: OperatorConditions
    do throws(DeviceError) {
      let diode = try DiodeParameters(
        saturationCurrent: bias.saturationCurrent,
        ideality: bias.slopeVoltage / PhysicalConstant.thermalVoltage(at: temperature),
        shuntResistance: bias.shuntConductance > 0 ? 1 / bias.shuntConductance : .infinity,
        referenceTemperature: temperature
      )
      conditions = try OperatorConditions(readoutSpread: 0, biasDiode: diode)
    } catch {
      throw .device(error)
    }
    return try LogDomain(name, index: 0, conditions)
  }

  /// Returns the shares of inputs as they are, without moving them.
  ///
  /// - Throws: ``CodebookError/unit(_:)`` where an input is out of the circuit's reach.
  public func shares(_ inputs: [Double]) throws(CodebookError) -> [Double] {
    precondition(inputs.count == laneCount, "\(inputs.count) inputs of \(laneCount) lanes")
    do throws(OperatorError) { return try raw(inputs).map { gain * $0 } } catch {
      throw .unit(error)
    }
  }

  /// Takes the softmax of numbers, moved so that the largest lies at the upper end of the domain, which changes no ideal share.
  ///
  /// - Parameters:
  ///   - inputs: The inputs.
  ///   - outputs: What is filled with the shares, as many.
  ///   - policy: What to do with inputs below the domain: ``DomainPolicy/extrapolate`` lets the circuit do what it does with
  ///     them, ``DomainPolicy/clamp`` moves them up to its lower end.
  ///   - name: The operator, for the error.
  /// - Returns: The number of inputs below the domain. A composed circuit clamps them whatever the policy: its multipliers
  ///   take no less.
  /// - Throws: ``CodebookError/outsideDomain(operator:count:total:firstIndex:value:domain:)`` with
  ///   ``DomainPolicy/refuse``, ``CodebookError/unit(_:)``.
  /// - Precondition: There are as many inputs and outputs as lanes.
  @discardableResult
  public func evaluate(
    _ inputs: UnsafeBufferPointer<Float>,
    into outputs: UnsafeMutableBufferPointer<Float>,
    policy: DomainPolicy,
    of name: OperatorName
  ) throws(CodebookError) -> Int {
    precondition(inputs.count == laneCount && outputs.count == laneCount)
    guard let largest = inputs.max(), inputs.allSatisfy(\.isFinite) else {
      for index in outputs.indices { outputs[index] = .nan }
      return inputs.count
    }
    let padded = vector?.inputs.paddedCount ?? laneCount
    return try withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * padded) {
      scratch throws(CodebookError) in
      let moved = UnsafeMutableBufferPointer(rebasing: scratch[..<padded])
      moved.initialize(repeating: 0)
      var outside = 0
      var first: Int?
      for (index, input) in inputs.enumerated() {
        var value = input - largest + Float(range)
        if value < -Float(range) {
          outside += 1
          if first == nil { first = index }
          if policy == .clamp || form == .composed { value = -Float(range) }
        }
        moved[index] = value
      }
      if policy == .refuse, let first {
        throw .outsideDomain(
          operator: name,
          count: outside,
          total: inputs.count,
          firstIndex: first,
          value: Double(moved[first]),
          domain: -range...range
        )
      }
      if let vector {
        let currents = UnsafeMutableBufferPointer(rebasing: scratch[padded...])
        try evaluate(vector, moved, currents)
        for index in outputs.indices { outputs[index] = Float(gain) * currents[index] }
      } else {
        let shares = try shares(moved.map(Double.init))
        for (index, share) in shares.enumerated() { outputs[index] = Float(share) }
      }
      return outside
    }
  }

  /// A circuit with a shared logarithm in single precision, before the trim; the one logarithm is in double precision.
  private func evaluate(
    _ vector: (inputs: BranchLanes, outputs: BranchLanes),
    _ moved: UnsafeMutableBufferPointer<Float>,
    _ currents: UnsafeMutableBufferPointer<Float>
  ) throws(CodebookError) {
    guard let from = moved.baseAddress, let into = currents.baseAddress else { return }
    let scale = Float(bench.slopeVoltage)
    vector.inputs.currents(from, scale: scale, shift: Float(biases.reference), into: into)
    var sum = 0.0
    for index in 0..<laneCount { sum += Double(into[index]) }
    let logarithm = try logarithm(of: sum * mirror * SharedLogSoftmax.reference)
    let shift = Float(biases.reference + biases.output - logarithm)
    vector.outputs.currents(from, scale: scale, shift: shift, into: into)
  }

  /// The voltage of the shared diode at a current.
  ///
  /// The shunt takes so little of it that one correction leaves an error of the square of its share.
  private func logarithm(of current: Double) throws(CodebookError) -> Double {
    let model = shared[0].model
    let (a, unit) = (model.slopeVoltage, model.saturationCurrent)
    let first = a * log1p(current / unit)
    let leak = model.shuntConductance * first
    if leak <= 1e-4 * current {
      return a * log1p((current - leak) / unit) + model.seriesResistance * current
    }
    do throws(OperatorError) { return try bench.voltage(of: model, at: current) } catch {
      throw .unit(error)
    }
  }

  /// The outputs before the trim.
  private func raw(_ inputs: [Double]) throws(OperatorError) -> [Double] {
    switch form {
    case .sharedLogarithm: try sharedLogarithm(inputs)
    case .composed: try composed(inputs)
    case .tailCurrent: try tailCurrent(inputs)
    }
  }

  private func sharedLogarithm(_ inputs: [Double]) throws(OperatorError) -> [Double] {
    let voltages = inputs.map { bench.slopeVoltage * $0 + biases.reference }
    var sum = 0.0
    for (lane, volts) in zip(lanes, voltages) { sum += lane[0].current(at: volts) }
    let logarithm = try bench.voltage(of: shared[0].model, at: sum * mirror)
    return zip(lanes, voltages)
      .map { lane, volts in
        lane[1].current(at: volts - logarithm + biases.output) / SharedLogSoftmax.reference
      }
  }

  private func composed(_ inputs: [Double]) throws(OperatorError) -> [Double] {
    typealias Form = ComposedSoftmax
    let operands = LogDomain.operandRange
    let scaled = Form.inputUnit * Form.scaleCurrent / operands.upperBound
    var exponentials: [Double] = []
    for (place, input) in inputs.enumerated() {
      let current = Form.inputUnit * (input + SoftmaxInputs.range + 0.2)
      let product = try products[place].multiplier.output(current, Form.scaleCurrent)
      let voltage = bench.slopeVoltage * (product / scaled - 0.2) + biases.reference
      exponentials.append(lanes[place][3].current(at: voltage))
    }
    let sum = exponentials.reduce(0, +) * mirror
    var shares: [Double] = []
    for (place, exponential) in exponentials.enumerated() {
      let quotient = try products[place].divider.output(exponential, sum)
      shares.append(quotient * mirror / operands.lowerBound)
    }
    return shares
  }

  private func tailCurrent(_ inputs: [Double]) throws(OperatorError) -> [Double] {
    let voltages = zip(inputs, lanes).map { bench.slopeVoltage * $0 + $1[0].offset }
    guard let currents = TailCurrentSoftmax.currents(lanes.map { $0[0].model }, at: voltages)
    else {
      throw .outOfReach(
        operator: .softmaxTailCurrent,
        unit: 0,
        quantity: "tail current/A",
        found: TailCurrentSoftmax.tailCurrent
      )
    }
    return currents.map { $0 / TailCurrentSoftmax.tailCurrent }
  }
}
