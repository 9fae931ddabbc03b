import FabCircuit
import FabDevices
import FabNumerics

extension BenchDrawing {
  func sharedLogSoftmax() throws(OperatorError) -> OperatorCircuit {
    let reference = SharedLogSoftmax.reference
    let bias = try bench.biasVoltage(reference)
    let voltages = Self.inputs.map { bench.slopeVoltage * $0 + bias }
    let channels = voltages.count
    var builder = builder
    var sources: [CircuitNode] = []
    let sum = builder.circuitNode("sum")
    for (pcu, volts) in zip(pcus, voltages) {
      let source = builder.voltage(volts, "vx")
      sources.append(source)
      try builder.logarithmic(pcu, wordLine: source, bitLine: sum)
    }
    let logarithm = try builder.logarithm(intoNode: sum, by: pcus[channels])
    var nodes: [CircuitNode] = []
    for (channel, source) in sources.enumerated() {
      let drive = builder.sum(
        [SummerTerm(plus: source, gain: 1), SummerTerm(plus: logarithm, gain: 1)],
        offset: bias
      )
      nodes.append(try builder.exponential(of: drive, by: pcus[channels + 1 + channel]))
    }
    var total = 0.0
    for (pcu, volts) in zip(pcus, voltages) {
      total += try pcu.logarithmicBranch().current(at: volts)
    }
    let shared = try bench.voltage(of: pcus[channels].logarithmicBranch(), at: total)
    var expected: [Double] = []
    for (channel, volts) in voltages.enumerated() {
      let branch = try pcus[channels + 1 + channel].logarithmicBranch()
      expected.append(branch.current(at: volts - shared + bias) / reference)
    }
    return result(builder, currentsAt: nodes, over: reference, expected: expected)
  }

  func composedSoftmax() throws(OperatorError) -> OperatorCircuit {
    typealias Form = ComposedSoftmax
    let range = LogDomain.operandRange
    let (top, bottom) = (range.upperBound, range.lowerBound)
    let bias = try bench.biasVoltage(Form.exponentialReference)
    let scaled = Form.inputUnit * Form.scaleCurrent / top
    var builder = builder
    var exponentials: [CircuitNode] = []
    var closed: [Double] = []
    for (channel, input) in Self.inputs.enumerated() {
      let first = 7 * channel
      let current = Form.inputUnit * (input + SoftmaxInputs.range + 0.2)
      let product = try builder.product(
        builder.voltage(current / Self.unit, "vx"),
        builder.voltage(Form.scaleCurrent / Self.unit, "vscale"),
        pcus[first..<first + 3],
        sign: 1,
        bias: bench.biasVoltage(top)
      )
      let gain = -Self.unit * bench.slopeVoltage / scaled
      let drive = builder.sum(
        [SummerTerm(plus: product, gain: gain)],
        offset: bias - 0.2 * bench.slopeVoltage
      )
      exponentials.append(try builder.exponential(of: drive, by: pcus[first + 3]))
      let scaledInput = try closedProduct(first, reference: top, sign: 1)
        .output(current, Form.scaleCurrent)
      let voltage = bench.slopeVoltage * (scaledInput / scaled - 0.2) + bias
      closed.append(try pcus[first + 3].logarithmicBranch().current(at: voltage))
    }
    let mirrored = builder.sum(
      exponentials.map { SummerTerm(plus: $0, gain: -ComposedSoftmax.mirror) }
    )
    let sum = closed.reduce(0, +) * Form.mirror
    var nodes: [CircuitNode] = []
    var expected: [Double] = []
    for (channel, exponential) in exponentials.enumerated() {
      let first = 7 * channel + 4
      nodes.append(
        try builder.product(
          builder.sum([SummerTerm(plus: exponential, gain: -1)]),
          mirrored,
          pcus[first..<first + 3],
          sign: -1,
          bias: bench.biasVoltage(bottom)
        )
      )
      let quotient = try closedProduct(first, reference: bottom, sign: -1)
        .output(closed[channel], sum)
      expected.append(quotient * Form.mirror / bottom)
    }
    return result(builder, currentsAt: nodes, over: bottom / Form.mirror, expected: expected)
  }

  func gelu() throws(OperatorError) -> OperatorCircuit {
    let top = LogDomain.operandRange.upperBound
    let x = 1.3
    let high = pcus[0].devices.binary.highResistance
    let branch = try pcus[0].backToBackBranch(highResistance: high)
    let voltages = SigmoidOperator.voltages
    guard let fit = SigmoidFit(voltages: voltages, currents: voltages.map(branch.current)) else {
      throw .noFit(operator: name, unit: 0)
    }
    let volts = GELUOperator.factor / fit.slope * x + fit.offset
    var builder = builder
    let meter = builder.ammeter()
    try builder.pcu(
      pcus[0],
      multistateOhms: pcus[0].lowestMultistateResistance,
      binaryOhms: high,
      wordLine: builder.voltage(volts, "vx"),
      bitLine: meter.input
    )
    // (I - B) / 2 A + 1/2 of the operand range, as a voltage of 500 kohm times the current.
    let share = builder.sum(
      [SummerTerm(plus: meter.output, gain: -top / (2 * fit.amplitude))],
      offset: (1 - fit.constant / fit.amplitude) / 2 * top / Self.unit
    )
    let node = try builder.product(
      builder.voltage(x / GELUOperator.range * top / Self.unit, "vmagnitude"),
      share,
      pcus[1..<4],
      sign: 1,
      bias: bench.biasVoltage(top)
    )
    let gated = fit.share(ofCurrent: branch.current(at: volts)) * top
    let product = try closedProduct(1, reference: top, sign: 1)
      .output(x / GELUOperator.range * top, gated)
    return result(
      builder,
      currentsAt: [node],
      over: top / GELUOperator.range,
      expected: [product / top * GELUOperator.range]
    )
  }

  func synapses(weights: [Double], inputs: [Double]) throws(OperatorError) -> OperatorCircuit {
    var builder = builder
    let meter = builder.ammeter()
    let (node, expected) = synapses(weights, inputs, pcus[...], into: meter, &builder)
    let gain = name == .add ? AdditionOperator.weight : 1
    return result(
      builder,
      currentsAt: [node],
      over: gain * SynapseColumn.unitConductance * SynapseColumn.unitVoltage,
      expected: [expected / gain]
    )
  }

  func batchNorm() throws(OperatorError) -> OperatorCircuit {
    var builder = builder
    let inputs = [0.5, 1]
    let positive = synapses([0.9, 0.1], inputs, pcus[0..<2], into: builder.ammeter(), &builder)
    let negative = synapses([0.1, 0.4], inputs, pcus[2..<4], into: builder.ammeter(), &builder)
    let difference = builder.sum(
      [SummerTerm(plus: positive.node, gain: 1), SummerTerm(plus: negative.node, gain: -1)]
    )
    return result(
      builder,
      currentsAt: [difference],
      over: SynapseColumn.unitConductance * SynapseColumn.unitVoltage,
      expected: [positive.value - negative.value]
    )
  }

  /// Adds programmed memristors on one bit line; the closed form is Ohm's law.
  private func synapses(
    _ weights: [Double],
    _ inputs: [Double],
    _ pcus: ArraySlice<PCUDevices>,
    into meter: (input: CircuitNode, output: CircuitNode),
    _ builder: inout BenchBuilder
  ) -> (node: CircuitNode, value: Double) {
    var sum = 0.0
    for (pcu, (weight, input)) in zip(pcus, zip(weights, inputs)) {
      let lines = pcu.lines.configure + pcu.lines.bitLine
      let target = 1 / (1 / (weight * SynapseColumn.unitConductance) - lines)
      let volts = input * SynapseColumn.unitVoltage
      let source = builder.voltage(volts, "vx")
      builder.synapse(pcu, conductance: target, input: source, bitLine: meter.input)
      sum += weight * input
    }
    return (meter.output, sum)
  }

  /// Draws three cells through their diodes, M1 at 100 kohm.
  func selector(volts: [Double]) throws(OperatorError) -> OperatorCircuit {
    var builder = builder
    let meter = builder.ammeter()
    let ohms = 1e5
    var expected = 0.0
    for (pcu, voltage) in zip(pcus, volts) {
      try builder.pcu(
        pcu,
        multistateOhms: ohms,
        binaryOhms: pcu.devices.binary.lowResistance,
        wordLine: builder.voltage(voltage, "vx"),
        bitLine: meter.input
      )
      expected += try pcu.diodeBranch(multistateResistance: ohms).current(at: voltage)
    }
    return result(
      builder,
      currentsAt: [meter.output],
      over: SelectorProduct.pulseCurrent,
      expected: [expected / SelectorProduct.pulseCurrent]
    )
  }
}
