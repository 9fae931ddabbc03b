import FabDevices
import FabNumerics
import FabProcess
import FabStore
import FabUnits
import Foundation

/// Values as a wafer's films and devices would give them, computed from the models of this tool.
struct GeneratedWafer {
  /// One value.
  struct Value {
    let site: String
    let characteristic: StandardCharacteristic
    let component: ComponentName?
    let value: Double
    let u: Double?
  }

  /// The values, characteristic by characteristic.
  let values: [Value]

  /// How far a wafer's mean thickness differs from the next one's of the same run, as a share [ours].
  private static let waferSpread = 0.006
  /// The spread of the absorption edge over a wafer.
  ///
  /// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.1: 0.63 nm over four inches.
  private static let edgeSpread = Length(0.63, .nanometre)
  /// The spread of the (110) angle over a wafer, degree; same source.
  private static let angleSpread = 0.01
  /// What a thickness repeats to, as a share [ours: a profilometer over the step of a film].
  private static let thicknessNoise = 0.003
  /// What a fitted edge repeats to, nm, and a fitted angle, degree [ours: spectra of 1 nm steps, scans of 0.02 degree].
  private static let (edgeNoise, angleNoise) = (0.1, 0.0004)
  /// The (110) spacing of MAPbI3 and the wavelength of copper K-alpha-1, Å.
  ///
  /// > Source: d 6.276 Å from a 8.876 Å of the tetragonal cell; wavelength 1.5406 Å.
  private static let (spacing, wavelength) = (6.276, 1.5406)

  /// Computes a wafer.
  ///
  /// - Parameters:
  ///   - sites: The PCUs of its layout.
  ///   - thickness: The thickness of the perovskite that its run was meant to give, nm.
  ///   - ratio: What the run really gave, over that.
  ///   - shortedBeyond: The radius beyond which all diodes are shorted, mm.
  ///   - seed: The seed of this wafer.
  /// - Throws: ``DeviceError`` where a film makes a device absurd.
  init(
    sites: [LayoutSite],
    thickness: Double,
    ratio: Double,
    shortedBeyond: Double?,
    seed: UInt64
  ) throws(DeviceError) {
    let positions = sites.map {
      SitePosition(x: Length(Double($0.xUm), .micrometre), y: Length(Double($0.yUm), .micrometre))
    }
    var stream = Xoshiro256(seed: seed, key: [3])
    let mean = ratio * exp(Self.waferSpread * stream.normalDeviate())
    let relative = Self.dome(sites).map { $0 * mean }
    let field = try CorrelatedField(
      over: positions,
      correlationLength: VariationLaw.usualCorrelationLength
    )
    let shifts = field.values(seed: seed, quantity: .saturationCurrent)
      .map { $0 * Self.edgeSpread }
    let variation = try SiteVariation(
      over: field,
      law: VariationLaw.matched.ownSpreads,
      maps: SiteMaps(relativeThickness: relative, edgeShift: shifts),
      seed: seed
    )
    let gap = DiodeParameters.nominal.energyGap
    let edge = PhysicalConstant.photonEnergyWavelength / gap * 1e9
    let angle = 2 * asin(Self.wavelength / (2 * Self.spacing)) * 180 / .pi

    var films: [StandardCharacteristic: [Value]] = [:]
    var devices: [Value] = []
    for (index, site) in sites.enumerated() {
      func film(_ what: StandardCharacteristic, _ value: Double, u: Double?) {
        films[what, default: []]
          .append(
            Value(site: site.label, characteristic: what, component: nil, value: value, u: u)
          )
      }
      let local = thickness * relative[index]
      film(
        .filmThickness,
        local * (1 + Self.thicknessNoise * stream.normalDeviate()),
        u: local * Self.thicknessNoise
      )
      film(
        .edge,
        edge + shifts[index].value(in: .nanometre) + Self.edgeNoise * stream.normalDeviate(),
        u: Self.edgeNoise
      )
      film(
        .xrd110,
        angle + Self.angleSpread * stream.normalDeviate() + Self.angleNoise
          * stream.normalDeviate(),
        u: Self.angleNoise
      )
      var unit = try variation.parameters(ofSite: index)
      let radius = hypot(Double(site.xUm), Double(site.yUm)) / 1000
      if let shortedBeyond, radius > shortedBeyond { unit = try Self.shorted(unit) }
      devices += Self.values(of: unit, at: site.label)
    }
    values =
      [.filmThickness, .edge, .xrd110].flatMap { films[$0] ?? [] }
      + ComponentName.allCases.flatMap { component in
        StandardCharacteristic.allCases.flatMap { what in
          devices.filter { $0.component == component && $0.characteristic == what }
        }
      }
  }

  /// The thickness at sites over its mean: one source off the axis of a turning wafer [ours: throw 300 mm, offset 100 mm].
  private static func dome(_ sites: [LayoutSite]) -> [Double] {
    guard
      let source = try? EvaporationSource(
        exponent: 1,
        distance: 300,
        offset: WaferPoint(x: 100, y: 0)
      ), let setup = try? EvaporationSetup([source], motion: .rotating)
    else { return sites.map { _ in 1 } }
    let masses = setup.arealMasses(
      at: sites.map { WaferPoint(x: Double($0.xUm) / 1000, y: Double($0.yUm) / 1000) }
    )
    let mean = masses.reduce(0, +) / Double(max(1, masses.count))
    return masses.map { $0 / mean }
  }

  /// A unit whose diodes are bridged by 10 kohm, as where a film is missing at the edge of its mask.
  private static func shorted(_ unit: DeviceParameters) throws(DeviceError) -> DeviceParameters {
    DeviceParameters(
      diode1: try unit.diode1.shunted(by: 1e4),
      diode2: try unit.diode2.shunted(by: 1e4),
      multistate: unit.multistate,
      binary: unit.binary
    )
  }

  private static func values(of unit: DeviceParameters, at site: String) -> [Value] {
    func diode(_ component: ComponentName, _ diode: DiodeParameters) -> [Value] {
      [
        (.saturationCurrent, diode.saturationCurrent), (.ideality, diode.ideality),
        (.seriesResistance, diode.seriesResistance), (.shuntResistance, diode.shuntResistance),
      ]
      .map { what, value in
        Value(site: site, characteristic: what, component: component, value: value, u: nil)
      }
    }
    func memristor(
      _ component: ComponentName,
      _ items: [(StandardCharacteristic, Double)]
    )
      -> [Value]
    {
      items.map {
        Value(site: site, characteristic: $0.0, component: component, value: $0.1, u: nil)
      }
    }
    let binary = unit.binary
    return diode(.diode1, unit.diode1) + diode(.diode2, unit.diode2)
      + memristor(
        .multistate,
        [
          (.lowestConductance, unit.multistate.window.lowerBound),
          (.highestConductance, unit.multistate.window.upperBound),
        ]
      )
      + memristor(
        .binary,
        [
          (.setVoltage, binary.setVoltage), (.resetVoltage, binary.resetVoltage),
          (.onResistance, binary.lowResistance), (.offResistance, binary.highResistance),
          (.onOffRatio, binary.highResistance / binary.lowResistance),
        ]
      )
  }
}
