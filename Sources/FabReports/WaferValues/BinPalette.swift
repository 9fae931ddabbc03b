/// The looks of the bins of rules: a bin has one look in every picture, whatever else the picture shows.
///
/// The look follows from the rules, the component and the code alone. Bins that pass are green, bins that fail have the
/// other colours of the set, bins that weren't judged are white. The bins of whole PCUs come first and so without lines; beyond the
/// last colour lines across the cell tell bins apart, so that no two bins of rules ever look the same. Components that share
/// a bin (one code, name and quality) share its look.
///
/// > Source: The colours of M. Okabe, K. Ito, *Color Universal Design*, 2008, which all kinds of colour vision tell apart; the
/// > lighter greens are ours.
public struct BinPalette: Hashable, Sendable {
  /// All bins: those of whole PCUs first, each group by code.
  public let bins: [WaferBin]

  /// Grey for no bin.
  static let missing = BinLook(color: "#bdbdbd")
  /// Colours that need white texts.
  static let dark: Set<String> = ["#0072b2", "#404040", "#009e73"]

  private static let passing = ["#7fc8a9", "#009e73", "#c5e8d5"]
  private static let failing = [
    "#d55e00", "#e69f00", "#cc79a7", "#0072b2", "#f0e442", "#56b4e9", "#404040",
  ]
  private static let skipped = ["#ffffff"]

  /// Takes all bins of rules, also those that don't occur.
  ///
  /// - Parameter rulesets: The bins of each set of rules. Those of the first look as they do alone.
  public init(_ rulesets: [[WaferBin]]) {
    var bins: [WaferBin] = []
    for ruleset in rulesets {
      var merged: [WaferBin] = []
      for bin in ruleset {
        if let index = merged.firstIndex(where: { $0.isSame(as: bin) }) {
          merged[index].components = Self.union(merged[index].components, bin.components)
        } else {
          merged.append(bin)
        }
      }
      merged.sort {
        ($0.isOfUnit ? 0 : 1, $0.code, $0.name, $0.quality.rawValue)
          < ($1.isOfUnit ? 0 : 1, $1.code, $1.name, $1.quality.rawValue)
      }
      for bin in merged {
        if let index = bins.firstIndex(where: { $0.isSame(as: bin) }) {
          bins[index].components = Self.union(bins[index].components, bin.components)
        } else {
          bins.append(bin)
        }
      }
    }
    self.bins = bins
  }

  /// The components of both; none named stands for all.
  private static func union(_ first: [String], _ second: [String]) -> [String] {
    first.isEmpty || second.isEmpty ? [] : Set(first + second).sorted()
  }

  /// The bin of a code; `nil` for a code that the component's rules don't have.
  public func bin(_ code: Int?, of component: String) -> WaferBin? {
    guard let code else { return nil }
    return bins.first {
      $0.code == code && ($0.components.isEmpty || $0.components.contains(component))
    }
  }

  /// How a bin looks.
  public func look(of code: Int?, component: String) -> BinLook {
    bin(code, of: component).map(look) ?? Self.missing
  }

  /// How a bin looks.
  func look(of bin: WaferBin) -> BinLook {
    let rank = bins.filter { $0.quality == bin.quality }.firstIndex(of: bin) ?? 0
    let colors =
      switch bin.quality {
      case .pass: Self.passing
      case .fail: Self.failing
      case .skip: Self.skipped
      }
    return BinLook(
      color: colors[rank % colors.count],
      hatch: rank < colors.count ? nil : BinHatch(rank / colors.count - 1)
    )
  }
}
