import FabDiagnostics

extension STDFWaferLayout {
  /// Reads a WCR; lengths become millimetres.
  init(_ input: inout STDFInput) throws(DiagnosticError) {
    let diameter = try input.real()
    let height = try input.real()
    let width = try input.real()
    let unit = try input.byte()
    guard diameter.isFinite, height.isFinite, width.isFinite else {
      throw DiagnosticError(
        Diagnostic(.notFinite, at: input.place, "a size of wafer or die isn't finite")
      )
    }
    // Units: 1 inch, 2 cm, 3 mm, 4 mil; others leave the sizes unknown.
    let factors: [UInt8: Float] = [1: 25.4, 2: 10, 3: 1, 4: 0.0254]
    let factor = factors[unit] ?? 0
    let flat = try input.character()
    let x = try input.integer(Int16.self)
    let y = try input.integer(Int16.self)
    self.init(
      diameter: diameter * factor,
      dieHeight: height * factor,
      dieWidth: width * factor,
      flat: flat,
      centerX: x == .min ? nil : x,
      centerY: y == .min ? nil : y,
      positiveX: try input.character(),
      positiveY: try input.character()
    )
  }
}
