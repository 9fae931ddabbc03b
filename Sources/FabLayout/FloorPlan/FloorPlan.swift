import FabRecipe

/// What stands where on a wafer, as a floor plan file says it; lengths are nanometres.
public struct FloorPlan: Hashable, Sendable {
  /// The name of the mask set.
  public var name: String
  /// The wafer.
  public var wafer: Wafer
  /// The mask sheets.
  public var sheet: SheetParameters
  /// The dimensions of the PCU cell.
  public var pcu: PCUCellParameters
  /// Crossbar arrays of PCUs.
  public var arrays: [ArrayGroup]
  /// PCUs with pads of their own.
  public var singles: [SingleGroup]
  /// Single devices of one component.
  public var devices: [DeviceGroup]
  /// Alignment marks.
  public var fiducials: [Spot]
  /// Openings that let one film reach bare glass, for thickness and spectra.
  public var windows: [WindowGroup]
  /// The largest errors that operators may have; no part of the geometry, nor of its hash.
  public var operatorLimits: [OperatorLimitEntry]

  /// Creates a floor plan without content.
  public init(name: String, wafer: Wafer) {
    self.name = name
    self.wafer = wafer
    sheet = SheetParameters(wafer: wafer)
    pcu = PCUCellParameters()
    arrays = []
    singles = []
    devices = []
    fiducials = []
    windows = []
    operatorLimits = []
  }
}
