/// By what yields are split.
public enum YieldGroup: String, CaseIterable, Sendable {
  /// The components of the PCUs, and the PCUs themselves.
  case component
  /// The arrays; PCUs outside arrays are `singles`.
  case array
  /// Thirds of the usable radius.
  case ring
  /// Quarters of the wafer.
  case quadrant
  /// The wafers.
  case wafer
  /// The lots.
  case lot
}
