import FabNumerics
import FabUnits
import Foundation

/// The devices of every site of a wafer, drawn from a law.
///
/// Every deviate has a stream of random numbers of its own, chosen by seed, site, device and quantity: a site's
/// devices are the same whether it is asked for first, last or alone, and by any number of threads. Units that belong
/// to no wafer are sites of a law without correlated share, of any number at no cost.
public struct SiteVariation: Sendable {
  /// The sites.
  public let sites: [SitePosition]
  /// How devices differ.
  public let law: VariationLaw
  /// The unit that all others deviate from.
  public let nominal: DeviceParameters
  /// The seed of all draws.
  public let seed: UInt64
  private let maps: SiteMaps
  private let fields: [VariedQuantity: [Double]]

  /// Draws the fields over the wafer.
  ///
  /// - Parameters:
  ///   - sites: Where the units are.
  ///   - law: How devices differ.
  ///   - maps: What is known about the films, in the order of the sites.
  ///   - nominal: The unit that all others deviate from.
  ///   - seed: The seed.
  /// - Throws: ``DeviceError/countMismatch(quantity:found:expected:)`` where a map has another length than the
  ///   list of sites; ``DeviceError/outOfRange(quantity:found:expected:)`` where a position isn't finite.
  /// - Complexity: O(*sites*³) where the law has a correlated share.
  public init(
    sites: [SitePosition],
    law: VariationLaw,
    maps: SiteMaps = .uniform,
    nominal: DeviceParameters = .nominal,
    seed: UInt64
  ) throws(DeviceError) {
    let mapped: [(DeviceQuantity, Int)] = [
      (.relativeThickness, maps.relativeThickness.count), (.edgeShift, maps.edgeShift.count),
    ]
    for (quantity, count) in mapped where count != 0 && count != sites.count {
      throw .countMismatch(quantity: quantity, found: count, expected: sites.count)
    }
    for site in sites {
      for place in [site.x.siValue, site.y.siValue] where !place.isFinite {
        throw .outOfRange(quantity: .length, found: place, expected: "finite")
      }
    }
    self.sites = sites
    self.law = law
    self.maps = maps
    self.nominal = nominal
    self.seed = seed
    fields = Self.fields(over: sites, law, seed)
  }

  /// Returns the devices of a site.
  ///
  /// - Parameters:
  ///   - site: An index of ``sites``.
  ///   - own: The unit that this site's devices deviate from, for instance with the areas found in its layout; the
  ///     ``nominal`` one where it is left out.
  /// - Returns: The four devices, the same for the same seed.
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` where a deviation makes a device absurd, with
  ///   wide laws only.
  /// - Precondition: `site` is an index of ``sites``.
  public func parameters(
    ofSite site: Int,
    nominal own: DeviceParameters? = nil
  ) throws(DeviceError) -> DeviceParameters {
    precondition(sites.indices.contains(site), "no site \(site) among \(sites.count)")
    let film = try (own ?? nominal)
      .onFilm(
        relativeThickness: maps.relativeThickness.isEmpty ? 1 : maps.relativeThickness[site],
        edgeShift: maps.edgeShift.isEmpty ? .zero : maps.edgeShift[site]
      )
    func factor(_ quantity: VariedQuantity, _ device: DeviceRole) -> Double {
      exp(deviation(of: quantity, device: device, site: site))
    }
    func diode(
      _ base: DiodeParameters,
      _ device: DeviceRole
    ) throws(DeviceError)
      -> DiodeParameters
    {
      try base.multiplied(
        saturationCurrent: factor(.saturationCurrent, device),
        ideality: factor(.ideality, device),
        seriesResistance: factor(.seriesResistance, device),
        shuntResistance: factor(.shuntResistance, device)
      )
    }
    var multistate = film.multistate
    let window = factor(.window, .multistate)
    multistate.window =
      multistate.window.lowerBound * window...multistate.window.upperBound * window
    multistate.pulseGain *= factor(.pulseGain, .multistate)
    var binary = film.binary
    let threshold = factor(.threshold, .binary)
    binary.setVoltage *= threshold
    binary.resetVoltage *= threshold
    binary.lowResistance *= factor(.lowResistance, .binary)
    return DeviceParameters(
      diode1: try diode(film.diode1, .diode1),
      diode2: try diode(film.diode2, .diode2),
      multistate: multistate,
      binary: binary
    )
  }

  /// Returns by how much the logarithm of a quantity of a device deviates.
  ///
  /// - Precondition: `site` is an index of ``sites``.
  public func deviation(
    of quantity: VariedQuantity,
    device: DeviceRole,
    site: Int
  ) -> Double {
    precondition(sites.indices.contains(site), "no site \(site) among \(sites.count)")
    let spread = law.spread(of: quantity)
    guard spread > 0 else { return 0 }
    var generator = Xoshiro256(
      seed: seed,
      key: [UInt64(site) + 1, device.rawValue, quantity.rawValue]
    )
    let share = law.correlatedShare
    let common = fields[quantity].map { $0[site] } ?? 0
    return spread
      * (share.squareRoot() * common + (1 - share).squareRoot() * generator.normalDeviate())
  }

  /// Draws one field of unit variance and correlation `exp(-d/L)` a quantity.
  private static func fields(
    over sites: [SitePosition],
    _ law: VariationLaw,
    _ seed: UInt64
  ) -> [VariedQuantity: [Double]] {
    guard law.correlatedShare > 0, !sites.isEmpty else { return [:] }
    // A part in 1e9 of independent variance keeps coinciding sites factorable.
    let correlation = SquareMatrix(size: sites.count) { row, column in
      let distance = sites[row].distance(to: sites[column])
      return exp(-(distance / law.correlationLength)) + (row == column ? 1e-9 : 0)
    }
    guard let factor = try? CholeskyFactor(correlation) else {
      preconditionFailure("exp(-d/L) of \(sites.count) finite sites is positive definite")
    }
    var result: [VariedQuantity: [Double]] = [:]
    for quantity in VariedQuantity.allCases where law.spread(of: quantity) > 0 {
      let deviates = sites.indices.map { site in
        var generator = Xoshiro256(seed: seed, key: [0, UInt64(site), quantity.rawValue])
        return generator.normalDeviate()
      }
      result[quantity] = factor.multiplied(by: deviates)
    }
    return result
  }
}
