public import FabDiagnostics
public import FabUnits

/// The largest error that a floor plan lets an operator have.
///
/// Names of operators are checked where operators are known; a floor plan only carries them.
public struct OperatorLimitEntry: Hashable, Sendable {
  /// The name of the operator as the file has it.
  public let name: String
  /// The limit; `nil` where the operator shall have none.
  public let limit: Fraction?
  /// Where the entry stands.
  public let place: Place?

  /// Creates an entry.
  public init(name: String, limit: Fraction?, place: Place?) {
    self.name = name
    self.limit = limit
    self.place = place
  }
}
