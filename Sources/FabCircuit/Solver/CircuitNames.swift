/// The names of a circuit's nodes and elements, shared by all its solutions.
struct CircuitNames: Sendable {
  let nodes: [String]
  let elements: [String]
  private let nodeIndices: [String: Int]
  private let elementIndices: [String: Int]

  init(_ circuit: Circuit) {
    nodes = circuit.nodeNames
    elements = circuit.elements.map(\.name)
    nodeIndices = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    elementIndices = Dictionary(uniqueKeysWithValues: elements.enumerated().map { ($1, $0) })
  }

  func node(_ name: String) -> Int? { nodeIndices[name] }

  func element(_ name: String) -> Int? { elementIndices[name] }
}
