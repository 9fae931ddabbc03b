public import FabGeometry
public import FabRecipe

/// An alignment mark: a cross on every shadow-mask level inside four squares of the subtractive levels.
///
/// ```
///   [##] | [##]      squares: film of the subtractive level,
///   -----+-----      cross: opening of every shadow mask, on bare glass, so that no conductor
///   [##] | [##]      comes to lie over another with the films of all levels between
/// ```
public enum FiducialCell {
  /// Half the length of the cross, in nanometres.
  public static let halfLength = 1_200_000
  /// Half the width of its bars.
  public static let halfWidth = 150_000
  /// The distance of the squares' inner edges from the axes; 0.25 mm from the bars.
  public static let squareNear = 400_000
  /// The distance of the squares' outer edges from the axes.
  public static let squareFar = 1_400_000

  /// The frame around the mark.
  public static var box: Box { Box(-squareFar, -squareFar, squareFar, squareFar) }

  /// Returns the mark on all levels of a flow.
  public static func cell(named name: CellName, flow: ProcessFlow) -> Cell {
    let cross = Region([
      Polygon(Box(-halfLength, -halfWidth, halfLength, halfWidth)),
      Polygon(Box(-halfWidth, -halfLength, halfWidth, halfLength)),
    ])
    .polygons
    let squares = [(1, 1), (-1, 1), (-1, -1), (1, -1)]
      .map { x, y in
        Polygon(Box(x * squareNear, y * squareNear, x * squareFar, y * squareFar))
      }
    let shapes = flow.levels.map { level in
      (Layer(level.name), level.method == .subtractive ? squares : cross)
    }
    return Cell(name: name, shapes: Dictionary(uniqueKeysWithValues: shapes))
  }
}
