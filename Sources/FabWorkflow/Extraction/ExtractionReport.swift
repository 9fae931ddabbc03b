/// What `extract` found: printed with `--json`.
public struct ExtractionReport: Encodable, Sendable {
  /// The layout file or floor plan.
  public var layout: String
  /// The recipe's name.
  public var recipe: String
  /// The number of PCUs, recognised by how their four devices hang together.
  public var pcus: Int
  /// The number of nets.
  public var nets: Int
  /// The number of insulated crossings.
  public var crossings: Int
  /// The number of places where conductors touch on purpose.
  public var joints: Int
  /// The number of devices of each kind.
  public var devices: DeviceCounts
  /// The devices by component.
  public var components: [ComponentCount]
  /// The devices, in the order of their places.
  public var deviceList: [Device]
  /// The overlaps that no component explains.
  public var parasitics: [Place]
  /// The comparison with the schematic.
  public var lvs: Comparison

  /// The number of devices of each kind of component.
  public struct DeviceCounts: Encodable, Sendable {
    /// Diodes.
    public var diode: Int
    /// Multistate memristors.
    public var multistateMemristor: Int
    /// Binary memristors.
    public var binaryMemristor: Int
    /// Devices of any other kind; absent where the recipe has no such component.
    public var device: Int?
    /// Overlaps that no component explains.
    public var parasitic: Int

    /// The number of all that are meant.
    var meant: Int { diode + multistateMemristor + binaryMemristor + (device ?? 0) }
  }

  /// The devices of one component.
  public struct ComponentCount: Encodable, Sendable {
    /// The component.
    public var component: String
    /// What it is.
    public var kind: String
    /// The number of devices.
    public var count: Int
    /// The area of the smallest.
    public var minimumAreaMm2: Double
    /// The area of the greatest.
    public var maximumAreaMm2: Double
  }

  /// One device.
  public struct Device: Encodable, Sendable {
    /// The component.
    public var component: String
    /// The PCU or single device that it belongs to; absent without a floor plan.
    public var site: String?
    /// The array or single that the site belongs to.
    public var block: String?
    /// The row of the site in its block, from 1 at the top.
    public var row: Int?
    /// The column of the site in its block, from 1 at the left.
    public var column: Int?
    /// The net of the lower conductor.
    public var bottomNet: String
    /// The net of the upper conductor.
    public var topNet: String
    /// The area.
    public var areaMm2: Double
    /// The length of the boundary.
    public var perimeterMm: Double
    /// The box: left, lower, right and upper edge.
    public var boxMm: [Double]
  }

  /// A place where something is that should not be.
  public struct Place: Encodable, Sendable {
    /// What it is.
    public var kind: String
    /// The levels from the glass up.
    public var stack: String
    /// The box: left, lower, right and upper edge.
    public var boxMm: [Double]
  }

  /// The comparison with the schematic.
  public struct Comparison: Encodable, Sendable {
    /// What the comparison says.
    public var verdict: Verdict
    /// Whether the circuits are equal if nobody cares which contact is which; absent where nothing ran.
    public var structureMatches: Bool?
    /// Whether contacts told equal parts apart; absent where nothing ran.
    public var isAnchored: Bool?
    /// The number of devices in the schematic; absent where nothing ran.
    public var schematicDevices: Int?
    /// The differences.
    public var differences: [Difference]

    /// The result where no floor plan says what is meant.
    static let notRun = Comparison(verdict: .notRun, differences: [])
  }

  /// What a comparison says.
  public enum Verdict: String, Encodable, Sendable {
    /// Nothing differs.
    case match
    /// There are differences.
    case mismatch
    /// No floor plan says what is meant.
    case notRun = "not run"
  }

  /// One difference from the schematic.
  public struct Difference: Encodable, Sendable {
    /// What kind of difference it is.
    public var kind: String
    /// The site, device or net.
    public var name: String
    /// The level to look at.
    public var level: String?
    /// The box: left, lower, right and upper edge.
    public var boxMm: [Double]?
    /// What the layout has.
    public var found: String
    /// What the schematic has.
    public var expected: String
    /// What to do.
    public var fix: String
  }
}
