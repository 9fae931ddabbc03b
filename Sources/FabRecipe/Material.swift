public import FabUnits

/// A substance: what the process needs to know of it, each figure with its source.
public struct Material: Hashable, Sendable {
  /// The name that films and steps refer to.
  public let name: MaterialName
  /// The name for people, for instance `Lead(II) iodide`.
  public let title: String?
  /// The chemical formula.
  public let formula: String?
  /// What it does.
  public let role: MaterialRole
  /// The mass of a mole of formula units.
  public let molarMass: Stated<MolarMass>?
  /// The density of the film.
  public let density: Stated<Density>?
  /// The acoustic impedance ratio that a quartz crystal monitor needs; no unit.
  public let zRatio: Stated<Double>?
  /// The range of sheet resistance that is sold.
  public let sheetResistance: Stated<ClosedRange<SheetResistance>>?
  /// The highest temperature that the film bears in later steps.
  public let maxTemperature: Stated<Temperature>?
  /// The rates at which its source states that it's deposited.
  public let rateRange: Stated<ClosedRange<DepositionRate>>?
  /// The solvents that dissolve or damage the film, in alphabetical order.
  public let attackedBy: [MaterialName]
  /// Who sells it.
  public let supplier: Stated<String>?
  /// The part that is the substance itself.
  public let purity: Stated<Fraction>?
}
