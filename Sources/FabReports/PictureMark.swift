import FabDiagnostics
public import FabGeometry
public import FabLayout
import FabRecipe

/// Something wrong that a picture of a layout marks and numbers: where, and what in two lines.
public struct PictureMark: Hashable, Sendable {
  /// The places; empty where nothing is drawn that could be marked.
  public let boxes: [Box]
  /// The first line of the list.
  public let headline: String
  /// The second line, in smaller letters.
  public let detail: String

  /// Creates a mark.
  public init(boxes: [Box], headline: String, detail: String) {
    self.boxes = boxes
    self.headline = headline
    self.detail = detail
  }

  /// Creates the mark of a group of findings.
  public init(_ group: FindingGroup) {
    let finding = group.finding
    let places = group.boxes.count == 1 ? "" : "\(group.boxes.count) places, the first at "
    self.init(
      boxes: group.boxes,
      headline: "\(group.rule): \(finding.level), \(finding.measured), expected \(finding.limit)",
      detail: "\(places)\(finding.box.millimetres)"
    )
  }
}
