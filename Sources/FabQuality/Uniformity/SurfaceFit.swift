import FabNumerics

/// A polynomial surface through values at sites; never extrapolated past the outermost of them.
///
/// > Source: Leave-one-out residuals `e/(1 - h)` with the leverage `h` from the hat matrix: D. M. Allen, *The
/// > relationship between variable selection and data augmentation and a method for prediction*, Technometrics 16,
/// > 125 (1974), doi 10.1080/00401706.1974.10489157.
public struct SurfaceFit: Sendable {
  /// The largest order that is tried.
  public static let largestOrder = 4

  /// A lower order is taken where its leave-one-out error is no more than this share above the smallest one.
  ///
  /// > Source: Ours: by chance alone an order too high wins by less than that on plans of up to 49 sites.
  public static let indifference = 0.05

  /// The order of the polynomial, 0 (constant) to 4.
  public let order: Int
  /// The root mean square of what each value differs from the surface through all others.
  public let leaveOneOutError: Double
  /// The leave-one-out error of every order that the sites allow.
  public let errorsByOrder: [Int: Double]
  /// Value minus surface at every site.
  public let residuals: [Double]
  /// The standard deviation of the residuals, degrees of freedom in the denominator; zero where none are left.
  public let residualDeviation: Double
  /// The radius of the outermost site, in millimetre.
  public let reach: Double
  private let basis: OrthogonalBasis
  private let coefficients: [Double]

  /// Fits a surface.
  ///
  /// - Parameters:
  ///   - values: A value at each site.
  ///   - sites: The sites.
  ///   - order: The order; without it, the lowest one whose leave-one-out error is about the smallest.
  /// - Throws: ``QualityError/notFinite(index:)``, ``QualityError/mismatched(found:expected:)``,
  ///   ``QualityError/tooFew(found:needed:)``, ``QualityError/degenerateSites`` where the sites don't allow the
  ///   order, ``QualityError/outOfRange(parameter:found:expected:)``.
  public init(
    _ values: [Double],
    at sites: [SamplingSite],
    order: Int? = nil
  ) throws(QualityError) {
    guard values.count == sites.count else {
      throw .mismatched(found: values.count, expected: sites.count)
    }
    try QualityError.check(values)
    try QualityError.check(sites.map { $0.x + $0.y })
    guard values.count >= 2 else { throw .tooFew(found: values.count, needed: 2) }
    if let order, !(0...Self.largestOrder).contains(order) {
      throw .outOfRange(parameter: "order", found: Double(order), expected: "0 to 4")
    }
    let reach = sites.map(\.radius).max() ?? 0
    var errors: [Int: Double] = [:]
    var bases: [Int: OrthogonalBasis] = [:]
    for candidate in order.map({ $0...$0 }) ?? 0...Self.largestOrder {
      guard
        let basis = OrthogonalBasis(degree: candidate, sites: sites, scale: reach > 0 ? reach : 1),
        let error = Self.leaveOneOut(values, basis)
      else { continue }
      errors[candidate] = error
      bases[candidate] = basis
    }
    guard let smallest = errors.values.min(),
      let chosen = errors.filter({ $0.value <= (1 + Self.indifference) * smallest }).keys.min(),
      let chosenBasis = bases[chosen], let error = errors[chosen]
    else { throw .degenerateSites }
    let best = (order: chosen, basis: chosenBasis, error: error)
    self.order = best.order
    self.reach = reach
    basis = best.basis
    leaveOneOutError = best.error
    errorsByOrder = errors
    coefficients = best.basis.coefficients(of: values)
    residuals = Self.residuals(values, best.basis)
    let freedom = values.count - best.basis.columns.count
    let sum = residuals.reduce(0) { $0 + $1 * $1 }
    residualDeviation = freedom > 0 ? (sum / Double(freedom)).squareRoot() : 0
  }

  /// Returns the surface at a point; `nil` farther from the centre than the outermost site.
  public func value(x: Double, y: Double) -> Double? {
    guard (x * x + y * y).squareRoot() <= reach * (1 + 1e-9) else { return nil }
    return zip(coefficients, basis.values(x: x, y: y)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Returns the standard error of the surface at a point; `nil` past the outermost site.
  public func standardError(x: Double, y: Double) -> Double? {
    guard (x * x + y * y).squareRoot() <= reach * (1 + 1e-9) else { return nil }
    let square = basis.values(x: x, y: y).reduce(0) { $0 + $1 * $1 }
    return residualDeviation * square.squareRoot()
  }

  private static func residuals(_ values: [Double], _ basis: OrthogonalBasis) -> [Double] {
    var rest = values
    for (coefficient, column) in zip(basis.coefficients(of: values), basis.columns) {
      for site in rest.indices { rest[site] -= coefficient * column[site] }
    }
    return rest
  }

  private static func leaveOneOut(_ values: [Double], _ basis: OrthogonalBasis) -> Double? {
    let leverages = basis.leverages
    // A site that alone fixes a term has nothing to be left out against.
    guard values.count > basis.columns.count, leverages.allSatisfy({ $0 < 1 - 1e-9 }) else {
      return nil
    }
    let sum = zip(residuals(values, basis), leverages)
      .reduce(0) { sum, item in
        let residual = item.0 / (1 - item.1)
        return sum + residual * residual
      }
    return (sum / Double(values.count)).squareRoot()
  }
}
