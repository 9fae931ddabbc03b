import FabOperators
import FabTransformer

/// What `transformer map` found: printed with `--json`.
struct TransformerMapReport: Encodable {
  /// An operation.
  struct Operation: Encodable {
    var name: String
    var rows: Int
    var operators: [String]
    var weightPcus: Int
    var arrays: Int
    var utilisationPercent: Double?
    var summedTiles: Int
    var operatorPcus: [String: Int]
    var passes: Int
    var conversions: Int
    var remark: String
  }

  /// A layer.
  struct Layer: Encodable {
    var name: String
    var staticWeights: Int
    var macs: Int
    var dynamicMacs: Int
    var weightPcus: Int
    var arrays: Int
    var operatorPcus: [String: Int]
    var passes: Int
    var conversions: Int
    var heldValues: Int
    var operations: [Operation]
  }

  /// What PCUs don't do.
  struct Unmapped: Encodable {
    var name: String
    var reason: String
  }

  var network: String
  var networkHash: String
  var layout: String
  var arrayRows: Int
  var arrayColumns: Int
  var softmax: String
  var layerNorm: String
  var rowsAtOnce: Int
  var settlingSecond: Double
  var staticWeights: Int
  var macs: Int
  var dynamicMacs: Int
  var pcusByMode: [String: Int]
  var weightPcus: Int
  var operatorPcus: Int
  var arrays: Int
  var utilisationPercent: Double?
  var wafers: Int?
  var passes: Int
  var latencySecond: Double
  var edgeConversions: Int
  var innerConversions: Int
  var heldValues: Int
  var operators: [String]
  var substitutes: [String]
  var unmapped: [Unmapped]
  var layers: [Layer]

  init(_ mapping: NetworkMapping, hash: String) {
    let network = mapping.network
    self.network = network.name
    networkHash = hash
    layout = mapping.layout.name
    arrayRows = mapping.layout.arrayRows
    arrayColumns = mapping.layout.arrayColumns
    softmax = mapping.choices.softmax.rawValue
    layerNorm = mapping.choices.layerNorm.rawValue
    rowsAtOnce = mapping.choices.rowsAtOnce
    settlingSecond = mapping.choices.settlingSeconds
    staticWeights = network.staticWeights
    macs = network.staticMacs + network.dynamicMacs
    dynamicMacs = network.dynamicMacs
    pcusByMode = Self.counts(mapping.pcusByMode)
    weightPcus = mapping.weightPCUs
    operatorPcus = mapping.operatorPCUs.total
    arrays = mapping.arrays
    utilisationPercent = mapping.utilisation.map { 100 * $0 }
    wafers = mapping.wafers
    passes = mapping.passes
    latencySecond = mapping.latencySeconds
    edgeConversions = mapping.edgeConversions
    innerConversions = mapping.innerConversions
    heldValues = mapping.heldValues
    operators = mapping.operators.map(\.rawValue)
    substitutes = mapping.substitutions
    unmapped = mapping.unmapped.map { Unmapped(name: $0.name, reason: $0.reason) }
    layers = zip(network.layers, mapping.layers).map { Self.layer($0, $1) }
  }

  private static func layer(_ layer: LayerOperations, _ mapping: LayerMapping) -> Layer {
    let operations = layer.operations
    return Layer(
      name: layer.name,
      staticWeights: operations.reduce(0) { $0 + $1.staticWeights },
      macs: operations.reduce(0) { $0 + $1.staticMacs + $1.dynamicMacs },
      dynamicMacs: operations.reduce(0) { $0 + $1.dynamicMacs },
      weightPcus: mapping.weightPCUs,
      arrays: mapping.arrays,
      operatorPcus: counts(mapping.operatorPCUs),
      passes: mapping.passes,
      conversions: mapping.conversions,
      heldValues: mapping.heldValues,
      operations: mapping.operations.map { one in
        Operation(
          name: one.operation.name,
          rows: one.operation.rows,
          operators: one.operators.map(\.rawValue),
          weightPcus: one.weightPCUs,
          arrays: one.arrays,
          utilisationPercent: one.utilisation.map { 100 * $0 },
          summedTiles: one.summedTiles,
          operatorPcus: counts(one.operatorPCUs),
          passes: one.passes,
          conversions: one.conversions,
          remark: one.remark
        )
      }
    )
  }

  static func counts(_ modes: ModeCounts) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: PCUMode.allCases.filter { modes[$0] > 0 }
        .map { ($0.rawValue, modes[$0]) }
    )
  }
}
