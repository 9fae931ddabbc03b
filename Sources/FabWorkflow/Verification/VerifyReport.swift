/// What `verify` found: printed with `--json`, and written as `verify.json`.
public struct VerifyReport: Encodable, Sendable {
  /// The verdict on a step or on everything.
  public enum Verdict: String, Encodable, Sendable {
    /// Nothing to say against it.
    case pass
    /// Something is wrong.
    case fail
    /// It couldn't run.
    case notRun
  }

  /// One step.
  public struct Step: Encodable, Sendable {
    /// Which: `rules`, `extraction`, `lvs`, `circuits`, `operators`, `network`.
    public var id: String
    /// The verdict.
    public var verdict: Verdict
    /// What it found, in a line.
    public var summary: String
  }

  /// A PCU that no operator can be placed on.
  public struct Unusable: Encodable, Sendable {
    /// The site.
    public var site: String
    /// Why.
    public var reason: String
  }

  /// What was taken from a wafer of the store.
  public struct Measured: Encodable, Sendable {
    /// The wafer.
    public var wafer: String
    /// The lot.
    public var lot: String
    /// Values of devices that were measured.
    public var deviceValues: Int
    /// Whether any of them was computed and not measured.
    public var isGenerated: Bool
    /// Whether the films at the sites are known.
    public var knowsFilms: Bool
    /// PCUs that their bins call dead.
    public var deadPcus: Int
    /// PCUs that their bins don't judge.
    public var unjudgedPcus: Int
    /// The binning; absent where there was none.
    public var binPass: Int?
  }

  /// What a network needs of the layout.
  public struct NetworkNeeds: Encodable, Sendable {
    /// The network.
    public var name: String
    /// The hash of its description.
    public var hash: String
    /// The operators that it uses.
    public var operators: [String]
    /// Those of them that aren't within their limits.
    public var operatorsBeyondLimits: [String]
    /// Those of them that weren't studied.
    public var operatorsNotStudied: [String]
    /// Wafers of this layout that it takes; absent where the layout has no array.
    public var wafers: Int?
    /// Wafers that there are.
    public var availableWafers: Int
  }

  /// The layout file or floor plan.
  public var layout: String
  /// The floor plan that says what is meant.
  public var floorPlan: String
  /// The recipe's name.
  public var recipe: String
  /// The recipe's hash.
  public var recipeHash: String
  /// The seed of all random numbers.
  public var seed: UInt64
  /// How devices differ.
  public var spread: String
  /// The temperature.
  public var temperatureKelvin: Double
  /// The verdict: fail where a step fails.
  public var verdict: Verdict
  /// What was taken from a wafer of the store; absent without `--wafer`.
  public var measured: Measured?
  /// What the network needs; absent without `--network`.
  public var network: NetworkNeeds?
  /// The steps in their order.
  public var steps: [Step]
  /// The PCUs of the floor plan.
  public var pcus: Int
  /// The PCUs that can be used.
  public var usablePcus: Int
  /// The others.
  public var unusablePcus: [Unusable]
  /// The operators.
  public var operators: [OperatorReport]
  /// What operators do to memristors beside reading them.
  public var remarks: [String]
  /// The switch plan: each operator on its first placement.
  public var switchPlan: [SwitchStep]
}
