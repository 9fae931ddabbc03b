/// What a quantity measures: its name in messages and the units that it is written in.
public protocol PhysicalDimension: Sendable {
  /// The name with its article, as it stands in "expected …", for instance "a length".
  static var name: String { get }
  /// An example that a message can show, for instance `250 nm`.
  static var example: String { get }
  /// The units that are read; the first is the one of canonical forms.
  static var units: [MeasurementUnit] { get }
}
