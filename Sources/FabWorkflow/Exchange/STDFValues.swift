import FabDiagnostics
import FabExchange
import FabStore

/// The values and the bins of the components of a wafer as results of tests, by site.
struct STDFValues {
  /// The results of each site.
  private(set) var results: [String: [STDFResult]] = [:]
  /// When the first and the last set was measured, in seconds since 1970; `nil` without sets.
  private(set) var first: UInt32?
  private(set) var last: UInt32?
  /// Who measured.
  private(set) var operators: [String] = []
  /// Whether any value was computed.
  private(set) var isGenerated = false

  init(
    of source: WaferBinSource,
    from reader: StoreReader,
    tests: inout STDFTests
  ) throws(DiagnosticError) {
    let labels = Dictionary(source.place.sites.map { ($0.id, $0.label) }) { first, _ in first }
    for component in WaferBinSource.components.dropFirst() {
      guard let bins = source.bins[component] else { continue }
      let test = tests.number(ofBin: component)
      let definitions = source.definitions[component] ?? []
      for site in source.place.sites {
        guard let bin = bins[site.label] else { continue }
        let quality = definitions.first { $0.code == bin }?.quality
        results[site.label, default: []]
          .append(
            STDFResult(
              test: test,
              value: Float(bin),
              isPassed: quality.flatMap { ["Pass": true, "Fail": false][$0] }
            )
          )
      }
    }
    // Of several sets of a characteristic the newest counts, as everywhere.
    var newest: [UInt32: [String: Float?]] = [:]
    for set in try reader.measurementSets(wafer: source.place.wafer.code) {
      let seconds = set.measuredAt.unixSeconds
      first = min(first ?? seconds, seconds)
      last = max(last ?? seconds, seconds)
      if !operators.contains(set.operatorName) { operators.append(set.operatorName) }
      if set.generated != 0 { isGenerated = true }
      let test = tests.number(of: set.characteristic, component: set.component)
      for value in try reader.values(of: set) {
        guard let site = value.site, let label = labels[site],
          !value.flags.contains(.excluded)
        else { continue }
        newest[test, default: [:]][label] = .some(value.value.map { Float($0) })
      }
    }
    for (test, values) in newest.sorted(by: { $0.key < $1.key }) {
      for (label, value) in values {
        // What a single float can't hold wasn't measured, as far as this format goes.
        let number = value.flatMap { $0.isFinite ? $0 : nil }
        results[label, default: []].append(STDFResult(test: test, value: number, isPassed: nil))
      }
    }
  }
}
