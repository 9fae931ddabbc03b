/// How a layout differs from its schematic.
public enum LVSDifferenceKind: String, CaseIterable, Sendable {
  /// Nothing is drawn on a level that the schematic's devices need.
  case emptyLevel = "empty-level"
  /// A device of the schematic isn't there.
  case missingDevice = "missing-device"
  /// A device is there that the schematic doesn't have.
  case extraDevice = "extra-device"
  /// A device is there twice or more between the same nets.
  case splitDevice = "split-device"
  /// A device ends on another net than it should.
  case wrongConnection = "wrong-connection"
  /// Two nets have changed places.
  case swappedNets = "swapped-nets"
  /// Nets that should be apart are one.
  case mergedNets = "merged-nets"
  /// A part of a net isn't connected to its contact.
  case openNet = "open-net"
  /// No conductor lies below a contact.
  case missingPad = "missing-pad"
  /// A device's area is off.
  case area
  /// Two conductors overlap with films that no component has.
  case parasitic
  /// The number of insulated crossings is off.
  case crossings
  /// A connected group of devices has no equal in the other circuit.
  case structure
  /// A conductor inside a site has neither a device nor a contact.
  case floatingIsland = "floating-island"
}
