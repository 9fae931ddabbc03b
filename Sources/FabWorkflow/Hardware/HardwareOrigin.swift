import FabHash
import FabOperators
import FabTransformer

/// Which hardware a network was fine-tuned for, in the metadata of its checkpoint.
struct HardwareOrigin: Hashable {
  var mode: FineTuningMode
  var codebookHash: String
  var recipeHash: String
  var layoutHash: String
  var wafer: String
  /// The seed of the die, or of the dies.
  var die: UInt64

  private enum Key {
    static let mode = "hardware.mode"
    static let codebookHash = "hardware.codebook"
    static let recipeHash = "hardware.recipe"
    static let layoutHash = "hardware.layout"
    static let wafer = "hardware.wafer"
    static let die = "hardware.die"
  }

  init(_ bench: HardwareBench, _ mode: FineTuningMode, die: UInt64) {
    let identity = bench.codebook.identity
    self.mode = mode
    codebookHash = bench.codebookHash.hexadecimal
    recipeHash = identity.recipeHash
    layoutHash = identity.layoutHash
    wafer = identity.wafer
    self.die = die
  }

  /// Reads metadata; `nil` where the network wasn't fine-tuned.
  init?(_ metadata: [String: String]) {
    guard let mode = metadata[Key.mode].flatMap(FineTuningMode.init),
      let die = metadata[Key.die].flatMap(UInt64.init)
    else { return nil }
    self.mode = mode
    self.die = die
    codebookHash = metadata[Key.codebookHash] ?? ""
    recipeHash = metadata[Key.recipeHash] ?? ""
    layoutHash = metadata[Key.layoutHash] ?? ""
    wafer = metadata[Key.wafer] ?? ""
  }

  /// The metadata of a checkpoint.
  var metadata: [String: String] {
    [
      Key.mode: mode.rawValue, Key.codebookHash: codebookHash, Key.recipeHash: recipeHash,
      Key.layoutHash: layoutHash, Key.wafer: wafer, Key.die: "\(die)",
    ]
  }

  /// Asks for the same hardware where a use asks for none.
  ///
  /// A bench has neither recipe nor layout to ask for.
  func fill(_ use: inout CodebookUse) {
    if use.recipeHash == nil, !recipeHash.isEmpty { use.recipeHash = recipeHash }
    if use.layoutHash == nil, !layoutHash.isEmpty { use.layoutHash = layoutHash }
    if use.wafer == nil { use.wafer = wafer }
  }
}
