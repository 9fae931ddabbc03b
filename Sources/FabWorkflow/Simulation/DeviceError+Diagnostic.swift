import FabDevices
import FabDiagnostics

extension DeviceError {
  /// Returns the message, at the option that gave the value.
  ///
  /// - Parameter options: The option of each quantity that the user could type.
  /// - Returns: The error to throw.
  func diagnostic(options: [DeviceQuantity: String]) -> DiagnosticError {
    switch self {
    case .outOfRange(let quantity, let found, let expected):
      let parts = quantity.rawValue.split(separator: "/")
      let unit = parts.count > 1 ? " " + parts[1] : ""
      return DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: options[quantity].map(Place.argument),
          "\(parts[0]) of \(EngineeringText.plain(found, digits: 6))\(unit); expected \(expected)"
            + (expected.last?.isNumber == true ? unit : ""),
          fixes: ["choose a value in this range"]
        )
      )
    case .countMismatch(let quantity, let found, let expected):
      return DiagnosticError(
        Diagnostic(.outOfRange, "\(found) values of \(quantity.rawValue); expected \(expected)")
      )
    }
  }
}
