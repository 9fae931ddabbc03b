import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout

/// Compares what a written file reads back as with what it should be.
struct Readback: Sendable {
  /// The merged shapes that the layout has, by layer.
  let expected: [Layer: Region]

  /// Checks a file.
  ///
  /// - Parameters:
  ///   - name: The file, for messages.
  ///   - layers: The layers that the file must have, and no others.
  ///   - layout: What our own reader made of its bytes.
  /// - Throws: A ``DiagnosticError`` with the code `export-mismatch` that names level, area and box.
  func check(
    _ name: String,
    layers: Set<Layer>,
    layout: Layout
  ) throws(DiagnosticError) {
    let shapes = try layout.flattened(file: name)
    for layer in layers.union(shapes.keys).sorted() {
      let wanted = layers.contains(layer) ? expected[layer] ?? Region() : Region()
      let found = Region(shapes[layer] ?? [])
      guard wanted != found else { continue }
      let difference = wanted.symmetricDifference(found)
      guard !difference.isEmpty else { continue }
      let box = difference.boundingBox?.millimetres.description ?? "nowhere"
      throw DiagnosticError(
        Diagnostic(
          .exportMismatch,
          at: .file(name),
          "read back, the level \(layer.level) (datatype \(layer.purpose.gdsDatatype)) differs from "
            + "the layout by \(difference.areaMm2) mm2 in \(box)",
          fixes: ["report this defect of the tool with your recipe and floor plan"]
        )
      )
    }
  }
}
