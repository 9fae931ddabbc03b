import ArgumentParser
import FabUnits

/// Reads a range of a quantity from an argument, typed as `700nm..800nm`.
///
/// - Throws: A `ValidationError` that names what is expected.
func quantityWindow<Dimension>(_ text: String) throws -> ClosedRange<Quantity<Dimension>> {
  guard let dots = text.firstRange(of: "..") else {
    throw ValidationError(
      "a window has two ends with '..' between them, such as '\(Dimension.example)..\(Dimension.example)'"
    )
  }
  let first: Quantity<Dimension> = try quantity(String(text[..<dots.lowerBound]))
  let last: Quantity<Dimension> = try quantity(String(text[dots.upperBound...]))
  guard first < last else { throw ValidationError("the window ends where it begins, or before") }
  return first...last
}

extension ClosedRange where Bound == Length {
  /// The numbers of a window of wavelengths in nm.
  var nanometres: ClosedRange<Double> {
    lowerBound.value(in: .nanometre)...upperBound.value(in: .nanometre)
  }
}

extension ClosedRange where Bound == Angle {
  /// The numbers of a window of angles in degree.
  var degrees: ClosedRange<Double> { lowerBound.siValue...upperBound.siValue }
}
