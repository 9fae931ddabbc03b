import FabStore

/// What `measure show` prints with `--json`.
struct MeasurementSetReport: Encodable {
  /// The header.
  let set: MeasurementSet
  /// The unit of values and uncertainties.
  let unit: String
  /// The method; empty where none is stated.
  let method: String
  /// The standard deviation with n - 1; absent for fewer than two values.
  let standardDeviation: Double?
  /// The values.
  let values: [Value]

  /// A value at its place.
  struct Value: Encodable {
    let n: Int
    let site: String?
    let xMm: Double
    let yMm: Double
    let value: Double?
    let u: Double?
    let flags: [String]
    let curve: Curve?
  }

  /// The curve that a value was taken from.
  struct Curve: Encodable {
    let kind: String
    let sourceFile: String
    let part: Int
  }
}
