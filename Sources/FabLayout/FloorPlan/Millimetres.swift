public import FabDiagnostics
public import FabGeometry
import FabUnits

extension Box {
  /// The box in millimetres, for messages and reports.
  public var millimetres: MillimetreBox {
    MillimetreBox(
      x0: Double(min.x) / 1e6,
      y0: Double(min.y) / 1e6,
      x1: Double(max.x) / 1e6,
      y1: Double(max.y) / 1e6
    )
  }
}

/// Returns a length in nanometres as text in millimetres, rounded to the micrometre.
func millimetreText(_ nanometres: Double) -> String {
  Length((nanometres / 1e3).rounded(.awayFromZero), .micrometre).text(in: .millimetre)
}

/// Returns a length in nanometres as text in millimetres, exact.
func millimetreText(_ nanometres: Int) -> String {
  Length(Double(nanometres), .nanometre).text(in: .millimetre)
}
