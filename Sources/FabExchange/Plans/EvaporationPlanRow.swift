/// One evaporated film of a process plan as laboratories exchange it with NOMAD.
///
/// Units are those of the headings, so that a plan reads back to the digit: rates in Å/s, thickness in nm. A
/// value that wasn't planned or measured is `nil`.
///
/// > Source: The headings of a public parser of process plans in spreadsheets (HZB's NOMAD plug-in).
public struct EvaporationPlanRow: Hashable, Sendable {
  /// The material.
  public var material: String
  /// Whether the material is organic; `nil` where that isn't said.
  public var isOrganic: Bool?
  /// The pressure before the run; the headings name no unit of pressures, so it's that of the laboratory.
  public var basePressure: Double?
  /// The pressure at the start.
  public var pressureStart: Double?
  /// The pressure at the end.
  public var pressureEnd: Double?
  /// The temperature of the source at the start in °C.
  public var sourceTemperatureStart: Double?
  /// The temperature of the source at the end in °C.
  public var sourceTemperatureEnd: Double?
  /// The temperature of the substrate in °C.
  public var substrateTemperature: Double?
  /// The thickness in nm.
  public var thickness: Double?
  /// The rate at the start in Å/s.
  public var rateStart: Double?
  /// The rate aimed at in Å/s.
  public var rateTarget: Double?
  /// The tooling factor as the plan writes it.
  public var toolingFactor: Double?
  /// The tool or glove box.
  public var tool: String?
  /// Notes.
  public var notes: String?

  /// Creates a row for a material; all else is unknown until it's set.
  public init(material: String) {
    self.material = material
  }
}
