/// All dimensions, so that a message can say what a misplaced unit measures.
public enum UnitCatalogue {
  /// Every dimension with units of its own.
  public static let dimensions: [any PhysicalDimension.Type] = [
    LengthDimension.self, TimeDimension.self, DepositionRateDimension.self,
    TemperatureDimension.self, PressureDimension.self, MassDimension.self, DensityDimension.self,
    MolarMassDimension.self, AreaDimension.self, FractionDimension.self, AngleDimension.self,
    PowerDimension.self, RotationSpeedDimension.self, SheetResistanceDimension.self,
    FlowRateDimension.self, VoltageDimension.self, ElectricCurrentDimension.self,
    ResistanceDimension.self, ConductanceDimension.self, EnergyDimension.self,
  ]
}
