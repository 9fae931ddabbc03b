import FabNumerics
import FabOperators
import FabTasks
import FabTensor
import FabTransformer
import Testing

/// Networks by a codebook.
@Suite struct HardwareDieTests {
  private let fixture: HardwareFixture

  init() throws { fixture = try HardwareFixture() }

  private static func distance(_ one: [Float], _ other: [Float]) -> Float {
    zip(one, other).map { abs($0 - $1) }.max() ?? 0
  }

  @Test func theDeployedNetworkIsTheTrainedOne() throws {
    let trained = try fixture.scores(of: fixture.learner)
    let deployed = try fixture.scores()
    let size = trained.map(abs).max() ?? 0
    #expect(size > 1 && Self.distance(trained, deployed) < 1e-5 * size)
    // A checkpoint of its parameters is one of the whole network, whose normalisations do nothing.
    let checkpoint = Checkpoint(
      parameters: fixture.deployed.parameters,
      seed: 7,
      metadata: fixture.learner.identity
    )
    let read = try SceneLearner(checkpoint)
    #expect(Self.distance(try fixture.scores(of: read), deployed) < 1e-5 * size)
    #expect(Self.distance(try fixture.scores(of: read.deployed()), deployed) == 0)
  }

  @Test func withoutOperatorsHardwareIsIdeal() throws {
    let die = try fixture.die(HardwareSettings(operators: []))
    #expect(try fixture.scores(die.execution()) == fixture.scores())
  }

  @Test(arguments: HardwareOperator.allCases)
  func everyOperatorMovesScoresALittle(one: HardwareOperator) throws {
    let ideal = try fixture.scores()
    let die = try fixture.die(HardwareSettings(operators: [one]))
    let found = try fixture.scores(die.execution())
    let size = ideal.map(abs).max() ?? 0
    let distance = Self.distance(found, ideal)
    #expect(distance > 1e-3 * size && distance < size, "\(one) \(distance) of \(size)")
    let counts = die.counts.all.map(\.operation)
    switch one {
    case .weights: #expect(counts.isEmpty)
    case .products: #expect(counts == [.multiplier])
    case .softmax: #expect(counts == [.softmax])
    case .activation: #expect(counts == [.softplus])
    }
  }

  @Test func seedsAreDiesAndThreadsDoNotMatter() throws {
    let die = try fixture.die()
    let first = try fixture.scores(die.execution())
    die.restart(pass: 0)
    #expect(try fixture.scores(die.execution(), workers: 2) == first)
    #expect(try fixture.scores(fixture.die().execution()) == first)
    // Readings scatter from pass to pass, dies differ by more.
    let again = Self.distance(try fixture.scores(die.execution()), first)
    let other = Self.distance(try fixture.scores(fixture.die(seed: 2).execution()), first)
    #expect(again > 0 && other > 2 * again, "\(again) \(other)")
  }

  @Test func theMeanUnitHasNoSeed() throws {
    let settings = HardwareSettings(.mean)
    let one = try fixture.scores(fixture.die(settings).execution())
    #expect(try fixture.scores(fixture.die(settings, seed: 9).execution()) == one)
    #expect(try one != fixture.scores())
  }

  /// Forwards the codebook, backwards the ideal operator at the same numbers.
  @Test func theBypassGivesIdealGradients() throws {
    let die = try fixture.die(HardwareSettings(.mean, operators: [.activation]))
    let name = "encoder.0.feedForward.first"
    let function = try #require(die.execution().activation?(name, .softplus))
    let inputs: [Float] = (0..<24).map { 0.3 * Float($0) - 3 }
    let parameters = ParameterSet<Float>()
    let tape = Tape(parameters: parameters)
    let x = tape.input(Tensor([24], values: inputs), needsGradient: true)
    let y = tape.elementwise(x, function)
    tape.keep(y)
    tape.backward(from: tape.mean(y), seed: Float(inputs.count))
    let curve = try HardwareFixture.codebook.get().curve(.softplus)
    let (values, slopes) = (tape.value(of: y).values, tape.gradient(of: x).values)
    for (index, input) in inputs.enumerated() {
      let wanted = Float(curve.mean(at: Double(input)))
      #expect(abs(values[index] - wanted) < 1e-5)
      var slope: Float = 0
      withUnsafePointer(to: input) { input in
        withUnsafeMutablePointer(to: &slope) { slope in
          Activation.softplus.differentiate(
            UnsafeBufferPointer(start: input, count: 1),
            into: UnsafeMutableBufferPointer(start: slope, count: 1)
          )
        }
      }
      #expect(slopes[index] == slope)
    }
  }

  @Test func withoutTheBypassGradientsStopAtTables() throws {
    func gradient(_ gradients: HardwareGradients, _ name: String) throws -> Float {
      let learner = fixture.deployed.copy()
      let die = try fixture.die()
      let tape = Tape(parameters: learner.parameters)
      tape.execution = die.execution(gradients: gradients)
      learner.parameters.zeroGradients()
      tape.backward(from: try learner.loss(.train, 0..<16, on: tape))
      let parameter = try #require(learner.parameters.parameter(named: name))
      return learner.parameters.gradient(of: parameter).values.map(abs).max() ?? 0
    }
    for name in [
      "answer.attention.query.weight", "answer.attention.value.weight",
      "answer.feedForward.first.weight", "patches.out.weight",
    ] {
      #expect(try gradient(.bypass, name) > 0, "\(name)")
      #expect(try gradient(.none, name) == 0, "\(name)")
    }
    for name in [
      "head.weight", "answer.feedForward.second.weight", "answer.attention.output.weight",
    ] {
      #expect(try gradient(.none, name) > 0, "\(name)")
    }
  }

  @Test func aCodebookMustHaveWhatTheNetworkNeeds() throws {
    let codebook = try HardwareFixture.codebook.get()
    let poor = Codebook(
      identity: codebook.identity,
      entries: codebook.entries.filter { $0.operation != .softmax }
    )
    #expect(throws: HardwareError.codebook(.noEntry(operator: .softmax))) {
      _ = try HardwareModel(
        poor,
        HardwareSettings(),
        ranges: fixture.ranges,
        activation: .softplus
      )
    }
    #expect(throws: HardwareError.noOperator(activation: .relu)) {
      _ = try HardwareModel(
        codebook,
        HardwareSettings(),
        ranges: fixture.ranges,
        activation: .relu
      )
    }
  }

  @Test func rangesAreTheLargestOperands() throws {
    let range = try #require(fixture.ranges.attentions["encoder.0.attention"])
    #expect(range.heads == 2 && range.width == 8)
    #expect(range.keys == SceneGrid.tokens + fixture.deployed.task.questionLength)
    #expect(range.query > 0 && range.key > 0 && range.value > 0)
    #expect(fixture.ranges.attentions["answer.attention"]?.keys == range.keys)
    #expect(fixture.ranges.attentions.count == 2)
  }

  @Test func featuresErrFromLayerToLayer() throws {
    let die = try fixture.die()
    let errors = try FeatureComparison(
      of: fixture.deployed,
      on: die,
      samples: 0..<80,
      workers: Workers(2)
    )
    .errors
    #expect(errors.map(\.layer) == ["patches", "encoder.0", "answer", "head"])
    #expect(errors.allSatisfy { $0.total > 0 && $0.total < 1 })
    #expect(errors[0].total < errors[3].total)
    #expect(errors[0].channels.count == 16 && errors[3].channels.count == 21)
    let ideal = try FeatureComparison(
      of: fixture.deployed,
      on: fixture.die(HardwareSettings(operators: [])),
      samples: 0..<80,
      workers: Workers(1)
    )
    .errors
    #expect(ideal.allSatisfy { $0.total == 0 })
  }
}
