/// A small source below a flat wafer, its axis upright.
///
/// It emits `(n + 1)/(2 pi) cosⁿ(phi)` of its mass into a unit of solid angle at the angle `phi` from its axis.
///
/// > Validity: the source is small against its distance, and molecules stick where they land.
///
/// > Source: L. Holland, W. Steckelmacher, *The distribution of thin films condensed on surfaces by the vacuum
/// > evaporation method*, Vacuum 2, 346 (1952), doi 10.1016/0042-207X(52)93784-1; exponents n: R. B. Graper,
/// > J. Vac. Sci. Technol. 10, 100 (1973), doi 10.1116/1.1317914.
public struct EvaporationSource: Hashable, Sendable {
  /// The exponent n: 1 for a small area (Knudsen cell), 2 to 3 for boats.
  public let exponent: Double
  /// The distance of the source below the wafer's plane (throw), in millimetre.
  public let distance: Double
  /// Where the source stands below the wafer, relative to its centre, in millimetre.
  public let offset: WaferPoint
  /// The mass that the source emits, in milligram; several sources add up.
  public let emittedMass: Double

  /// Creates a source.
  ///
  /// - Throws: ``EvaporationError/outOfRange(parameter:found:expected:)`` unless the exponent is 0...20, the distance
  ///   positive, the offset finite and the mass not negative.
  public init(
    exponent: Double,
    distance: Double,
    offset: WaferPoint = WaferPoint(x: 0, y: 0),
    emittedMass: Double = 1
  ) throws(EvaporationError) {
    guard exponent >= 0, exponent <= 20 else {
      throw .outOfRange(parameter: "exponent", found: exponent, expected: "0 to 20")
    }
    guard distance > 0, distance.isFinite else {
      throw .outOfRange(parameter: "distance", found: distance, expected: "above zero")
    }
    guard offset.radius.isFinite else {
      throw .outOfRange(parameter: "offset", found: offset.radius, expected: "a finite number")
    }
    guard emittedMass >= 0, emittedMass.isFinite else {
      throw .outOfRange(parameter: "emitted mass", found: emittedMass, expected: "zero or more")
    }
    self.exponent = exponent
    self.distance = distance
    self.offset = offset
    self.emittedMass = emittedMass
  }

  /// Returns the mass a unit of area at a point of the wafer, in milligram a square millimetre.
  ///
  /// `m (n + 1)/(2 pi) hⁿ⁺¹/(h² + d²)^((n + 3)/2)` with `d` the distance of the point from the axis: one cosine more
  /// than the source's own stands for the wafer seen at an angle.
  public func arealMass(at point: WaferPoint) -> Double {
    let x = point.x - offset.x
    let y = point.y - offset.y
    let ratio = 1 + (x * x + y * y) / (distance * distance)
    return emittedMass * (exponent + 1) / (2 * Double.pi * distance * distance)
      * RealPower.value(ratio, -(exponent + 3) / 2)
  }

  /// Returns the same source at another distance from the axis of the wafer, in the same direction; on the x axis for
  /// one that stands at the centre.
  func moved(to radius: Double) throws(EvaporationError) -> EvaporationSource {
    let old = offset.radius
    let direction = old > 0 ? (offset.x / old, offset.y / old) : (1, 0)
    return try EvaporationSource(
      exponent: exponent,
      distance: distance,
      offset: WaferPoint(x: radius * direction.0, y: radius * direction.1),
      emittedMass: emittedMass
    )
  }
}
