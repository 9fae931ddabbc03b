/// The state of a training as a safetensors file: parameters, moments, steps, seed; resuming continues bit by bit.
///
/// Random draws must depend on the seed and the step alone (``FabNumerics/CounterNormals`` by purpose, generators keyed by
/// step); then no generator has a state that would have to be kept.
public struct Checkpoint<Scalar: TensorScalar>: Hashable, Sendable {
  /// The arrays and metadata.
  public private(set) var file: Safetensors

  /// The key of the metadata that says how entries are arranged.
  private static var formatKey: String { "format" }
  private static var format: String { "pcu-fab checkpoint 1" }

  /// Takes the state of a training.
  ///
  /// - Parameters:
  ///   - parameters: The parameters.
  ///   - optimizer: The optimiser; nil for parameters alone.
  ///   - seed: The seed of the run.
  ///   - metadata: Further texts, such as hashes of what the run was made from; `format` and `seed` are added.
  public init(
    parameters: ParameterSet<Scalar>,
    optimizer: AdamW<Scalar>? = nil,
    seed: UInt64,
    metadata: [String: String] = [:]
  ) {
    var texts = metadata
    texts[Self.formatKey] = Self.format
    texts["seed"] = String(seed)
    file = Safetensors(metadata: texts)
    for parameter in parameters.all { file.add("model.\(parameter.name)", parameters[parameter]) }
    guard var optimizer else { return }
    optimizer.prepare(for: parameters)
    file.add("optimizer.steps", integers: [UInt64(optimizer.steps)], shape: [1])
    for parameter in parameters.all where parameter.kind != .statistic {
      let (first, second) = (optimizer.first[parameter.index], optimizer.second[parameter.index])
      file.add("optimizer.first.\(parameter.name)", Tensor(parameter.shape, values: first))
      file.add("optimizer.second.\(parameter.name)", Tensor(parameter.shape, values: second))
    }
  }

  /// Reads a checkpoint.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limits: What is refused.
  /// - Throws: ``SafetensorsError``, also if the metadata aren't those of a checkpoint.
  public init(
    _ bytes: [UInt8],
    limits: SafetensorsLimits = SafetensorsLimits()
  ) throws(SafetensorsError) {
    file = try Safetensors(bytes, limits: limits)
    guard file.metadata[Self.formatKey] == Self.format else {
      throw .wrongMetadata(
        key: Self.formatKey,
        found: file.metadata[Self.formatKey],
        expected: "'\(Self.format)'"
      )
    }
    guard UInt64(file.metadata["seed"] ?? "") != nil else {
      throw .wrongMetadata(key: "seed", found: file.metadata["seed"], expected: "a whole number")
    }
  }

  /// The seed of the run.
  public var seed: UInt64 { UInt64(file.metadata["seed"] ?? "") ?? 0 }

  /// The texts.
  public var metadata: [String: String] { file.metadata }

  /// Whether the file has the state of an optimiser.
  public var hasOptimizer: Bool { file.entries["optimizer.steps"] != nil }

  /// Returns the file; equal states give equal bytes.
  public func encoded() -> [UInt8] { file.encoded() }

  /// Sets the parameters of a network to those of the file; nothing is changed if any of them doesn't fit.
  ///
  /// - Parameter parameters: The parameters.
  /// - Throws: ``SafetensorsError/missingTensor(name:)``, ``SafetensorsError/unknownTensor(name:)``,
  ///   ``SafetensorsError/wrongShape(name:found:expected:)``.
  public func restore(_ parameters: ParameterSet<Scalar>) throws(SafetensorsError) {
    let known = Set(parameters.all.map { "model.\($0.name)" })
    for name in file.entries.keys.sorted() where name.hasPrefix("model.") && !known.contains(name) {
      throw .unknownTensor(name: name)
    }
    var tensors: [Tensor<Scalar>] = []
    for parameter in parameters.all {
      tensors.append(try file.tensor("model.\(parameter.name)", shape: parameter.shape))
    }
    for (parameter, tensor) in zip(parameters.all, tensors) { parameters[parameter] = tensor }
  }

  /// Sets an optimiser to the state of the file; nothing is changed if any of it doesn't fit.
  ///
  /// - Parameters:
  ///   - optimizer: The optimiser; its settings stay.
  ///   - parameters: The parameters that it moves.
  /// - Throws: ``SafetensorsError/missingTensor(name:)``, ``SafetensorsError/unknownTensor(name:)``,
  ///   ``SafetensorsError/wrongShape(name:found:expected:)``, ``SafetensorsError/wrongMetadata(key:found:expected:)`` for a count of steps beyond all use.
  public func restore(
    _ optimizer: inout AdamW<Scalar>,
    for parameters: ParameterSet<Scalar>
  ) throws(SafetensorsError) {
    let steps = try file.integers("optimizer.steps", shape: [1])
    guard let step = steps.first, step <= UInt64(UInt32.max) else {
      throw .wrongMetadata(
        key: "optimizer.steps",
        found: steps.first.map(String.init),
        expected: "at most \(UInt32.max)"
      )
    }
    let moved = parameters.all.filter { $0.kind != .statistic }
    let known = Set(moved.flatMap { ["first.\($0.name)", "second.\($0.name)"] } + ["steps"])
    for name in file.entries.keys.sorted() where name.hasPrefix("optimizer.") {
      guard known.contains(String(name.dropFirst("optimizer.".count))) else {
        throw .unknownTensor(name: name)
      }
    }
    var restored = AdamW<Scalar>(optimizer.settings)
    restored.prepare(for: parameters)
    for parameter in moved {
      let (name, shape) = (parameter.name, parameter.shape)
      restored.first[parameter.index] =
        try file.tensor("optimizer.first.\(name)", shape: shape).values
      restored.second[parameter.index] =
        try file.tensor("optimizer.second.\(name)", shape: shape).values
    }
    restored.steps = Int(step)
    optimizer = restored
  }
}
