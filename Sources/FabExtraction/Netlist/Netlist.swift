/// A circuit: elements and subcircuits between named nodes.
///
/// Contacts give their nodes the names, with `_` for every character that SPICE reads otherwise.
public struct Netlist: Hashable, Sendable {
  /// One line that says what it is.
  public let title: String
  /// The subcircuits, each before its first use.
  public let subcircuits: [Subcircuit]
  /// The elements of the top level.
  public let elements: [NetlistElement]
  /// The nodes of the contacts, in the order of the contacts; `nil` where no conductor lies below one.
  public let contactNodes: [String?]
}
