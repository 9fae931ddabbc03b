import Foundation

/// The share of good units that a density of defects leaves.
///
/// > Source: Poisson and Murphy: B. T. Murphy, *Cost-size optima of monolithic integrated circuits*, Proc. IEEE 52, 1537
/// > (1964), doi 10.1109/PROC.1964.3442. Seeds: R. B. Seeds, *Yield and cost analysis of bipolar LSI*, IEDM 1967: the
/// > mixture over an exponential density gives 1/(1 + AD), and exp(-sqrt(AD)) is printed under the same name. Negative
/// > binomial: C. H. Stapper, *Defect density distribution for LSI yield calculations*, IEEE Trans. Electron Devices
/// > 20, 655 (1973), doi 10.1109/T-ED.1973.17719.
public enum YieldModel: Hashable, Sendable {
  /// `exp(-AD)`: defects independent of each other.
  case poisson
  /// `((1 - exp(-AD))/(AD))²`: a triangular distribution of the density.
  case murphy
  /// `1/(1 + AD)`: an exponential distribution of the density.
  case seedsExponential
  /// `exp(-sqrt(AD))`, also called Seeds.
  case seedsRoot
  /// `(1 + AD/alpha)^(-alpha)`: a gamma distribution of the density; clustered where alpha is small.
  case negativeBinomial(alpha: Double)

  /// The name with the formula.
  public var name: String {
    switch self {
    case .poisson: "Poisson, exp(-AD)"
    case .murphy: "Murphy, ((1 - exp(-AD))/AD)^2"
    case .seedsExponential: "Seeds, 1/(1 + AD)"
    case .seedsRoot: "Seeds, exp(-sqrt(AD))"
    case .negativeBinomial(let alpha): "negative binomial, (1 + AD/\(alpha))^-\(alpha)"
    }
  }

  /// Returns the yield of an area with so many defects on average.
  ///
  /// - Precondition: `defects` isn't negative; alpha is positive.
  public func yield(ofDefects defects: Double) -> Double {
    precondition(defects >= 0, "expected zero or more, found \(defects)")
    switch self {
    case .poisson: return exp(-defects)
    case .murphy:
      let share = defects > 0 ? -expm1(-defects) / defects : 1
      return share * share
    case .seedsExponential: return 1 / (1 + defects)
    case .seedsRoot: return exp(-defects.squareRoot())
    case .negativeBinomial(let alpha):
      precondition(alpha > 0, "expected a positive number, found \(alpha)")
      return exp(-alpha * log1p(defects / alpha))
    }
  }
}
