/// A recording of operations on tensors, and the reverse pass over it.
///
/// Operations are methods that compute at once and remember how gradients go back. ``reset()`` starts the next
/// recording with the memory of the last one, so that steps of equal size allocate nothing.
///
/// Not thread-safe: a tape belongs to one thread at a time, though operations use several inside.
public final class Tape<Scalar: TensorScalar> {
  /// The parameters that operations take and whose gradients are added up.
  public let parameters: ParameterSet<Scalar>
  /// How many threads operations use; results don't depend on it.
  public let workers: Workers
  /// What the forward pass is for.
  public var mode: ForwardMode
  /// Whether the reverse pass is wanted.
  public var recordsGradients = true
  /// What layers use in place of ideal operations.
  public var execution = Execution<Scalar>()
  /// The share of layer normalisation in ``ProgressiveNorm``, 1...0.
  public var layerNormShare: Scalar = 1

  private(set) var recording = 0
  private var nodes: [Node] = []
  private let pool = BufferPool<Scalar>()

  /// A step of the reverse pass: reads the gradient of its result, adds to those of its inputs.
  typealias ReverseStep = (_ tape: Tape<Scalar>, _ gradient: UnsafePointer<Scalar>) -> Void

  private struct Node {
    var value: UnsafeMutablePointer<Scalar>?
    var gradient: UnsafeMutablePointer<Scalar>?
    let count: Int
    /// A parameter's memory isn't the tape's.
    let isOwned: Bool
    let needsGradient: Bool
    /// Whether the gradient holds something yet.
    var hasGradient: Bool
    var isKept: Bool
    var scratch: [(UnsafeMutablePointer<Scalar>, Int)] = []
    var reverse: ReverseStep?
  }

  /// Creates a tape.
  ///
  /// - Parameters:
  ///   - parameters: The parameters of the network.
  ///   - workers: How many threads operations use.
  ///   - mode: What the forward pass is for.
  public init(
    parameters: ParameterSet<Scalar>,
    workers: Workers = Workers(1),
    mode: ForwardMode = .training
  ) {
    self.parameters = parameters
    self.workers = workers
    self.mode = mode
  }

  deinit { releaseAll() }

  /// Bytes of all memory that values, gradients and intermediate results have needed at once.
  public var memoryBytes: Int { pool.capacity * MemoryLayout<Scalar>.stride }

  /// Forgets the recording; variables of it aren't valid any more.
  public func reset() {
    releaseAll()
    nodes.removeAll(keepingCapacity: true)
    recording += 1
  }

  private func releaseAll() {
    for index in nodes.indices { release(index, keepsValue: false, keepsGradient: false) }
  }

  private func release(_ index: Int, keepsValue: Bool, keepsGradient: Bool) {
    let count = nodes[index].count
    if nodes[index].isOwned {
      if !keepsValue, let value = nodes[index].value {
        pool.give(value, count)
        nodes[index].value = nil
      }
      if !keepsGradient, let gradient = nodes[index].gradient {
        pool.give(gradient, count)
        nodes[index].gradient = nil
      }
    }
    for (buffer, size) in nodes[index].scratch { pool.give(buffer, size) }
    nodes[index].scratch.removeAll()
    nodes[index].reverse = nil
  }
}

// MARK: - Values in and out

extension Tape {
  /// Puts a tensor on the tape.
  ///
  /// - Parameters:
  ///   - tensor: The numbers.
  ///   - needsGradient: Whether ``gradient(of:)`` will be asked for.
  /// - Returns: The variable.
  public func input(_ tensor: Tensor<Scalar>, needsGradient: Bool = false) -> Variable {
    let (variable, value) = append(tensor.shape, needsGradient: needsGradient && recordsGradients)
    tensor.values.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { value.update(from: base, count: source.count) }
    }
    nodes[variable.index].isKept = true
    return variable
  }

  /// Puts numbers of a buffer on the tape, without a tensor between.
  ///
  /// - Parameters:
  ///   - shape: The extents.
  ///   - fill: Writes the numbers, row-major.
  /// - Returns: The variable; it has no gradient.
  public func input(
    _ shape: Shape,
    filling fill: (UnsafeMutableBufferPointer<Scalar>) -> Void
  ) -> Variable {
    let (variable, value) = append(shape, needsGradient: false)
    fill(UnsafeMutableBufferPointer(start: value, count: shape.count))
    nodes[variable.index].isKept = true
    return variable
  }

  /// Puts a parameter on the tape; its gradient is added up in the parameter set.
  public func variable(_ parameter: Parameter) -> Variable {
    let trains = recordsGradients && parameters.trains(parameter)
    nodes.append(
      Node(
        value: parameters.valuePointer(parameter),
        gradient: parameters.gradientPointer(parameter),
        count: parameter.shape.count,
        isOwned: false,
        needsGradient: trains,
        hasGradient: true,
        isKept: true
      )
    )
    return Variable(index: nodes.count - 1, recording: recording, shape: parameter.shape)
  }

  /// Keeps a variable's value, and its gradient, through the reverse pass.
  public func keep(_ variable: Variable) {
    check(variable)
    nodes[variable.index].isKept = true
  }

  /// Returns the numbers of a variable.
  ///
  /// - Precondition: The reverse pass hasn't released them: it keeps inputs, scalars and what ``keep(_:)`` was told.
  public func value(of variable: Variable) -> Tensor<Scalar> {
    let place = UnsafeBufferPointer(start: pointer(variable), count: variable.shape.count)
    return Tensor(variable.shape, values: Array(place))
  }

  /// Runs a function on the numbers of a variable where they lie.
  ///
  /// - Parameters:
  ///   - variable: The variable.
  ///   - body: What reads the numbers, row-major.
  /// - Returns: What the function returns.
  /// - Throws: What the function throws.
  public func withValues<Result, Failure: Error>(
    of variable: Variable,
    _ body: (UnsafeBufferPointer<Scalar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: pointer(variable), count: variable.shape.count))
  }

  /// Returns the number of a variable of one element.
  ///
  /// - Precondition: It has one element.
  public func scalar(_ variable: Variable) -> Scalar {
    precondition(variable.shape.count == 1, "\(variable.shape) isn't one number")
    return pointer(variable)[0]
  }

  /// Returns the gradient of a kept variable after the reverse pass; zeros where nothing depends on it.
  public func gradient(of variable: Variable) -> Tensor<Scalar> {
    check(variable)
    let node = nodes[variable.index]
    guard node.hasGradient, let gradient = node.gradient else { return Tensor(variable.shape) }
    let place = UnsafeBufferPointer(start: gradient, count: variable.shape.count)
    return Tensor(variable.shape, values: Array(place))
  }
}

// MARK: - Reverse pass

extension Tape {
  /// Runs the reverse pass from a number, and adds to the gradients of the parameters.
  ///
  /// Values and gradients of intermediate results are released on the way, except those that are kept.
  ///
  /// - Parameters:
  ///   - loss: What is differentiated; one element.
  ///   - seed: The derivative of what is wanted with respect to `loss`.
  /// - Precondition: `loss` has one element.
  public func backward(from loss: Variable, seed: Scalar = 1) {
    precondition(
      loss.shape.count == 1,
      "the reverse pass starts from one number, not \(loss.shape)"
    )
    check(loss)
    guard nodes[loss.index].needsGradient else { return }
    let start = gradientPlace(loss.index)
    start.pointer[0] = start.adds ? start.pointer[0] + seed : seed
    for index in nodes.indices.reversed() {
      if let reverse = nodes[index].reverse, nodes[index].hasGradient,
        let gradient = nodes[index].gradient
      {
        reverse(self, gradient)
      }
      let keeps = nodes[index].isKept || nodes[index].count == 1
      release(index, keepsValue: keeps, keepsGradient: keeps)
    }
  }
}

// MARK: - For operations

extension Tape {
  /// Adds a node for a result of an operation on `inputs`.
  func result(
    _ shape: Shape,
    of inputs: [Variable]
  ) -> (variable: Variable, value: UnsafeMutablePointer<Scalar>) {
    let needs = recordsGradients && inputs.contains { nodes[$0.index].needsGradient }
    return append(shape, needsGradient: needs)
  }

  private func append(
    _ shape: Shape,
    needsGradient: Bool
  ) -> (variable: Variable, value: UnsafeMutablePointer<Scalar>) {
    let value = pool.take(shape.count)
    nodes.append(
      Node(
        value: value,
        gradient: nil,
        count: shape.count,
        isOwned: true,
        needsGradient: needsGradient,
        hasGradient: false,
        isKept: false
      )
    )
    return (Variable(index: nodes.count - 1, recording: recording, shape: shape), value)
  }

  /// Lends memory until the reverse step of a node is over, or the recording.
  func scratch(_ count: Int, for variable: Variable) -> UnsafeMutablePointer<Scalar> {
    let buffer = pool.take(count)
    nodes[variable.index].scratch.append((buffer, count))
    return buffer
  }

  /// Lends memory for the time of a function.
  func withScratch<Result>(
    _ count: Int,
    _ body: (UnsafeMutablePointer<Scalar>) -> Result
  ) -> Result {
    let buffer = pool.take(count)
    defer { pool.give(buffer, count) }
    return body(buffer)
  }

  /// Says how gradients go back from a node; forgotten where none is needed.
  func onReverse(_ variable: Variable, _ step: @escaping ReverseStep) {
    guard nodes[variable.index].needsGradient else { return }
    nodes[variable.index].reverse = step
  }

  /// Whether gradients go back through a variable.
  func needsGradient(_ variable: Variable) -> Bool { nodes[variable.index].needsGradient }

  /// The numbers of a variable.
  func pointer(_ variable: Variable) -> UnsafePointer<Scalar> {
    check(variable)
    guard let value = nodes[variable.index].value else {
      preconditionFailure("the reverse pass has released this \(variable.shape): keep it before")
    }
    return UnsafePointer(value)
  }

  /// Where the gradient of a variable goes, and whether it's added to what is there; nil where none is needed.
  ///
  /// The caller must write every element, or add.
  func gradientPlace(
    _ variable: Variable
  ) -> (pointer: UnsafeMutablePointer<Scalar>, adds: Bool)? {
    nodes[variable.index].needsGradient ? gradientPlace(variable.index) : nil
  }

  private func gradientPlace(
    _ index: Int
  ) -> (pointer: UnsafeMutablePointer<Scalar>, adds: Bool) {
    let adds = nodes[index].hasGradient
    nodes[index].hasGradient = true
    if let gradient = nodes[index].gradient { return (gradient, adds) }
    let gradient = pool.take(nodes[index].count)
    nodes[index].gradient = gradient
    return (gradient, adds)
  }

  /// As ``gradientPlace(_:)``, set to zero where it holds nothing yet.
  func zeroedGradientPlace(_ variable: Variable) -> UnsafeMutablePointer<Scalar>? {
    guard let (gradient, adds) = gradientPlace(variable) else { return nil }
    if !adds { gradient.update(repeating: 0, count: variable.shape.count) }
    return gradient
  }

  func check(_ variable: Variable) {
    precondition(variable.recording == recording, "a variable of an earlier recording")
  }
}
