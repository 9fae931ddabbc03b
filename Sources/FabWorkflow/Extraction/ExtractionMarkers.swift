import FabDiagnostics
import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import FabReports

/// What an extraction found wrong, as marks in a picture of the layout.
struct ExtractionMarkers {
  private let title: String
  private let marks: [PictureMark]
  private let regions: [Layer: Region]

  /// Collects the differences from the schematic, or the parasitics where nothing says what is meant.
  ///
  /// - Parameters:
  ///   - wafer: What was extracted.
  ///   - comparison: Its comparison with the schematic; parasitics are differences there too.
  ///   - layout: The layout file or floor plan.
  ///   - regions: The merged shapes of the layout.
  init(
    _ wafer: ExtractedWafer,
    comparison: LVSComparison?,
    layout: String,
    regions: [Layer: Region]
  ) {
    title =
      "\(layout): " + (comparison == nil ? "parasitic devices" : "differences from the schematic")
    // Sheets and pins lie outside the wafer: they'd only make it small.
    self.regions = regions.filter { $0.key.purpose == .aperture || $0.key.purpose == .reference }
    if let comparison {
      marks = comparison.differences.map { difference in
        let place = difference.box.map { " at \($0.millimetres)" } ?? ""
        let level = difference.level.map { " on \($0)" } ?? ""
        let name = Self.shortened("\(difference.kind.rawValue) \(difference.name)", to: 38)
        return PictureMark(
          boxes: difference.box.map { [$0] } ?? [],
          headline: name + level + place,
          detail: Self.shortened(
            "found \(difference.found), expected \(difference.expected)",
            to: 80
          )
        )
      }
    } else {
      marks = wafer.findings.map { finding in
        PictureMark(
          boxes: [finding.box],
          headline: "\(finding.measured) at \(finding.box.millimetres)",
          detail: Self.shortened(finding.text, to: 80)
        )
      }
    }
  }

  /// The picture as SVG.
  func svg() -> [UInt8] {
    FindingsPicture(
      title: title,
      heading: "kind, name, level, place; found, expected",
      marks: marks,
      regions: regions
    )
    .svg()
  }

  /// A text that fits a column of the list; messages and `--json` have the whole.
  private static func shortened(_ text: String, to length: Int) -> String {
    text.count <= length ? text : text.prefix(length - 1) + "…"
  }
}
