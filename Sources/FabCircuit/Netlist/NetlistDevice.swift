public import FabRecipe

/// A device of a netlist at its place, for which a model or a state is asked.
public struct NetlistDevice: Hashable, Sendable {
  /// The instances that lead to it, outermost first, for instance `["A5_R2C3"]`; empty on the top level.
  public let instances: [String]
  /// Its name in there, for instance `M1`.
  public let name: String
  /// What it is.
  public let kind: ComponentKind
  /// Its area in mm².
  public let areaMm2: Double

  /// The name of its element in the circuit, for instance `A5_R2C3.M1`.
  public var path: String { (instances + [name]).joined(separator: ".") }
}
