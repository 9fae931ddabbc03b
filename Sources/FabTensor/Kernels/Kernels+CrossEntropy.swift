import FabNumerics
import Foundation

extension Kernels {
  /// Adds up `-weight ln softmax(scores)[target]` over rows; rows of weight 0 aren't read, nor are their targets.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func crossEntropy<S: TensorScalar>(
    _ scores: UnsafePointer<S>,
    _ targets: [Int],
    weights: [S],
    classes: Int
  ) -> S {
    var loss: S = 0
    for row in 0..<targets.count where weights[row] > 0 {
      // By the scores and not by the probability, which may have become zero.
      let scores = scores + row * classes
      var highest = scores[0]
      for index in 1..<max(classes, 1) where scores[index] > highest { highest = scores[index] }
      var sum = 0.0
      for index in 0..<classes { sum += exp(Double(scores[index] - highest)) }
      loss += weights[row] * (S(log(sum)) - (scores[targets[row]] - highest))
    }
    return loss
  }

  /// Writes or adds the gradient of the cross entropy with respect to the scores, `scale weight (p - 1 at the target)`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func crossEntropyGradient<S: TensorScalar>(
    _ probabilities: UnsafePointer<S>,
    _ targets: [Int],
    weights: [S],
    scale: S,
    into gradient: UnsafeMutablePointer<S>,
    classes: Int,
    adding: Bool
  ) {
    for row in 0..<targets.count {
      let factor = scale * weights[row]
      let (p, g) = (probabilities + row * classes, gradient + row * classes)
      for index in 0..<classes {
        g[index] = adding ? g[index] + factor * p[index] : factor * p[index]
      }
      if weights[row] > 0 { g[targets[row]] -= factor }
    }
  }
}
