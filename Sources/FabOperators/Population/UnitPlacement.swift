public import FabDevices
import FabUnits

/// Where the computing units of one operator lie, what they are nominally, and what leads to them.
public struct UnitPlacement: Sendable {
  /// The names of the sites, for instance `A5.R1C1`.
  public let names: [String]
  /// The devices before they vary, one a site, with the areas of the layout.
  public let nominal: [DeviceParameters]
  /// The lines, one a site.
  public let lines: [PCULines]
  /// What bit lines share; see ``OperatorUnit/bitLineCoupling``.
  public let bitLineCoupling: [[Double]]
  /// What was measured of the devices, one a site; empty where nothing was.
  public let measured: [MeasuredDevices]
  let maps: SiteMaps
  let field: CorrelatedField

  /// Creates a placement.
  ///
  /// - Parameters:
  ///   - names: The names of the sites.
  ///   - sites: Where they are.
  ///   - nominal: The devices, one a site.
  ///   - lines: The lines, one a site.
  ///   - bitLineCoupling: What bit lines share; empty where every unit has its own.
  ///   - maps: What is known about the films at the sites.
  ///   - measured: What was measured of the devices, one a site; empty where nothing was.
  ///   - law: The law whose correlation length holds between the sites.
  /// - Throws: ``OperatorError/device(_:)`` where a position isn't finite.
  /// - Precondition: The lists are equally long.
  public init(
    names: [String],
    sites: [SitePosition],
    nominal: [DeviceParameters],
    lines: [PCULines],
    bitLineCoupling: [[Double]] = [],
    maps: SiteMaps = .uniform,
    measured: [MeasuredDevices] = [],
    law: VariationLaw
  ) throws(OperatorError) {
    precondition(
      names.count == sites.count && names.count == nominal.count && names.count == lines.count,
      "a placement of \(names.count) sites has as many positions, devices and lines"
    )
    self.names = names
    self.nominal = nominal
    self.lines = lines
    self.bitLineCoupling = bitLineCoupling
    precondition(
      measured.isEmpty || measured.count == names.count,
      "measured devices of \(measured.count) sites for \(names.count)"
    )
    self.maps = maps
    self.measured = measured
    do {
      field = try CorrelatedField(over: sites, correlationLength: law.correlationLength)
    } catch {
      throw .device(error)
    }
  }

  /// Returns a placement on a bench: nominal units in a row, 8 mm apart as the single units of the usual wafer are.
  ///
  /// - Throws: ``OperatorError/device(_:)``.
  public static func bench(count: Int, law: VariationLaw) throws(OperatorError) -> UnitPlacement {
    try UnitPlacement(
      names: (0..<count).map { "unit \($0 + 1)" },
      sites: (0..<count)
        .map { SitePosition(x: .init(8 * Double($0), .millimetre), y: .zero) },
      nominal: Array(repeating: .nominal, count: count),
      lines: Array(repeating: .nominal, count: count),
      law: law
    )
  }
}
