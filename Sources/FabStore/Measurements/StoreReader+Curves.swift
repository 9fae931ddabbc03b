public import FabDiagnostics
import GRDB

extension StoreReader {
  /// The values that were taken from curves of a file.
  ///
  /// - Parameter hash: The hash of the file.
  /// - Returns: What was taken from which of its curves.
  /// - Throws: A ``DiagnosticError`` if the database can't be read.
  public func curveUses(ofFile hash: String) throws(DiagnosticError) -> Set<CurveUse> {
    let rows = try rows(
      """
      SELECT m.wafer, m.characteristic, m.component, c.part, v.site, v.x_um, v.y_um
      FROM curve c JOIN measurement_set m ON m.id = c.measurement
        JOIN measured_value v ON v.id = (c.measurement << 20) + c.n
      WHERE c.source_file = ?
      """,
      [hash]
    )
    return Set(
      rows.map { row in
        CurveUse(
          wafer: row["wafer"],
          characteristic: row["characteristic"],
          component: row["component"],
          part: row["part"],
          site: row["site"],
          xUm: row["x_um"],
          yUm: row["y_um"]
        )
      }
    )
  }
}
