import FabDevices
import FabDiagnostics
import FabStore
import FabUnits
import Foundation

/// A wafer of the store as the simulator sees it: devices that were measured, and PCUs that are dead.
struct MeasuredWafer {
  /// The wafer.
  let wafer: Wafer
  /// The recipe and layout that it carries.
  let layout: LayoutVersion
  /// PCUs that no operator may use, each with the reason.
  let dead: [String: String]
  /// PCUs that were judged neither good nor bad.
  let unjudged: Int
  /// The pass of the bins; `nil` where the wafer was never binned.
  let pass: Int?
  /// Films that were measured, by what they shift.
  let films: MeasuredFilms
  /// What was measured of the devices of each site.
  private let devices: [String: MeasuredDevices]
  /// How many values of devices there are.
  let valueCount: Int
  /// Whether any value was computed instead of measured.
  let isGenerated: Bool
  /// What to know of all this.
  let messages: [Diagnostic]

  /// What is typical is taken from at least this many measured devices.
  private static let enough = 5

  /// Reads what the store knows of a wafer.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, `wrong-state` if the wafer carries no layout, `no-measurement` if
  ///   nothing was measured on it.
  init(_ code: String, from reader: StoreReader) throws(DiagnosticError) {
    let wafer = try reader.named(Wafer.self, code)
    guard let hash = wafer.layout else {
      throw DiagnosticError(
        Diagnostic(
          .wrongState,
          at: .argument("--wafer"),
          "wafer '\(code)' carries no layout",
          fixes: ["name one that was added with a floor plan"]
        )
      )
    }
    let sites = try reader.all(LayoutSite.self, where: ["layout": .text(hash)])
    let names = Dictionary(sites.map { ($0.id, $0.label) }) { first, _ in first }
    let values = try MeasuredValues(of: code, sites: names, from: reader)
    guard !values.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .argument("--wafer"),
          "nothing was measured on wafer '\(code)'",
          fixes: ["import its measurements with 'pcu-fab measure import'"]
        )
      )
    }
    self.wafer = wafer
    layout = try reader.named(LayoutVersion.self, hash)
    isGenerated = values.isGenerated
    films = try MeasuredFilms(values, sites: sites, wafer: wafer, from: reader)
    var messages = values.messages + films.messages
    let bins = try WaferBins(of: code, sites: names, from: reader)
    (dead, unjudged, pass) = (bins.failing, bins.skipped, bins.pass)
    if bins.pass == nil {
      messages.append(
        Diagnostic(
          .noMeasurement,
          severity: .warning,
          at: .argument("--wafer"),
          "wafer '\(code)' was never binned: no PCU is taken for dead",
          fixes: ["bin it with 'pcu-fab yield bin \(code)'"]
        )
      )
    }
    (devices, valueCount) = Self.devices(values, labels: sites.map(\.label))
    self.messages = messages
  }

  /// What is known of the devices of a site.
  func devices(of site: String) -> MeasuredDevices { devices[site] ?? .none }

  /// The mean logarithm of the saturation currents of a site's diodes; `nil` where none was measured.
  func logSaturationCurrent(of site: String) -> Double? {
    let known = [DeviceRole.diode1, .diode2]
      .compactMap { devices(of: site).value(.saturationCurrent, of: $0) }
    guard known.count == 2 else { return nil }
    return known.map { log($0) }.reduce(0, +) / 2
  }

  private static func devices(
    _ values: MeasuredValues,
    labels: [String]
  ) -> ([String: MeasuredDevices], Int) {
    var result = Dictionary(labels.map { ($0, MeasuredDevices()) }) { first, _ in first }
    var count = 0
    for component in ComponentName.allCases {
      for quantity in MeasuredQuantity.allCases where quantity.devices.contains(component.role) {
        let found = values.values(of: quantity.rawValue, component: component.rawValue)
        guard !found.isEmpty else { continue }
        for (site, value) in found {
          result[site]?.measure(quantity, of: component.role, as: value)
          count += 1
        }
        guard found.count >= enough, let typical = mean(Array(found.values)) else { continue }
        for label in labels where found[label] == nil {
          result[label]?.expect(quantity, of: component.role, as: typical)
        }
      }
    }
    return (result, count)
  }

  /// The geometric mean of values of one sign: device parameters spread by factors.
  private static func mean(_ values: [Double]) -> Double? {
    let sign: Double = values.allSatisfy { $0 > 0 } ? 1 : -1
    guard values.allSatisfy({ $0 * sign > 0 }) else { return nil }
    return sign * exp(values.map { log($0 * sign) }.reduce(0, +) / Double(values.count))
  }
}
