import FabHash
import FabUnits

/// The report of a layout for people.
struct LayoutText: CustomStringConvertible {
  let report: LayoutReport
  let origin: String
  let folder: String?
  let keptFiles: Int
  let justified: Int

  var description: String {
    var text = heading + "\n" + masks + "\n" + overlaps + "\n" + rules
    if let folder { text += "\n" + written(folder) }
    return text
  }

  private var heading: String {
    let pieces = [
      report.arrays > 0 ? "\(report.arrays) arrays" : nil,
      report.singles > 0 ? "\(report.singles) singles" : nil,
      report.devices > 0 ? "\(report.devices) devices" : nil,
    ]
    .compactMap { $0 }.joined(separator: ", ")
    var lines =
      "\(report.name): \(report.pcus) PCUs on a \(report.wafer.size) wafer (\(pieces)), "
      + "\(report.contacts) contacts, \(report.crossings) insulated crossings\n"
      + "recipe      \(report.recipe) \(report.recipeHash.short)"
    if justified > 0 {
      lines += " (\(justified) warnings, each with its justification: pcu-fab recipe validate)"
    }
    return lines + "\nfloor plan  \(origin) \(report.floorPlanHash.short)\n"
      + "layout      \(report.layoutHash.short)\n"
  }

  private var masks: String {
    var table = TextTable([
      ("level", .right), ("mask", .left), ("films", .left), ("openings", .right),
      ("area/mm2", .right), ("of wafer", .right),
    ])
    table.rows = report.masks.map { mask in
      [
        "\(mask.level)", mask.name, mask.films.joined(separator: " "), "\(mask.apertures)",
        Self.decimals(mask.areaMm2, 3), Self.decimals(mask.openFraction * 100, 2) + " %",
      ]
    }
    return table.text
  }

  private var overlaps: String {
    var table = TextTable([("component", .left), ("overlaps", .right), ("area/mm2", .right)])
    table.rows = report.overlaps.map { overlap in
      let least = Self.decimals(overlap.minimumAreaMm2, 4)
      let most = Self.decimals(overlap.maximumAreaMm2, 4)
      return [
        overlap.component, "\(overlap.count)", least == most ? least : "\(least) to \(most)",
      ]
    }
    return table.text
  }

  private var rules: String {
    func count(_ verdict: String) -> Int { report.rules.count { $0.verdict == verdict } }
    let findings = report.rules.reduce(0) { $0 + $1.findings.count }
    var text = "rules: \(count("clean")) of \(report.rules.count) clean"
    if findings > 0 { text += ", \(count("findings")) with \(findings) findings" }
    if count("not run") > 0 { text += ", \(count("not run")) not run" }
    return text + "\n"
  }

  private func written(_ folder: String) -> String {
    var text =
      "wrote \(report.files.count + 1) files to \(folder); every mask file was read back and "
      + "differs nowhere from the layout\n"
    if keptFiles > 0 { text += "kept \(keptFiles) other files in that folder\n" }
    let names = report.files.map(\.name)
    if names.contains("composite.svg") { text += "look at  \(folder)/composite.svg\n" }
    if let gds = names.first(where: { $0.hasSuffix(".gds") }) {
      let properties = names.first { $0.hasSuffix(".lyp") }.map { " -l \(folder)/\($0)" } ?? ""
      text += "or type  klayout \(folder)/\(gds)\(properties)\n"
    }
    return text
  }

  /// A number with a fixed count of decimals, correctly rounded for the sizes that occur here.
  static func decimals(_ value: Double, _ count: Int) -> String {
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let digits = String(Int((abs(value) * scale).rounded()))
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
    let sign = value < 0 && digits.contains { $0 != "0" } ? "-" : ""
    guard count > 0 else { return sign + padded }
    return sign + padded.dropLast(count) + "." + padded.suffix(count)
  }

  /// A number with as many digits as it has.
  static func shortest(_ value: Double) -> String {
    ExactDecimal(value).map(String.init(describing:)) ?? "\(value)"
  }
}
