import FabExchange
import FabStore

/// The tests of a file, numbered in the order in which they are met.
struct STDFTests {
  /// The tests.
  private(set) var tests: [STDFTest] = []
  private var numbers: [String: UInt32] = [:]
  private let units: [String: String]
  private let limits: [String: Specification]

  init(_ characteristics: [Characteristic], _ specifications: [Specification]) {
    units = Dictionary(characteristics.map { ($0.code, $0.unit) }) { first, _ in first }
    // Of several versions the newest counts; they come in their order.
    limits = Dictionary(specifications.map { ($0.characteristic, $0) }) { _, last in last }
  }

  /// The number of the test of a characteristic.
  mutating func number(of characteristic: String, component: String) -> UInt32 {
    let name = component.isEmpty ? characteristic : "\(component).\(characteristic)"
    if let number = numbers[name] { return number }
    let unit = units[characteristic] ?? ""
    let specification = limits[characteristic]
    return add(
      name,
      unit: unit == "1" ? "" : unit,
      low: specification?.lower.map { Float($0) },
      high: specification?.upper.map { Float($0) }
    )
  }

  /// The number of the test that says the bin of a component.
  mutating func number(ofBin component: String) -> UInt32 {
    let name = component + STDFContent.binTest
    return numbers[name] ?? add(name, unit: "", low: nil, high: nil)
  }

  private mutating func add(_ name: String, unit: String, low: Float?, high: Float?) -> UInt32 {
    let number = UInt32(tests.count + 1)
    tests.append(STDFTest(number: number, name: name, unit: unit, low: low, high: high))
    numbers[name] = number
    return number
  }
}
