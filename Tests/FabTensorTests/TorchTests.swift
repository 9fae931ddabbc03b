import FabNumerics
import FabTensor
import Foundation
import Testing

/// The same steps in PyTorch, in double precision.
@Suite(.enabled(if: torch != nil, "PyTorch isn't installed"))
struct TorchTests {
  /// What a script gives back: lists of numbers by name.
  private static func run(_ script: String, _ file: Safetensors) throws -> [String: [Double]] {
    let reader = """
      import json, struct, sys, torch
      data = sys.stdin.buffer.read()
      n = struct.unpack("<Q", data[:8])[0]
      header = json.loads(data[8:8 + n])
      given = {}
      for name, entry in header.items():
          if name == "__metadata__": continue
          a, b = entry["data_offsets"]
          numbers = struct.unpack("<%dd" % ((b - a) // 8), data[8 + n + a:8 + n + b])
          given[name] = torch.tensor(numbers, dtype=torch.float64).reshape(entry["shape"])
      torch.set_default_dtype(torch.float64)
      torch.set_num_threads(1)
      out = {}

      """
    let output = try Python.output(
      of: reader + script
        + "\nprint(json.dumps({k: v.detach().reshape(-1).tolist() for k, v in out.items()}))\n",
      input: file.encoded(),
      by: try #require(torch)
    )
    return try JSONDecoder().decode([String: [Double]].self, from: Data(output.utf8))
  }

  private static func near(_ found: [Double], _ expected: [Double]?, _ comment: Comment) {
    guard let expected, found.count == expected.count else {
      Issue.record("\(comment): \(found.count) numbers against \(expected?.count ?? 0)")
      return
    }
    let scale = expected.map(abs).max() ?? 0
    let error = zip(found, expected).map { abs($0 - $1) }.max() ?? 0
    #expect(error <= 1e-10 * max(scale, 1e-6), "\(comment) differs by \(error)")
  }

  @Test(arguments: EncoderLayer<Double>.Order.allCases, [Activation.relu, .gelu])
  func encoderLayersTrainAlike(_ order: EncoderLayer<Double>.Order, _ activation: Activation) throws
  {
    let parameters = ParameterSet<Double>()
    var random = Xoshiro256(seed: 3)
    let layer = EncoderLayer(
      "layer",
      EncoderExtents(channels: 12, heads: 3, hidden: 20),
      order: order,
      activation: activation,
      in: parameters,
      random: &random
    )
    var file = Safetensors()
    for parameter in parameters.all {
      let buffer = parameters.valueBuffer(parameter)
      for index in buffer.indices { buffer[index] += 0.1 * random.normalDeviate() }
      file.add(parameter.name, parameters[parameter])
    }
    let input = Tensor<Double>([4, 5, 12]) { _ in random.normalDeviate() }
    let target = Tensor<Double>([4, 5, 12]) { _ in random.normalDeviate() }
    let mask = (0..<20).map { $0 % 5 < 3 + $0 / 5 % 3 }
    file.add("input", input)
    file.add("target", target)
    file.add("mask", Tensor<Double>([4, 5], values: mask.map { $0 ? 1 : 0 }))

    let script = """
      layer = torch.nn.TransformerEncoderLayer(12, 3, 20, dropout=0, batch_first=True,
          norm_first=\(order == .normFirst ? "True" : "False"), activation="\(activation.rawValue)")
      names = {"linear1": "feedForward.first", "linear2": "feedForward.second",
          "self_attn.out_proj": "attention.output", "norm1": "norm1", "norm2": "norm2"}
      parts = ["attention.query", "attention.key", "attention.value"]
      with torch.no_grad():
          layer.self_attn.in_proj_weight.copy_(torch.cat([given["layer.%s.weight" % p].T for p in parts]))
          layer.self_attn.in_proj_bias.copy_(torch.cat([given["layer.%s.bias" % p] for p in parts]))
          for theirs, ours in names.items():
              module = layer.get_submodule(theirs)
              isNorm = ours.startswith("norm")
              weight = given["layer.%s.%s" % (ours, "scale" if isNorm else "weight")]
              module.weight.copy_(weight if isNorm else weight.T)
              module.bias.copy_(given["layer.%s.%s" % (ours, "shift" if isNorm else "bias")])
      matrices = [p for p in layer.parameters() if p.dim() > 1]
      vectors = [p for p in layer.parameters() if p.dim() == 1]
      optimizer = torch.optim.AdamW([{"params": matrices, "weight_decay": 0.1},
          {"params": vectors, "weight_decay": 0.0}], lr=0.01)
      for step in range(4):
          optimizer.zero_grad()
          y = layer(given["input"], src_key_padding_mask=given["mask"] == 0)
          loss = ((y - given["target"]) ** 2).mean()
          loss.backward()
          if step == 0:
              out["output"] = y
              out["hidden"] = layer.linear1.weight.grad.T.clone()
              out["keys"] = layer.self_attn.in_proj_weight.grad[12:24].T.clone()
          out["norm"] = torch.nn.utils.clip_grad_norm_(layer.parameters(), 0.5)
          optimizer.step()
      out["loss"] = loss
      out["first"] = layer.linear1.weight.T
      out["query"] = layer.self_attn.in_proj_weight[:12].T
      out["scale"] = layer.norm1.weight
      """
    let expected = try Self.run(script, file)
    let tape = Tape(parameters: parameters, workers: Workers(2))
    var optimizer = AdamW<Double>(
      .init(schedule: LearningRateSchedule(peak: 0.01), weightDecay: 0.1, clippingNorm: 0.5)
    )
    var norm = 0.0
    var last = 0.0
    for step in 0..<4 {
      tape.reset()
      parameters.zeroGradients()
      let y = try layer(tape.input(input), keyMask: mask, on: tape).output
      if step == 0 { Self.near(tape.value(of: y).values, expected["output"], "output") }
      let difference = tape.add(y, tape.scale(tape.input(target), by: -1))
      let loss = tape.mean(tape.multiply(difference, difference))
      tape.backward(from: loss)
      if step == 0 {
        let hidden = parameters.gradient(of: layer.feedForward.first.weight).values
        Self.near(hidden, expected["hidden"], "gradient of the hidden layer")
        let keys = parameters.gradient(of: layer.attention.key.weight).values
        Self.near(keys, expected["keys"], "gradient of the keys")
      }
      last = tape.scalar(loss)
      norm = try optimizer.step(parameters)
    }
    Self.near([norm], expected["norm"], "norm of the gradient")
    Self.near([last], expected["loss"], "loss")
    Self.near(parameters[layer.feedForward.first.weight].values, expected["first"], "weights")
    Self.near(parameters[layer.attention.query.weight].values, expected["query"], "queries")
    if case .layer(let norm) = layer.attentionNorm {
      Self.near(parameters[norm.scale].values, expected["scale"], "factors")
    }
  }

  @Test func lossesAndBatchNormalizationAreTheSame() throws {
    let parameters = ParameterSet<Double>()
    var random = Xoshiro256(seed: 4)
    let logits = parameters.add("logits", Tensor([6, 4]) { _ in 3 * random.normalDeviate() })
    let x = parameters.add("x", Tensor([7, 3]) { _ in 2 + random.normalDeviate() })
    let norm = BatchNorm("norm", channels: 3, momentum: 0.3, in: parameters)
    var file = Safetensors()
    file.add("logits", parameters[logits])
    file.add("x", parameters[x])
    let script = """
      logits = given["logits"].requires_grad_()
      x = given["x"].requires_grad_()
      loss = torch.nn.functional.cross_entropy(logits, torch.tensor([0, 3, -1, 2, 1, 0]),
          weight=torch.tensor([1, 0.1, 2, 0.5]), ignore_index=-1)
      norm = torch.nn.BatchNorm1d(3, momentum=0.3)
      y = norm(x)
      l1 = torch.nn.functional.l1_loss(y, torch.full((7, 3), 0.25))
      (loss + l1).backward()
      out = {"loss": loss, "l1": l1, "logits": logits.grad, "x": x.grad, "y": y,
          "mean": norm.running_mean, "variance": norm.running_var}
      """
    let expected = try Self.run(script, file)
    let tape = Tape(parameters: parameters)
    let loss = try tape.crossEntropy(
      tape.variable(logits),
      targets: [0, 3, -1, 2, 1, 0],
      classWeights: [1, 0.1, 2, 0.5],
      ignoring: -1
    )
    let y = try norm(tape.variable(x), on: tape)
    tape.keep(y)
    let l1 = tape.l1(y, target: Tensor([7, 3], repeating: 0.25))
    tape.backward(from: tape.weightedSum([(loss, 1), (l1, 1)]))
    Self.near([tape.scalar(loss)], expected["loss"], "cross-entropy")
    Self.near([tape.scalar(l1)], expected["l1"], "L1")
    Self.near(tape.value(of: y).values, expected["y"], "normalised")
    Self.near(parameters.gradient(of: logits).values, expected["logits"], "by scores")
    Self.near(parameters.gradient(of: x).values, expected["x"], "by inputs")
    Self.near(parameters[norm.running.mean].values, expected["mean"], "running mean")
    Self.near(parameters[norm.running.variance].values, expected["variance"], "variance")
  }
}

/// The interpreter that has PyTorch.
private let torch = Python.having("torch")
