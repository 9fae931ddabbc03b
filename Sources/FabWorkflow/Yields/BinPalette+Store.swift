import FabQuality
import FabReports
import FabStore

extension BinPalette {
  /// The looks of bins by the rules that the store has.
  ///
  /// - Parameter rulesets: All bins of each set of rules; the first one's look as they do alone.
  init(storedRulesets rulesets: [[FabStore.BinDefinition]]) {
    self.init(
      rulesets.map { definitions in
        definitions.map { bin in
          let quality: WaferBin.Quality =
            switch BinQuality(rawValue: bin.quality) {
            case .pass: .pass
            case .fail: .fail
            case .skip, nil: .skip
            }
          return WaferBin(
            components: [bin.component],
            code: bin.code,
            name: bin.name,
            quality: quality
          )
        }
      }
    )
  }
}
