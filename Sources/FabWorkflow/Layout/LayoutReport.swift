public import FabHash

/// What `layout` made: printed with `--json` and written to the mask set as `manifest.json`.
public struct LayoutReport: Encodable, Sendable {
  /// The form of this report; changes when a key changes its meaning.
  public var format = "pcu-fab mask set 1"
  /// The tool and its version.
  public var tool = "\(Tool.name) \(Tool.version)"
  /// The name of the mask set.
  public var name: String
  /// The wafer.
  public var wafer: WaferReport
  /// The recipe's name.
  public var recipe: String
  /// The SHA-256 of the recipe's canonical form.
  public var recipeHash: ContentHash
  /// The SHA-256 of the floor plan's canonical form.
  public var floorPlanHash: ContentHash
  /// The SHA-256 of the layout's GDSII form, which is byte-identical for equal layouts.
  public var layoutHash: ContentHash
  /// The number of PCUs.
  public var pcus: Int
  /// The number of crossbar arrays.
  public var arrays: Int
  /// The number of single PCUs.
  public var singles: Int
  /// The number of single devices that aren't PCUs.
  public var devices: Int
  /// The number of contacts.
  public var contacts: Int
  /// The number of insulated crossings.
  public var crossings: Int
  /// The overlaps of two conductors, by component.
  public var overlaps: [OverlapReport]
  /// The masks in order.
  public var masks: [MaskReport]
  /// The design rules with their verdicts.
  public var rules: [RuleReport]
  /// The written files.
  public var files: [FileReport]

  /// The wafer of a mask set.
  public struct WaferReport: Encodable, Sendable {
    /// The size, for instance `4in`.
    public var size: String
    /// The diameter.
    public var diameterMm: Double
    /// What shows the orientation.
    public var mark: String
    /// The width of the rim.
    public var edgeExclusionMm: Double
    /// The radius within which devices lie.
    public var usableRadiusMm: Double
  }

  /// The overlaps that make one component.
  public struct OverlapReport: Encodable, Sendable {
    /// The component.
    public var component: String
    /// The number of overlaps.
    public var count: Int
    /// The area of the smallest.
    public var minimumAreaMm2: Double
    /// The area of the greatest.
    public var maximumAreaMm2: Double
  }

  /// One mask.
  public struct MaskReport: Encodable, Sendable {
    /// The position in the flow, also the GDSII layer.
    public var level: Int
    /// The name.
    public var name: String
    /// How the film gets its pattern.
    public var method: String
    /// The films.
    public var films: [String]
    /// The number of openings for films, touching ones counted as one.
    public var apertures: Int
    /// Their area.
    public var areaMm2: Double
    /// Their area as a share of the wafer's area.
    public var openFraction: Double
    /// The names of the files that show this mask alone.
    public var files: [String]
  }

  /// One design rule.
  public struct RuleReport: Encodable, Sendable {
    /// The rule.
    public var id: String
    /// `clean`, `findings` or `not run`.
    public var verdict: String
    /// Why it didn't run.
    public var reason: String?
    /// What it found.
    public var findings: [FindingReport]
  }

  /// One finding of a design rule.
  public struct FindingReport: Encodable, Sendable {
    /// The mask level.
    public var level: String
    /// The box: left, lower, right and upper edge.
    public var boxMm: [Double]
    /// What was measured, with its unit.
    public var measured: String
    /// What is allowed, with its unit.
    public var limit: String
    /// The finding in a sentence.
    public var text: String
  }

  /// One written file.
  public struct FileReport: Encodable, Sendable {
    /// The name in the folder.
    public var name: String
    /// The size.
    public var bytes: Int
    /// The SHA-256 of the content.
    public var sha256: ContentHash
  }
}
