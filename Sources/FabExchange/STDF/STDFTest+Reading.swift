import FabDiagnostics

extension STDFTest {
  /// Reads what a PTR says of its test, after the result.
  init(number: UInt32, _ input: inout STDFInput) throws(DiagnosticError) {
    self.init(number: number, name: try input.optionalText(), unit: "")
    _ = try input.optionalText()
    guard !input.isAtEnd else { return }
    let flags = try input.byte()
    for _ in 0..<3 where !input.isAtEnd { _ = try input.byte() }
    guard !input.isAtEnd else { return }
    let low = try input.real()
    guard !input.isAtEnd else { return }
    let high = try input.real()
    // Bits 4 and 5: the limit isn't valid here; bits 6 and 7: there is none.
    if flags & 0x50 == 0, low.isFinite { self.low = low }
    if flags & 0xA0 == 0, high.isFinite { self.high = high }
    unit = try input.optionalText()
  }
}
