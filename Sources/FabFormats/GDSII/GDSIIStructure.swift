import FabDiagnostics
import FabGeometry
import FabLayout

/// A structure of a GDSII file: a cell and the places of its references.
struct GDSIIStructure {
  /// The cell.
  let cell: Cell
  /// Where the structure begins.
  let place: Place
  /// Where each reference of the cell stands in the file.
  let referencePlaces: [Place]
}
