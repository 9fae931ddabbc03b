import Foundation

/// Nodes and weights of Gauss-Legendre quadrature on -1...1.
///
/// > Source: NIST Digital Library of Mathematical Functions, 3.5.19 and 3.5(v); zeros by Newton's method.
struct GaussLegendre {
  let nodes: [Double]
  let weights: [Double]

  init(count: Int) {
    var nodes: [Double] = []
    var weights: [Double] = []
    let degree = Double(count)
    for index in 0..<count {
      var x = -cos(Double.pi * (Double(index) + 0.75) / (degree + 0.5))
      var slope = 1.0
      for _ in 0..<50 {
        var (previous, current) = (1.0, x)
        for order in 1..<max(1, count) {
          let k = Double(order)
          (previous, current) = (current, ((2 * k + 1) * x * current - k * previous) / (k + 1))
        }
        slope = degree * (x * current - previous) / (x * x - 1)
        let step = current / slope
        x -= step
        if abs(step) < 1e-15 { break }
      }
      nodes.append(x)
      weights.append(2 / ((1 - x * x) * slope * slope))
    }
    self.nodes = nodes
    self.weights = weights
  }
}
