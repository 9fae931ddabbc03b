import FabNumerics
import FabTensor
import Testing

@Suite struct GradientTests {
  @Test(arguments: Activation.allCases)
  func linearLayersWithActivations(_ activation: Activation) throws {
    var check = GradientCheck(seed: 1)
    let x = check.normal("x", [3, 5, 7])
    let w = check.normal("w", [7, 11])
    let b = check.normal("b", [11])
    try check.run("linear \(activation)") { tape in
      let y = tape.linear(
        tape.variable(x),
        tape.variable(w),
        bias: tape.variable(b),
        activation: activation
      )
      return GradientCheck.projected(y, on: tape)
    }
    try check.run("no bias, then \(activation)") { tape in
      let y = tape.activate(tape.linear(tape.variable(x), tape.variable(w)), activation)
      return GradientCheck.projected(y, on: tape)
    }
  }

  @Test func arithmetic() throws {
    var check = GradientCheck(seed: 2)
    let a = check.normal("a", [2, 3, 5])
    let b = check.normal("b", [2, 3, 5])
    let row = check.normal("row", [3, 5])
    let factor = check.normal("factor", [1])
    try check.run("arithmetic") { tape in
      let (a, b) = (tape.variable(a), tape.variable(b))
      let sum = tape.addBroadcast(tape.add(a, b), tape.variable(row))
      let product = tape.multiply(tape.scale(sum, by: 1.7), a)
      let y = tape.addScaled(product, b, factor: tape.variable(factor))
      let first = GradientCheck.projected(y, on: tape)
      return tape.weightedSum([(first, 0.3), (tape.mean(product), -1.2)])
    }
  }

  @Test(arguments: [false, true])
  func batchedProducts(_ transposes: Bool) throws {
    var check = GradientCheck(seed: 3)
    let a = check.normal("a", [2, 3, 4, 5])
    let b = check.normal("b", transposes ? [2, 3, 6, 5] : [2, 3, 5, 6])
    try check.run("batched product") { tape in
      let y = tape.batchedProduct(
        tape.variable(a),
        tape.variable(b),
        transposesRight: transposes,
        factor: 0.7
      )
      return GradientCheck.projected(y, on: tape)
    }
  }

  @Test func softmaxOverRaggedRows() throws {
    for columns in [1, 3, 4, 9] {
      var check = GradientCheck(seed: 4)
      let x = check.normal("x", [3, columns])
      try check.run("softmax of \(columns)") { tape in
        GradientCheck.projected(tape.softmax(tape.variable(x)), on: tape)
      }
    }
  }

  @Test func tokens() throws {
    var check = GradientCheck(seed: 5)
    let a = check.normal("a", [2, 3, 5])
    let b = check.normal("b", [2, 1, 5])
    let table = check.normal("table", [4, 5])
    try check.run("tokens") { tape in
      let picked = try tape.rows(of: tape.variable(table), [1, 3, 1, 0], shape: [2, 2])
      let whole = tape.concatenate([tape.variable(a), picked, tape.variable(b)], axis: 1)
      let part = tape.slice(whole, axis: 1, 1..<5)
      let narrow = tape.slice(part, axis: 2, 2..<4)
      let copies = tape.repeated(tape.variable(table), batch: 2)
      return tape.weightedSum([
        (GradientCheck.projected(tape.meanOverTokens(part), on: tape), 1),
        (GradientCheck.projected(narrow, on: tape), 0.5),
        (GradientCheck.projected(copies, on: tape), 0.25),
      ])
    }
  }

  @Test func attentionWithMask() throws {
    var check = GradientCheck(seed: 6)
    let q = check.normal("q", [2, 3, 6])
    let k = check.normal("k", [2, 5, 6])
    let v = check.normal("v", [2, 5, 6])
    let mask = [true, true, false, true, true, true, false, false, false, true]
    for heads in [1, 2, 3] {
      try check.run("\(heads) heads") { tape in
        let y = try tape.attention(
          query: tape.variable(q),
          key: tape.variable(k),
          value: tape.variable(v),
          heads: heads,
          keyMask: mask
        )
        return GradientCheck.projected(y.output, on: tape)
      }
    }
  }

  @Test func attentionOfOneVariable() throws {
    var check = GradientCheck(seed: 7)
    let x = check.normal("x", [2, 3, 4])
    let packed = check.normal("packed", [2, 3, 12])
    try check.run("one variable three times") { tape in
      let x = tape.scale(tape.variable(x), by: 1.3)
      let first = try tape.attention(query: x, key: x, value: x, heads: 2)
      let p = tape.scale(tape.variable(packed), by: 0.9)
      let second = try tape.selfAttention(p, heads: 2)
      let third = try tape.attention(query: first.output, key: x, value: x, heads: 1)
      return tape.weightedSum([
        (GradientCheck.projected(first.output, on: tape), 1),
        (GradientCheck.projected(second.output, on: tape), 1),
        (GradientCheck.projected(third.output, on: tape), 1),
      ])
    }
  }

  @Test func layerNormalization() throws {
    for columns in [2, 4, 7, 9] {
      var check = GradientCheck(seed: 8)
      let x = check.normal("x", [3, 2, columns])
      let scale = check.normal("scale", [columns])
      let shift = check.normal("shift", [columns])
      try check.run("layer norm of \(columns)") { tape in
        let y = tape.layerNorm(
          tape.variable(x),
          scale: tape.variable(scale),
          shift: tape.variable(shift)
        )
        return GradientCheck.projected(y, on: tape)
      }
    }
  }

  @Test(arguments: [ForwardMode.training, .inference, .recalibration])
  func batchNormalization(_ mode: ForwardMode) throws {
    var check = GradientCheck(seed: 9)
    let x = check.normal("x", [4, 3, 5], mean: 0.4)
    let norm = RepBatchNorm<Double>("norm", channels: 5, in: check.parameters)
    check.parameters[norm.alpha].values[0] = 0.6
    check.parameters[norm.batchNorm.running.mean].values[2] = -0.3
    try check.run("batch norm, \(mode)", mode: mode) { tape in
      GradientCheck.projected(try norm(tape.variable(x), on: tape), on: tape)
    }
  }

  @Test func progressiveNormalization() throws {
    var check = GradientCheck(seed: 10)
    let x = check.normal("x", [4, 3, 5])
    let norm = ProgressiveNorm<Double>("norm", channels: 5, in: check.parameters)
    for share in [0, 0.3, 1] {
      try check.run("progressive norm, \(share)", layerNormShare: share) {
        GradientCheck.projected(try norm($0.variable(x), on: $0), on: $0)
      }
    }
  }

  @Test func losses() throws {
    var check = GradientCheck(seed: 11)
    let logits = check.normal("logits", [2, 3, 4])
    let numbers = check.normal("numbers", [7])
    try check.run("cross-entropy and L1") { tape in
      let plain = try tape.crossEntropy(tape.variable(logits), targets: [0, 3, 2, 2, 1, 0])
      let weighted = try tape.crossEntropy(
        tape.variable(logits),
        targets: [0, 3, -1, 2, 1, 0],
        classWeights: [1, 0.1, 2, 0.5],
        ignoring: -1
      )
      let l1 = tape.l1(tape.variable(numbers), target: Tensor([7]) { Double($0) / 5 - 0.7 })
      return tape.weightedSum([(plain, 1), (weighted, 2), (l1, 3)])
    }
  }

  @Test func boxes() throws {
    let check = GradientCheck(seed: 12)
    // Overlapping, apart, one within the other, both ways.
    let boxes = check.parameters.add(
      "boxes",
      Tensor(
        [4, 4],
        values: [
          0.5, 0.5, 0.4, 0.3, 0.1, 0.2, 0.1, 0.2, 0.5, 0.52, 0.1, 0.12, 0.5, 0.5, 0.9, 0.8,
        ]
      )
    )
    let target = Tensor<Double>(
      [4, 4],
      values: [
        0.6, 0.45, 0.3, 0.5, 0.8, 0.7, 0.2, 0.2, 0.5, 0.5, 0.4, 0.4, 0.45, 0.5, 0.3, 0.2,
      ]
    )
    try check.run("GIoU") { tape in
      try tape.generalizedIoU(tape.variable(boxes), target: target)
    }
  }

  @Test(arguments: EncoderLayer<Double>.Order.allCases, Normalization<Double>.Kind.allCases)
  func wholeEncoderLayers(
    _ order: EncoderLayer<Double>.Order,
    _ kind: Normalization<Double>.Kind
  ) throws {
    var check = GradientCheck(seed: 13)
    let x = check.normal("x", [3, 4, 6])
    let position = check.normal("position", [4, 6])
    let layer = EncoderLayer(
      "layer",
      EncoderExtents(channels: 6, heads: 2, hidden: 10),
      order: order,
      normalization: kind,
      activation: .gelu,
      in: check.parameters,
      random: &check.random
    )
    try check.run("\(order) \(kind)", layerNormShare: 0.4) { tape in
      let x = tape.variable(x)
      let y = try layer(
        x,
        position: tape.repeated(tape.variable(position), batch: 3),
        keyMask: Array(repeating: true, count: 11) + [false],
        on: tape
      )
      return GradientCheck.projected(y.output, on: tape)
    }
  }
}
