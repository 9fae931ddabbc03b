/// A number with its physical dimension; the dimension is part of the type.
public struct Quantity<Dimension: PhysicalDimension>: Hashable, Sendable {
  /// The value in the SI unit of the dimension.
  public let siValue: Double

  /// Creates a quantity of so many SI units.
  public init(siValue: Double) {
    self.siValue = siValue
  }

  /// Creates a quantity from a number of a unit, correctly rounded for short decimal numbers.
  ///
  /// - Precondition: `value` is finite.
  public init(_ value: Double, _ unit: MeasurementUnit) {
    guard let number = ExactDecimal(value) else {
      preconditionFailure("a quantity needs a finite number, found \(value)")
    }
    siValue = unit.siValue(of: number)
  }

  /// Returns the number of a unit in this quantity.
  public func value(in unit: MeasurementUnit) -> Double {
    unit.number(ofSI: siValue)
  }

  /// Returns the text form in a unit, for instance `250 nm`, with as many digits as were typed.
  public func text(in unit: MeasurementUnit) -> String {
    let number = value(in: unit)
    guard let decimal = ExactDecimal(number) else { return "\(number) \(unit.symbol)" }
    return "\(decimal) \(unit.symbol)"
  }

  /// Zero.
  public static var zero: Quantity { Quantity(siValue: 0) }

  /// Returns the sum.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(siValue: left.siValue + right.siValue)
  }

  /// Returns the difference.
  public static func - (left: Quantity, right: Quantity) -> Quantity {
    Quantity(siValue: left.siValue - right.siValue)
  }

  /// Returns the quantity multiplied by a plain number.
  public static func * (left: Double, right: Quantity) -> Quantity {
    Quantity(siValue: left * right.siValue)
  }

  /// Returns the ratio of two quantities of the same dimension.
  public static func / (left: Quantity, right: Quantity) -> Double {
    left.siValue / right.siValue
  }
}

extension Quantity: Comparable {
  /// Compares the values.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    left.siValue < right.siValue
  }
}

extension Quantity: CustomStringConvertible {
  /// The text in the unit whose number is nearest to the range 1 to 1000.
  public var description: String {
    let magnitudes = Dimension.units.map { unit in
      (unit: unit, number: abs(value(in: unit)))
    }
    let readable = magnitudes.first { (1..<1000).contains($0.number) }
    return text(in: readable?.unit ?? Dimension.units[0])
  }
}
