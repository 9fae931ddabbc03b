import FabDiagnostics
import FabStore

/// The values of one wafer by characteristic, component and site: of several sets the newest counts.
struct MeasuredValues {
  private struct Key: Hashable {
    let characteristic: String
    let component: String
  }

  private var values: [Key: [String: Double]] = [:]
  /// Values at places that have no name, by characteristic.
  private var free: [String: [(x: Double, y: Double, value: Double)]] = [:]
  /// Whether any set was computed instead of measured.
  private(set) var isGenerated = false
  /// Values that couldn't be used.
  private(set) var messages: [Diagnostic] = []

  /// Whether there is no value at all.
  var isEmpty: Bool { values.isEmpty && free.isEmpty }

  init(
    of wafer: String,
    sites: [Int64: String],
    from reader: StoreReader
  ) throws(DiagnosticError) {
    var unknown = 0
    for set in try reader.measurementSets(wafer: wafer) {
      if set.generated != 0 { isGenerated = true }
      let key = Key(characteristic: set.characteristic, component: set.component)
      for row in try reader.values(of: set) {
        guard let value = row.value, !row.flags.contains(.excluded) else { continue }
        if let site = row.site {
          guard let label = sites[site] else {
            unknown += 1
            continue
          }
          values[key, default: [:]][label] = value
        } else if let x = row.xUm, let y = row.yUm {
          free[set.characteristic, default: []].append((Double(x) / 1000, Double(y) / 1000, value))
        }
      }
    }
    if unknown > 0 {
      messages.append(
        Diagnostic(
          .unknownEntry,
          severity: .warning,
          at: .argument(wafer),
          "\(unknown) values belong to sites of another layout and aren't used"
        )
      )
    }
  }

  /// The values by site.
  func values(of characteristic: String, component: String = "") -> [String: Double] {
    values[Key(characteristic: characteristic, component: component)] ?? [:]
  }

  /// The values at places without a name, in millimetre.
  func places(of characteristic: String) -> [(x: Double, y: Double, value: Double)] {
    free[characteristic] ?? []
  }
}
