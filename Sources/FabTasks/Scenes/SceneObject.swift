/// An object of a scene: where it is and what it looks like.
public struct SceneObject: Hashable, Sendable {
  /// The cell of the grid, row by row from the top left: 0...35.
  public internal(set) var cell: Int
  /// The value of each attribute, by the attribute's raw value.
  var values: SIMD4<UInt8>
  /// The distance of its centre from the cell's centre in pixels.
  public internal(set) var shift: SIMD2<Float>
  /// The factor on its brightness.
  public internal(set) var brightness: Float

  init(cell: Int = 0, values: SIMD4<UInt8> = .zero) {
    self.cell = cell
    self.values = values
    shift = .zero
    brightness = 1
  }

  /// The index of an attribute's value.
  public subscript(attribute: ObjectAttribute) -> Int {
    get { Int(values[attribute.rawValue]) }
    set { values[attribute.rawValue] = UInt8(newValue) }
  }

  /// The word of an attribute's value.
  public func word(_ attribute: ObjectAttribute) -> String { attribute.words[self[attribute]] }

  /// The row of the cell, from the top.
  public var row: Int { cell / SceneGrid.cells }
  /// The column of the cell, from the left.
  public var column: Int { cell % SceneGrid.cells }
}
