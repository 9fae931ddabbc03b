/// What a material does in a device or in the process.
public enum MaterialRole: String, CaseIterable, Sendable {
  /// It carries the current of a line or an electrode.
  case conductor
  /// It carries holes and blocks electrons.
  case holeTransport = "hole-transport"
  /// The active semiconductor.
  case absorber
  /// It carries electrons and blocks holes.
  case electronTransport = "electron-transport"
  /// It separates conductors.
  case insulator
  /// It's deposited and then converted into another material.
  case precursor
  /// It converts a film and isn't a film itself.
  case reagent
  /// A liquid that films are rinsed with.
  case solvent
  /// What the films are made on.
  case substrate
}
