/// The values of the energy model, each with its source.
public struct EnergyParameters: Hashable, Sendable {
  /// A value.
  public struct Entry: Hashable, Sendable {
    /// In SI units.
    public var value: Double
    /// Where it comes from.
    public var source: String

    /// Creates a value.
    public init(_ value: Double, source: String) {
      self.value = value
      self.source = source
    }
  }

  /// The name of the set.
  public let name: String
  private var entries: [EnergyParameter: Entry]

  /// Creates a set.
  ///
  /// - Returns: `nil` if a parameter is missing.
  public init?(name: String, entries: [EnergyParameter: Entry]) {
    guard EnergyParameter.allCases.allSatisfy({ entries[$0] != nil }) else { return nil }
    self.name = name
    self.entries = entries
  }

  /// A value in SI units.
  public subscript(_ parameter: EnergyParameter) -> Double {
    get { entries[parameter]?.value ?? .nan }
    set { entries[parameter]?.value = newValue }
  }

  /// Where a value comes from.
  public func source(of parameter: EnergyParameter) -> String {
    entries[parameter]?.source ?? ""
  }
}
