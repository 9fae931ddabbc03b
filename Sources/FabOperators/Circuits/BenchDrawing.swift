import FabCircuit
import FabDevices
import FabNumerics

/// Draws the benches of all operators and computes the same by closed forms.
struct BenchDrawing {
  let name: OperatorName
  let pcus: [PCUDevices]
  let bench: LogDomain
  let builder: BenchBuilder
  private let conditions: OperatorConditions

  /// The current of one volt, in ampere.
  static let unit = 1 / BenchBuilder.converterOhms

  init(
    _ name: OperatorName,
    _ pcus: [PCUDevices],
    biasDiode: DiodeParameters,
    amplifier: OperationalAmplifier
  ) throws(OperatorError) {
    self.name = name
    self.pcus = pcus
    do { conditions = try OperatorConditions(readoutSpread: 0, biasDiode: biasDiode) } catch {
      throw .device(error)
    }
    bench = try LogDomain(name, index: 0, conditions)
    builder = BenchBuilder(amplifier: amplifier)
  }

  /// The circuit with outputs read as voltages at nodes that stand for negative currents.
  func result(
    _ builder: BenchBuilder,
    currentsAt nodes: [CircuitNode],
    over unit: Double = 1,
    expected: [Double]
  ) -> OperatorCircuit {
    OperatorCircuit(
      name: name,
      circuit: builder.circuit,
      outputs: nodes.map { .init(.voltage($0), times: -Self.unit / unit) },
      expected: expected
    )
  }

  /// The closed form of three units that multiply or divide.
  func closedProduct(
    _ first: Int,
    reference: Double,
    sign: Double
  ) throws(OperatorError)
    -> LogProduct
  {
    // Without offsets nothing is drawn from the generator.
    var generator = Xoshiro256(seed: 0)
    return try LogProduct(
      OperatorUnit(pcus: Array(pcus[first..<first + 3])),
      bench,
      reference: reference,
      sign: sign,
      using: &generator
    )
  }

  func logProduct() throws(OperatorError) -> OperatorCircuit {
    let isProduct = name == .multiplier
    let range = LogDomain.operandRange
    let reference = isProduct ? range.upperBound : range.lowerBound
    let sign = isProduct ? 1.0 : -1
    let (x, y) = (1.4e-6, 0.6e-6)
    var builder = builder
    let node = try builder.product(
      builder.voltage(x / Self.unit, "vx"),
      builder.voltage(y / Self.unit, "vy"),
      pcus[0..<3],
      sign: sign,
      bias: bench.biasVoltage(reference)
    )
    let closed = try closedProduct(0, reference: reference, sign: sign)
    return result(builder, currentsAt: [node], expected: [try closed.output(x, y)])
  }

  func dynamicProduct() throws(OperatorError) -> OperatorCircuit {
    let top = LogDomain.operandRange.upperBound
    let pairs = [(0.8, 0.3), (-0.5, 0.9), (0.6, 0.7)]
    var builder = builder
    var expected: [Double] = []
    var nodes: [CircuitNode] = []
    for (element, (x, y)) in pairs.enumerated() {
      nodes.append(
        try builder.product(
          builder.voltage(abs(x) * top / Self.unit, "vx"),
          builder.voltage(abs(y) * top / Self.unit, "vy"),
          pcus[3 * element..<3 * element + 3],
          sign: 1,
          bias: bench.biasVoltage(top)
        )
      )
      let closed = try closedProduct(3 * element, reference: top, sign: 1)
      let magnitude = try closed.output(abs(x) * top, abs(y) * top) / top
      expected.append(x * y < 0 ? -magnitude : magnitude)
    }
    let terms = zip(nodes, expected).map { SummerTerm(plus: $0, gain: $1 < 0 ? -1 : 1) }
    let sum = builder.sum(terms)
    return result(builder, currentsAt: [sum], over: top, expected: [expected.reduce(0, +)])
  }

  func exponential() throws(OperatorError) -> OperatorCircuit {
    let operation = ExponentialOperator()
    let volts = bench.slopeVoltage * 1.2 + (try bench.biasVoltage(operation.reference))
    var builder = builder
    let node = try builder.exponential(of: builder.voltage(volts, "vx"), by: pcus[0])
    let current = try pcus[0].logarithmicBranch().current(at: volts)
    return result(
      builder,
      currentsAt: [node],
      over: operation.reference,
      expected: [current / operation.reference]
    )
  }

  func softplus() throws(OperatorError) -> OperatorCircuit {
    let volts = 0.6
    var builder = builder
    let meter = builder.ammeter()
    try builder.pcu(
      pcus[0],
      multistateOhms: SoftplusOperator.multistateResistance,
      binaryOhms: pcus[0].devices.binary.lowResistance,
      wordLine: builder.voltage(volts, "vx"),
      bitLine: meter.input
    )
    let branch = try pcus[0]
      .diodeBranch(multistateResistance: SoftplusOperator.multistateResistance)
    return result(builder, currentsAt: [meter.output], expected: [branch.current(at: volts)])
  }

  func sigmoid() throws(OperatorError) -> OperatorCircuit {
    let volts = 0.05
    var builder = builder
    let meter = builder.ammeter()
    let high = pcus[0].devices.binary.highResistance
    try builder.pcu(
      pcus[0],
      multistateOhms: pcus[0].lowestMultistateResistance,
      binaryOhms: high,
      wordLine: builder.voltage(volts, "vx"),
      bitLine: meter.input
    )
    let branch = try pcus[0].backToBackBranch(highResistance: high)
    return result(builder, currentsAt: [meter.output], expected: [branch.current(at: volts)])
  }

  func tailCurrentSoftmax() throws(OperatorError) -> OperatorCircuit {
    var builder = builder
    let node = builder.circuitNode("tail")
    var diodes: [String] = []
    let voltages = Self.inputs.map { bench.slopeVoltage * $0 }
    for (pcu, volts) in zip(pcus, voltages) {
      diodes.append(
        try builder.logarithmic(pcu, wordLine: builder.voltage(volts, "vx"), bitLine: node)
      )
    }
    builder.draw(TailCurrentSoftmax.tailCurrent, from: node)
    var branches: [DiodeModel] = []
    for pcu in pcus.prefix(voltages.count) { branches.append(try pcu.logarithmicBranch()) }
    guard let currents = TailCurrentSoftmax.currents(branches, at: voltages) else {
      throw .outOfReach(
        operator: name,
        unit: 0,
        quantity: "tail current/A",
        found: TailCurrentSoftmax.tailCurrent
      )
    }
    return OperatorCircuit(
      name: name,
      circuit: builder.circuit,
      outputs: diodes.map { .init(.current($0), times: 1 / TailCurrentSoftmax.tailCurrent) },
      expected: currents.map { $0 / TailCurrentSoftmax.tailCurrent }
    )
  }

  /// The vector that softmax benches are drawn at.
  static let inputs = [0.6, -0.3, 0.1]
}
