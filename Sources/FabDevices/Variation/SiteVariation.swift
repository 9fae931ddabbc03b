import FabNumerics
import FabUnits
import Foundation

/// The devices of every site of a wafer, drawn from a law.
///
/// Every deviate has a stream of random numbers of its own, chosen by seed, site, device and quantity: a site's
/// devices are the same whether it is asked for first, last or alone, and by any number of threads.
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
  /// - Complexity: O(*sites*³).
  public init(
    sites: [SitePosition],
    law: VariationLaw,
    maps: SiteMaps = .uniform,
    nominal: DeviceParameters = .nominal,
    seed: UInt64
  ) throws(DeviceError) {
    let field = try CorrelatedField(over: sites, correlationLength: law.correlationLength)
    try self.init(over: field, law: law, maps: maps, nominal: nominal, seed: seed)
  }

  /// Draws one of many wafers with the same sites.
  ///
  /// - Parameters:
  ///   - field: The sites, with the correlation of what neighbours share.
  ///   - law: How devices differ; the field's correlation length counts.
  ///   - maps: What is known about the films, in the order of the sites.
  ///   - nominal: The unit that all others deviate from.
  ///   - seed: The seed of this wafer.
  /// - Throws: ``DeviceError/countMismatch(quantity:found:expected:)`` where a map has another length than the
  ///   list of sites.
  /// - Complexity: O(*sites*²).
  public init(
    over field: CorrelatedField,
    law: VariationLaw,
    maps: SiteMaps = .uniform,
    nominal: DeviceParameters = .nominal,
    seed: UInt64
  ) throws(DeviceError) {
    let mapped: [(DeviceQuantity, Int)] = [
      (.relativeThickness, maps.relativeThickness.count), (.edgeShift, maps.edgeShift.count),
    ]
    for (quantity, count) in mapped where count != 0 && count != field.sites.count {
      throw .countMismatch(quantity: quantity, found: count, expected: field.sites.count)
    }
    sites = field.sites
    self.law = law
    self.maps = maps
    self.nominal = nominal
    self.seed = seed
    var fields: [VariedQuantity: [Double]] = [:]
    for quantity in VariedQuantity.allCases where law.sharedSpread(of: quantity) > 0 {
      fields[quantity] = field.values(seed: seed, quantity: quantity)
    }
    self.fields = fields
  }

  /// Returns the devices of a site.
  ///
  /// - Parameters:
  ///   - site: An index of ``sites``.
  ///   - own: The unit that this site's devices deviate from, for instance with the areas found in its layout; the
  ///     ``nominal`` one where it is left out.
  ///   - known: What was measured of this site's devices: that is taken as it is.
  /// - Returns: The four devices, the same for the same seed.
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` where a deviation makes a device absurd, with
  ///   wide laws only.
  /// - Precondition: `site` is an index of ``sites``.
  public func parameters(
    ofSite site: Int,
    nominal own: DeviceParameters? = nil,
    measured known: MeasuredDevices = .none
  ) throws(DeviceError) -> DeviceParameters {
    precondition(sites.indices.contains(site), "no site \(site) among \(sites.count)")
    let film = try (own ?? nominal)
      .onFilm(
        relativeThickness: maps.relativeThickness.isEmpty ? 1 : maps.relativeThickness[site],
        edgeShift: maps.edgeShift.isEmpty ? .zero : maps.edgeShift[site]
      )
    // A measured device has its film in it already.
    let base = try known.applied(to: film)
    func factor(_ quantity: VariedQuantity, _ device: DeviceRole) -> Double {
      known.isFree(quantity, device) ? exp(deviation(of: quantity, device: device, site: site)) : 1
    }
    func diode(
      _ own: DiodeParameters,
      _ device: DeviceRole
    ) throws(DeviceError)
      -> DiodeParameters
    {
      try own.multiplied(
        saturationCurrent: factor(.saturationCurrent, device),
        ideality: factor(.ideality, device),
        seriesResistance: factor(.seriesResistance, device),
        shuntResistance: factor(.shuntResistance, device)
      )
    }
    var multistate = base.multistate
    let window = factor(.window, .multistate)
    multistate.window =
      multistate.window.lowerBound * window...multistate.window.upperBound * window
    multistate.pulseGain *= factor(.pulseGain, .multistate)
    var binary = base.binary
    let threshold = factor(.threshold, .binary)
    binary.setVoltage *= threshold
    binary.resetVoltage *= threshold
    binary.lowResistance *= factor(.lowResistance, .binary)
    return DeviceParameters(
      diode1: try diode(base.diode1, .diode1),
      diode2: try diode(base.diode2, .diode2),
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
    let common = fields[quantity].map { law.sharedSpread(of: quantity) * $0[site] } ?? 0
    let spread = law.ownSpread(of: quantity)
    guard spread > 0 else { return common }
    var generator = Xoshiro256(
      seed: seed,
      key: [UInt64(site) + 1, device.rawValue, quantity.rawValue]
    )
    return common + spread * generator.normalDeviate()
  }
}
