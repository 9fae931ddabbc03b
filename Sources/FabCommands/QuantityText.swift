import ArgumentParser
import FabUnits

/// Reads a quantity with its unit from an argument, typed as `'0.2 V'` or `0.2V`.
///
/// - Throws: A `ValidationError` that names what is expected.
func quantity<Dimension>(_ text: String) throws -> Quantity<Dimension> {
  do {
    return try Quantity<Dimension>(parsing: text)
  } catch {
    let units = Dimension.units.map(\.symbol).joined(separator: ", ")
    let reason =
      switch error {
      case .missingUnit: "the unit is missing"
      case .unknownUnit(let unit): "no unit '\(unit)'"
      case .wrongDimension(let found, let unit): "'\(unit)' is the unit of \(found)"
      case .notANumber: "no number"
      case .notFinite: "not finite"
      case .decimalComma: "a decimal point is expected, not a comma"
      }
    throw ValidationError(
      "\(reason); write \(Dimension.name) such as '\(Dimension.example)', in \(units)"
    )
  }
}
