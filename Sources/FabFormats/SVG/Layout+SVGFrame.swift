public import FabGeometry
public import FabLayout

extension Layout {
  /// Returns the box that the masks of a set have in common: the outline of all sheets, or of everything if
  /// there is no sheet; `nil` for an empty layout.
  ///
  /// - Throws: ``LayoutOverflow`` as ``flattened()``.
  public func svgFrame() throws(LayoutOverflow) -> Box? {
    let shapes = try flattened()
    let sheets = shapes.filter { $0.key.purpose == .sheet }
    let chosen = sheets.isEmpty ? shapes : sheets
    let boxes = chosen.values.joined().map(\.outer.boundingBox)
    guard let first = boxes.first else { return nil }
    return boxes.dropFirst().reduce(first) { $0.union($1) }
  }
}
