public import FabUnits

/// The film grows from vapour.
public struct DepositStep: Hashable, Sendable {
  /// How the vapour is made.
  public let technique: DepositionTechnique
  /// The growth of the film per time.
  public let rate: Stated<DepositionRate>
  /// The temperature of the crucible or boat.
  public let sourceTemperature: Stated<Temperature>?
  /// The temperature of the wafer, if it's heated.
  public let waferTemperature: Stated<Temperature>?
  /// The pressure of the chamber.
  public let pressure: Stated<Pressure>?
  /// Where the wafer is; the deposition vacuum unless the recipe says otherwise.
  public let surroundings: Surroundings
}
