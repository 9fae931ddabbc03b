/// What units of each operator do, as tables: their mean, how they differ, and where that holds.
///
/// A codebook stands for a population, the process, or for one wafer; units are drawn from either.
public struct Codebook: Hashable, Sendable {
  /// What it was made from.
  public let identity: CodebookIdentity
  /// The entries in the order of the operators' names, one an operator.
  public let entries: [CodebookEntry]

  /// Creates a codebook.
  ///
  /// - Precondition: No operator has two entries.
  public init(identity: CodebookIdentity, entries: [CodebookEntry]) {
    let order = Dictionary(
      uniqueKeysWithValues: OperatorName.allCases.enumerated().map { ($1, $0) }
    )
    self.identity = identity
    self.entries = entries.sorted { (order[$0.operation] ?? 0) < (order[$1.operation] ?? 0) }
    for (one, next) in zip(self.entries, self.entries.dropFirst()) {
      precondition(one.operation != next.operation, "two entries of \(one.operation.rawValue)")
    }
  }

  /// The entry of an operator.
  public subscript(_ name: OperatorName) -> CodebookEntry? {
    entries.first { $0.operation == name }
  }

  /// Returns the curve of an operator.
  ///
  /// - Throws: ``CodebookError/noEntry(operator:)``.
  public func curve(_ name: OperatorName) throws(CodebookError) -> ResponseCurve {
    guard case .curve(let curve)? = self[name]?.content else { throw .noEntry(operator: name) }
    return curve
  }

  /// Returns the surface of a multiplier or divider.
  ///
  /// - Throws: ``CodebookError/noEntry(operator:)``.
  public func surface(_ name: OperatorName) throws(CodebookError) -> GainSurface {
    guard case .surface(let surface)? = self[name]?.content else {
      throw .noEntry(operator: name)
    }
    return surface
  }

  /// Returns the units of a softmax circuit.
  ///
  /// - Throws: ``CodebookError/noEntry(operator:)``.
  public func softmax(_ name: OperatorName) throws(CodebookError) -> SoftmaxUnits {
    guard case .softmax(let units)? = self[name]?.content else { throw .noEntry(operator: name) }
    return units
  }

  /// Returns the errors of programmed weights.
  ///
  /// - Throws: ``CodebookError/noEntry(operator:)``.
  public func weights(_ name: OperatorName = .vmm) throws(CodebookError) -> WeightErrors {
    guard case .weights(let errors)? = self[name]?.content else { throw .noEntry(operator: name) }
    return errors
  }

  /// Refuses a codebook of another process, layout or wafer.
  ///
  /// - Parameters:
  ///   - use: What it's going to stand for.
  ///   - allowed: What may differ.
  /// - Returns: What differs and is allowed, for the report.
  /// - Throws: ``CodebookError/mismatch(_:)`` with what differs and isn't allowed.
  @discardableResult
  public func check(
    for use: CodebookUse,
    allowing allowed: Set<CodebookMismatch.Subject> = []
  ) throws(CodebookError) -> [CodebookMismatch] {
    let found = identity.mismatches(with: use)
    let refused = found.filter { !allowed.contains($0.subject) }
    guard refused.isEmpty else { throw .mismatch(refused) }
    return found
  }
}
