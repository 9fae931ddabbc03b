/// Why a codebook can't be read or used.
public enum CodebookError: Error, Hashable, Sendable {
  /// Inputs lie outside the domain where that is refused.
  case outsideDomain(
    operator: OperatorName,
    count: Int,
    total: Int,
    firstIndex: Int,
    value: Double,
    domain: ClosedRange<Double>
  )
  /// The codebook is of another process, layout or wafer.
  case mismatch([CodebookMismatch])
  /// The codebook has no entry of an operator, or one of another kind.
  case noEntry(operator: OperatorName)
  /// Measured curves can't be taken; the place of the unit among them.
  case measurement(unit: Int, defect: MeasuredResponse.Defect)
  /// A circuit doesn't do its part.
  case unit(OperatorError)
  /// The bytes don't begin as a codebook does.
  case notACodebook
  /// The format has another version.
  case unsupportedVersion(UInt32)
  /// There are fewer bytes than needed.
  case truncated(found: Int, needed: Int)
  /// The header isn't the JSON object that it must be.
  case malformedHeader(String)
  /// The header has a key that nothing reads.
  case unknownKey(String)
  /// The header names an operator that there isn't.
  case unknownOperator(String)
  /// A table isn't there, or not as large as the header says it must be.
  case wrongTable(name: String, reason: String)
  /// A number of a table is NaN or infinite.
  case notFinite(table: String, index: Int)
  /// The tables aren't those that were written.
  case wrongHash(found: String, expected: String)
}
