public import FabDevices
import FabNumerics
public import FabUnits

/// All units of an operator that a process could make: each a draw from the law at one of the placements.
public struct UnitPopulation: Sendable {
  /// The placements; units take turns on them.
  public let placements: [UnitPlacement]
  /// How devices differ.
  public let law: VariationLaw
  /// The temperature.
  public let temperature: Temperature
  /// The seed of all draws.
  public let seed: UInt64

  /// Creates a population.
  ///
  /// - Precondition: There is a placement.
  public init(
    placements: [UnitPlacement],
    law: VariationLaw,
    temperature: Temperature = Temperature(siValue: 298.15),
    seed: UInt64
  ) {
    precondition(!placements.isEmpty, "a population needs a placement")
    self.placements = placements
    self.law = law
    self.temperature = temperature
    self.seed = seed
  }

  /// Returns the placement of a unit, by its place in ``placements``.
  public func placement(ofUnit unit: Int) -> Int { unit % placements.count }

  /// Returns a unit; the same for the same seed, whenever and wherever it is asked for.
  ///
  /// - Throws: ``OperatorError/device(_:)`` where a deviation makes a device absurd.
  public func unit(_ unit: Int) throws(OperatorError) -> OperatorUnit {
    let placement = placements[placement(ofUnit: unit)]
    var stream = Xoshiro256(seed: seed, key: [UInt64(unit), 1])
    do throws(DeviceError) {
      let variation = try SiteVariation(
        over: placement.field,
        law: law,
        maps: placement.maps,
        seed: stream.next()
      )
      var pcus: [PCUDevices] = []
      for site in placement.nominal.indices {
        pcus.append(
          PCUDevices(
            devices: try variation.parameters(
              ofSite: site,
              nominal: placement.nominal[site],
              measured: placement.measured.isEmpty ? .none : placement.measured[site]
            ),
            lines: placement.lines[site],
            temperature: temperature
          )
        )
      }
      return OperatorUnit(pcus: pcus, bitLineCoupling: placement.bitLineCoupling)
    } catch {
      throw .device(error)
    }
  }

  /// Returns the stream of what is random in configuring and reading a unit.
  func stream(ofUnit unit: Int) -> Xoshiro256 {
    Xoshiro256(seed: seed, key: [UInt64(unit), 2])
  }
}
