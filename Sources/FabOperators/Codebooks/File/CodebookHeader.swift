/// The header of a codebook's file.
struct CodebookHeader: Codable {
  /// What the header says of one entry.
  struct Entry: Codable {
    var name: String
    var kind: String
    var unitCount: Int
    var failedUnitCount: Int
    var placements: [[String]]
    var policy: DomainPolicy
    var metric: CodebookMetric?
    var curve: Curve?
    var surface: Surface?
    var softmax: Softmax?
    var weights: Weights?

    enum CodingKeys: String, CodingKey {
      case name = "operator"
      case kind, unitCount, failedUnitCount, placements, policy, metric
      case curve, surface, softmax, weights
    }
  }

  struct Curve: Codable {
    var domain: [Double]
    var scale: ResponseCurve.Scale
    var inputScale: DeviceScale
    var outputScale: DeviceScale
  }

  struct Surface: Codable {
    var domain: [Double]
    var operation: String
    var readoutSpread: Double
    var operandCurrentAmpere: Double
  }

  struct Softmax: Codable {
    var form: SoftmaxCircuitForm
    var range: Double
    var readoutSpread: Double
    var temperatureKelvin: Double
    var biasDiode: [Double]
    var biasTemperatureKelvin: Double
  }

  struct Weights: Codable {
    var domain: [Double]
    var readoutSpread: Double
  }

  /// What the header says of one table.
  struct Table: Codable {
    var name: String
    var type: String
    var shape: [Int]
    /// From the beginning of the tables, in bytes.
    var offset: Int
  }

  var format: String
  var identity: CodebookIdentity
  var entries: [Entry]
  var tables: [Table]
  var tablesSha256: String

  static let formatName = "pcu-fab codebook"
}
