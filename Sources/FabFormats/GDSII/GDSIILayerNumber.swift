import FabDiagnostics
import FabLayout
import FabRecipe

/// A layer and a datatype as numbers.
struct GDSIILayerNumber: Hashable, Comparable {
  /// The layer, 0 to 32767.
  let layer: UInt16
  /// The datatype, 0 to 32767.
  let datatype: UInt16

  /// Looks up the numbers of a layer.
  init(of layer: Layer, in layout: Layout) throws(DiagnosticError) {
    guard let level = layout.level(named: layer.level) else {
      throw DiagnosticError(
        Diagnostic(
          .unknownLevel,
          "layout '\(layout.name)' has shapes on level '\(layer.level)', which it doesn't list"
            + NearMiss.question(for: layer.level.text, among: layout.levels.map(\.name.text)),
          fixes: ["add the level, or move the shapes to one of its levels"]
        )
      )
    }
    let datatype = layer.purpose.gdsDatatype
    for number in [level.gdsLayer, datatype] where !(0...32767).contains(number) {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          "level '\(level.name)' has layer \(level.gdsLayer) and datatype \(datatype); GDSII has 0 to "
            + "32767",
          fixes: ["give the level a smaller number"]
        )
      )
    }
    self.layer = UInt16(level.gdsLayer)
    self.datatype = UInt16(datatype)
  }

  /// Orders by layer, then datatype.
  static func < (left: GDSIILayerNumber, right: GDSIILayerNumber) -> Bool {
    (left.layer, left.datatype) < (right.layer, right.datatype)
  }
}
