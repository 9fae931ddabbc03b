import FabCircuit
import FabNumerics
import Foundation
import Testing

/// Laws that every network of resistors obeys, on seeded random ones.
@Suite struct RandomNetworkTests {
  private struct Network {
    var circuit = Circuit()
    var nodes: [CircuitNode] = []
    /// Conductances against ground and each other; row-major.
    var laplacian: [[Double]] = []

    /// A ring with chords, so that no node floats; resistances over four decades.
    init(count: Int, seed: UInt64) {
      var generator = Xoshiro256(seed: seed)
      nodes = (0..<count).map { circuit.node("n\($0)") }
      laplacian = Array(repeating: Array(repeating: 0.0, count: count), count: count)
      var names = 0
      func add(_ network: inout Network, _ one: Int, _ two: Int?) {
        let ohms = 10 * pow(10, 4 * generator.uniformDeviate())
        names += 1
        network.circuit.add(
          "R\(names)",
          .resistor(
            from: network.nodes[one],
            to: two.map { network.nodes[$0] } ?? .ground,
            ohms: ohms
          )
        )
        network.laplacian[one][one] += 1 / ohms
        if let two {
          network.laplacian[two][two] += 1 / ohms
          network.laplacian[one][two] -= 1 / ohms
          network.laplacian[two][one] -= 1 / ohms
        }
      }
      var network = self
      for index in 0..<count {
        add(&network, index, (index + 1) % count)
        let other = Int(generator.next(upperBound: UInt64(count)))
        if other != index { add(&network, index, other) }
      }
      add(&network, 0, nil)
      self = network
    }
  }

  /// Gaussian elimination with partial pivoting: an independent, dense way.
  private func dense(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (a, b) = (matrix, right)
    let size = b.count
    for column in 0..<size {
      let pivot = (column..<size).max { abs(a[$0][column]) < abs(a[$1][column]) } ?? column
      a.swapAt(column, pivot)
      b.swapAt(column, pivot)
      for row in (column + 1)..<max(size, column + 1) {
        let factor = a[row][column] / a[column][column]
        for inner in column..<size { a[row][inner] -= factor * a[column][inner] }
        b[row] -= factor * b[column]
      }
    }
    for row in (0..<size).reversed() {
      for inner in (row + 1)..<max(size, row + 1) { b[row] -= a[row][inner] * b[inner] }
      b[row] /= a[row][row]
    }
    return b
  }

  private func response(
    _ network: Network,
    _ drives: [(node: Int, amperes: Double)]
  ) throws
    -> CircuitSolution
  {
    var circuit = network.circuit
    for (index, drive) in drives.enumerated() {
      circuit.add(
        "I\(index)",
        .currentSource(from: .ground, to: network.nodes[drive.node], amperes: drive.amperes)
      )
    }
    return try OperatingPointSolver(circuit).solve()
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func agreesWithADenseSolve(seed: UInt64) throws {
    let network = Network(count: 40, seed: seed)
    let drives = [(node: 3, amperes: 1e-3), (node: 17, amperes: -2e-3), (node: 31, amperes: 5e-4)]
    let solution = try response(network, drives)
    var right = Array(repeating: 0.0, count: 40)
    for drive in drives { right[drive.node] += drive.amperes }
    let expected = dense(network.laplacian, right)
    let scale = expected.map { abs($0) }.max() ?? 0
    for (node, value) in zip(network.nodes, expected) {
      #expect(abs(solution.voltage(node) - value) <= 1e-11 * scale)
    }
  }

  @Test(arguments: [11, 12, 13])
  func responsesAddUp(seed: UInt64) throws {
    let network = Network(count: 25, seed: seed)
    let one = try response(network, [(4, 1e-3)])
    let two = try response(network, [(19, -3e-3)])
    let both = try response(network, [(4, 1e-3), (19, -3e-3)])
    let scale = both.nodeVoltages.map { abs($0) }.max() ?? 0
    for index in both.nodeVoltages.indices {
      let sum = one.nodeVoltages[index] + two.nodeVoltages[index]
      #expect(abs(both.nodeVoltages[index] - sum) <= 1e-11 * scale)
    }
  }

  @Test(arguments: [21, 22, 23])
  func isReciprocal(seed: UInt64) throws {
    let network = Network(count: 25, seed: seed)
    let forward = try response(network, [(2, 1)]).voltage(network.nodes[14])
    let backward = try response(network, [(14, 1)]).voltage(network.nodes[2])
    #expect(abs(forward - backward) <= 1e-11 * abs(forward))
  }

  /// The sum of voltage times current over all elements is zero; here with sources of both kinds and diodes.
  @Test(arguments: [31, 32, 33])
  func powersBalance(seed: UInt64) throws {
    let network = Network(count: 25, seed: seed)
    var circuit = network.circuit
    let model = try ClosedFormTests.diode()
    circuit.add("V1", .voltageSource(positive: network.nodes[5], negative: .ground, volts: 3))
    circuit.add(
      "I1",
      .currentSource(from: network.nodes[9], to: network.nodes[1], amperes: 1e-3)
    )
    for index in 10..<20 {
      circuit.add(
        "D\(index)",
        .diode(anode: network.nodes[index], cathode: network.nodes[index + 3], model: model)
      )
    }
    let solution = try OperatingPointSolver(circuit).solve()
    var (sum, scale) = (0.0, 0.0)
    for (element, current) in zip(circuit.elements, solution.elementCurrents) {
      let (one, two): (CircuitNode, CircuitNode)
      switch element.kind {
      case .resistor(let from, let to, _), .capacitor(let from, let to, _),
        .currentSource(let from, let to, _):
        (one, two) = (from, to)
      case .diode(let anode, let cathode, _): (one, two) = (anode, cathode)
      case .voltageSource(let positive, let negative, _), .summer(let positive, let negative, _, _):
        (one, two) = (positive, negative)
      case .operationalAmplifier(let output, _, _, _): (one, two) = (output, .ground)
      }
      let power = (solution.voltage(one) - solution.voltage(two)) * current
      sum += power
      scale += abs(power)
    }
    #expect(scale > 1e-3)
    #expect(abs(sum) <= 1e-11 * scale)
  }
}
