public import FabUnits

/// The film reacts with a vapour and becomes another material, thicker than before.
public struct ConvertStep: Hashable, Sendable {
  /// What the film reacts with, one formula unit of it with one of the film.
  public let reagent: MaterialName
  /// What the film becomes.
  public let product: MaterialName
  /// The thickness after divided by the thickness before.
  public let expansion: Stated<Double>
  /// How the vapour gets to the film, in words.
  public let technique: String
  /// The temperature of the wafer.
  public let temperature: Stated<Temperature>
  /// How long.
  public let time: Stated<Time>
  /// The pressure of the vessel.
  public let pressure: Stated<Pressure>?
  /// Where the wafer is; another vessel unless the recipe says otherwise.
  public let surroundings: Surroundings
}
