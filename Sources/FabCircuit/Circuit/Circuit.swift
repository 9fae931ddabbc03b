/// A circuit: named elements between named nodes.
///
/// Element names are unique; nodes come into being with their names. Units are SI: ohm, farad, volt, ampere.
public struct Circuit: Sendable {
  /// The names of the nodes; the first is ground, `0`.
  public private(set) var nodeNames = ["0"]
  /// The elements in the order in which they were added.
  public private(set) var elements: [CircuitElement] = []
  private var nodes: [String: CircuitNode] = ["0": .ground]
  private var indices: [String: Int] = [:]

  /// Creates an empty circuit.
  public init() {}

  /// Returns the node of a name, a new one where there is none yet; `0` is ground.
  public mutating func node(_ name: String) -> CircuitNode {
    if let known = nodes[name] { return known }
    let node = CircuitNode(index: nodeNames.count)
    nodeNames.append(name)
    nodes[name] = node
    return node
  }

  /// Returns the node of a name; `nil` where the circuit has none.
  public func existingNode(_ name: String) -> CircuitNode? { nodes[name] }

  /// Adds an element.
  ///
  /// - Precondition: No other element has this name.
  public mutating func add(_ name: String, _ kind: CircuitElement.Kind) {
    precondition(indices[name] == nil, "a circuit has an element '\(name)' already")
    indices[name] = elements.count
    elements.append(CircuitElement(name: name, kind: kind))
  }

  /// Returns the place of an element among ``elements``; `nil` where there is none of that name.
  public func index(ofElement name: String) -> Int? { indices[name] }

  /// Replaces an element, for instance a source's voltage.
  ///
  /// - Precondition: The circuit has an element of this name.
  public mutating func replace(_ name: String, with kind: CircuitElement.Kind) {
    guard let index = indices[name] else {
      preconditionFailure("a circuit has no element '\(name)'")
    }
    elements[index] = CircuitElement(name: name, kind: kind)
  }
}
