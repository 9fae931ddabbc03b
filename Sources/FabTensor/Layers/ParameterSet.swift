/// The parameters of a network with their gradients, in the order in which layers made them.
///
/// A class, for the memory stays where it is while tapes read it. Not thread-safe.
public final class ParameterSet<Scalar: TensorScalar> {
  /// The parameters, in the order of their making.
  public private(set) var all: [Parameter] = []

  private var values: [UnsafeMutablePointer<Scalar>] = []
  private var gradients: [UnsafeMutablePointer<Scalar>] = []
  private var frozen: Set<Int> = []
  private var indices: [String: Int] = [:]

  /// Creates an empty set.
  public init() {}

  deinit {
    for buffer in values + gradients { buffer.deallocate() }
  }

  /// Adds a parameter.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - tensor: The values at the start.
  ///   - kind: What it's for.
  /// - Returns: The handle for tapes and layers.
  /// - Precondition: The name is new.
  public func add(
    _ name: String,
    _ tensor: Tensor<Scalar>,
    kind: Parameter.Kind = .weight
  ) -> Parameter {
    precondition(indices[name] == nil, "two parameters are named '\(name)'")
    let parameter = Parameter(index: all.count, name: name, shape: tensor.shape, kind: kind)
    indices[name] = parameter.index
    all.append(parameter)
    let (value, gradient) = (Self.memory(tensor.shape.count), Self.memory(tensor.shape.count))
    for (index, number) in tensor.values.enumerated() { value[index] = number }
    values.append(value)
    gradients.append(gradient)
    return parameter
  }

  private static func memory(_ count: Int) -> UnsafeMutablePointer<Scalar> {
    let size = max(count, 1)
    let buffer =
      UnsafeMutableRawPointer
      .allocate(byteCount: size * MemoryLayout<Scalar>.stride, alignment: 64)
      .bindMemory(to: Scalar.self, capacity: size)
    buffer.initialize(repeating: 0, count: size)
    return buffer
  }

  /// The number of trained numbers.
  public var trainedCount: Int {
    all.reduce(0) { $0 + (trains($1) ? $1.shape.count : 0) }
  }

  /// Returns the parameter of a name, or nil.
  public func parameter(named name: String) -> Parameter? {
    indices[name].map { all[$0] }
  }

  /// The numbers of a parameter.
  public subscript(parameter: Parameter) -> Tensor<Scalar> {
    get {
      Tensor(parameter.shape, values: Array(valueBuffer(parameter)))
    }
    set {
      precondition(newValue.shape == parameter.shape, "\(newValue.shape) for \(parameter)")
      for (index, number) in newValue.values.enumerated() {
        values[parameter.index][index] = number
      }
    }
  }

  /// Returns the gradient of a parameter.
  public func gradient(of parameter: Parameter) -> Tensor<Scalar> {
    let buffer = UnsafeBufferPointer(
      start: gradients[parameter.index],
      count: parameter.shape.count
    )
    return Tensor(parameter.shape, values: Array(buffer))
  }

  /// Sets all gradients to zero.
  public func zeroGradients() {
    for parameter in all {
      gradients[parameter.index].update(repeating: 0, count: parameter.shape.count)
    }
  }

  /// Whether gradients and optimisers touch a parameter.
  public func trains(_ parameter: Parameter) -> Bool {
    parameter.kind != .statistic && !frozen.contains(parameter.index)
  }

  /// Takes a parameter out of training, or back in.
  public func setFrozen(_ isFrozen: Bool, _ parameter: Parameter) {
    if isFrozen { frozen.insert(parameter.index) } else { frozen.remove(parameter.index) }
  }

  /// Returns an independent set with the same parameters and values, and gradients of zero.
  public func copy() -> ParameterSet {
    let result = ParameterSet()
    for parameter in all { _ = result.add(parameter.name, self[parameter], kind: parameter.kind) }
    result.frozen = frozen
    return result
  }

  /// The numbers of a parameter where they lie, valid as long as the set.
  public func valueBuffer(_ parameter: Parameter) -> UnsafeMutableBufferPointer<Scalar> {
    UnsafeMutableBufferPointer(start: values[parameter.index], count: parameter.shape.count)
  }

  func valuePointer(_ parameter: Parameter) -> UnsafeMutablePointer<Scalar> {
    values[parameter.index]
  }

  func gradientPointer(_ parameter: Parameter) -> UnsafeMutablePointer<Scalar> {
    gradients[parameter.index]
  }
}
