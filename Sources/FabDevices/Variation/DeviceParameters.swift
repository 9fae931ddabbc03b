/// The four components of one computing unit.
public struct DeviceParameters: Hashable, Sendable {
  /// The diode at the word line.
  public let diode1: DiodeParameters
  /// The diode back to back with the first.
  public let diode2: DiodeParameters
  /// The multistate memristor M1.
  public let multistate: MultistateParameters
  /// The binary memristor M2.
  public let binary: BinaryParameters

  /// Creates the components of a unit.
  public init(
    diode1: DiodeParameters = .nominal,
    diode2: DiodeParameters = .nominal,
    multistate: MultistateParameters = .nominal,
    binary: BinaryParameters = .nominal
  ) {
    self.diode1 = diode1
    self.diode2 = diode2
    self.multistate = multistate
    self.binary = binary
  }

  /// Four nominal components.
  public static let nominal = DeviceParameters()
}
