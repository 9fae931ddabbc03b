import Foundation

/// Returns the Wright omega function `ω(x)`: the positive solution of `ω + ln ω = x`.
///
/// It is the Lambert function of an exponential, `ω(x) = W0(exp x)`, without the overflow of the exponential.
/// The relative error is below 4e-16 times the larger of 1 and the condition number `|x| / (1 + ω)`.
/// Minus infinity gives 0, infinity gives infinity, NaN gives NaN.
///
/// > Source: P. W. Lawrence, R. M. Corless, D. J. Jeffrey, *Algorithm 917: Complex double-precision
/// > evaluation of the Wright ω function*, ACM Trans. Math. Softw. 38(3), 20 (2012),
/// > doi 10.1145/2168773.2168779: two steps of its fourth-order iteration (7) from starts of its kind.
public func wrightOmega(_ x: Double) -> Double {
  if x < -50 { return exp(x) }
  if x > 1e20 { return x }
  guard !x.isNaN else { return x }
  var omega: Double
  if x < -2 {
    omega = exp(x)
  } else if x < 1 {
    omega = exp(2 * (x - 1) / 3)
  } else {
    let logarithm = log(x)
    omega = x - logarithm + logarithm / x
  }
  for _ in 0..<2 {
    let residual = x - omega - log(omega)
    let next = omega + 1
    let term = 2 * next * (next + 2.0 / 3.0 * residual)
    omega *= 1 + residual / next * (term - residual) / (term - 2 * residual)
  }
  return omega
}

/// Returns the principal branch `W0(x)` of the Lambert function: the solution of `w exp w = x` with `w >= -1`.
///
/// - Returns: NaN below `-1/e`.
///
/// > Source: R. M. Corless et al., *On the Lambert W function*, Adv. Comput. Math. 5, 329 (1996),
/// > doi 10.1007/BF02124750: series (4.22) at the branch point, Halley's iteration (5.9) elsewhere.
public func lambertW0(_ x: Double) -> Double {
  if x > 0.5 { return wrightOmega(log(x)) }
  let branchDistance = M_E * x + 1
  if branchDistance < 0 { return branchDistance > -1e-15 ? -1 : .nan }
  let p = (2 * branchDistance).squareRoot()
  var w = -1 + p - p * p / 3 + 11.0 / 72.0 * p * p * p
  if p < 1e-4 { return w }
  if abs(x) < 0.1 { w = x * (1 - x * (1 - 1.5 * x)) }
  for _ in 0..<6 {
    let exponential = exp(w)
    let residual = w * exponential - x
    let step =
      residual / (exponential * (w + 1) - (w + 2) * residual / (2 * w + 2))
    w -= step
    if abs(step) <= 1e-16 * abs(w) { break }
  }
  return w
}
