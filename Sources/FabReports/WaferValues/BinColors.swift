/// The colours of bins: the same for a bin on every wafer, whatever the others count.
struct BinColors {
  let bins: [WaferBin]

  /// Grey for no bin.
  static let missing = "#bdbdbd"
  /// White for bins that weren't judged.
  static let skipped = "#ffffff"

  // Light enough for black codes; passing bins are cold, failing ones warm or dark.
  private static let passing = ["#7fc8a9", "#9ecae9", "#56b4e9", "#009e73"]
  private static let failing = [
    "#d55e00", "#e69f00", "#cc79a7", "#0072b2", "#f0e442", "#8c510a", "#6a3d9a", "#404040",
  ]

  /// Returns a bin's colour; beyond eight failing bins colours repeat, and only the code tells them apart.
  func color(of code: Int?) -> String {
    guard let code, let bin = bins.first(where: { $0.code == code }) else { return Self.missing }
    let alike = bins.filter { $0.quality == bin.quality }.map(\.code).sorted()
    let index = alike.firstIndex(of: code) ?? 0
    return switch bin.quality {
    case .pass: Self.passing[index % Self.passing.count]
    case .fail: Self.failing[index % Self.failing.count]
    case .skip: Self.skipped
    }
  }

  /// Tells whether devices of a bin pass.
  func passes(_ code: Int?) -> Bool {
    bins.contains { $0.code == code && $0.quality == .pass }
  }

  /// The colour of text on a bin's colour.
  func textColor(on color: String) -> String {
    ["#0072b2", "#8c510a", "#6a3d9a", "#404040", "#009e73"].contains(color) ? "#ffffff" : "#000000"
  }
}
