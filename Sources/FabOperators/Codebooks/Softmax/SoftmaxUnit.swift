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
  let bench: LogDomain
  private let lanes: [[DiodeModelBranch]]
  let shared: [DiodeModelBranch]
  private let products: [(multiplier: LogProduct, divider: LogProduct)]
  let mirror: Double
  let biases: (reference: Double, output: Double)
  private(set) var gain = 1.0
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

  /// Takes the softmax of rows of numbers, each moved so that the largest lies at the upper end of the domain, which changes no ideal
  /// share.
  ///
  /// - Parameters:
  ///   - inputs: The inputs, row by row.
  ///   - outputs: What is filled with the shares, as many; may be the same memory. A row with a number that isn't finite gets NaN, and counts.
  ///   - policy: What to do with inputs below the domain: ``DomainPolicy/extrapolate`` lets the circuit do what it does with
  ///     them, ``DomainPolicy/clamp`` moves them up to its lower end.
  ///   - name: The operator, for the error.
  /// - Returns: The number of inputs below the domain. A composed circuit clamps them whatever the policy: its multipliers
  ///   take no less.
  /// - Throws: ``CodebookError/outsideDomain(operator:count:total:firstIndex:value:domain:)`` with
  ///   ``DomainPolicy/refuse``, for the first row that has such an input, ``CodebookError/unit(_:)``.
  /// - Precondition: There are whole rows of as many inputs as lanes, and as many outputs.
  @discardableResult
  public func evaluate(
    _ inputs: UnsafeBufferPointer<Float>,
    into outputs: UnsafeMutableBufferPointer<Float>,
    policy: DomainPolicy,
    of name: OperatorName
  ) throws(CodebookError) -> Int {
    precondition(
      inputs.count % laneCount == 0 && outputs.count == inputs.count,
      "\(inputs.count) inputs of \(laneCount) lanes, \(outputs.count) outputs"
    )
    if let vector { return try evaluate(vector, inputs, outputs, policy, name) }
    var outside = 0
    for start in stride(from: 0, to: inputs.count, by: laneCount) {
      let row = start..<start + laneCount
      outside += try evaluateRow(
        Array(inputs[row]),
        UnsafeMutableBufferPointer(rebasing: outputs[row]),
        policy,
        name
      )
    }
    return outside
  }

  private func evaluateRow(
    _ inputs: [Float],
    _ outputs: UnsafeMutableBufferPointer<Float>,
    _ policy: DomainPolicy,
    _ name: OperatorName
  ) throws(CodebookError) -> Int {
    guard let largest = inputs.max(), inputs.allSatisfy(\.isFinite) else {
      for index in outputs.indices { outputs[index] = .nan }
      return inputs.count
    }
    var moved = inputs.map { $0 - largest + Float(range) }
    let low = -Float(range)
    let outside = moved.count { $0 < low }
    if outside > 0, policy == .refuse { throw refusal(moved, name) }
    if policy == .clamp || form == .composed {
      for index in moved.indices where moved[index] < low { moved[index] = low }
    }
    let shares = try shares(moved.map(Double.init))
    for (index, share) in shares.enumerated() { outputs[index] = Float(share) }
    return outside
  }

  /// The error for inputs below the domain, once they are moved.
  func refusal(_ moved: [Float], _ name: OperatorName) -> CodebookError {
    let low = -Float(range)
    let first = moved.firstIndex { $0 < low } ?? 0
    return .outsideDomain(
      operator: name,
      count: moved.count { $0 < low },
      total: moved.count,
      firstIndex: first,
      value: Double(moved[first]),
      domain: -range...range
    )
  }

  /// The voltage of the shared diode at a current.
  ///
  /// The shunt takes so little of it that one correction leaves an error of half the square of its share.
  func logarithm(of current: Double) throws(CodebookError) -> Double {
    let model = shared[0].model
    let (a, unit) = (model.slopeVoltage, model.saturationCurrent)
    let first = a * log1p(current / unit)
    let leak = model.shuntConductance * first
    if leak <= 1e-4 * current {
      return first - a * leak / (current + unit) + model.seriesResistance * current
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
