/// The sizes of a scene's picture.
///
/// > Source: The division into 6 x 6 patches of 8 x 8 pixels, one object a patch at most, is ours: a patch is a token,
/// > so that a small network needs no convolutions.
public enum SceneGrid {
  /// Cells in a row and in a column.
  public static let cells = 6
  /// Pixels of a cell in each direction.
  public static let patch = 8
  /// Pixels of the picture in each direction: 48.
  public static let side = cells * patch
  /// Tokens of a picture: 36.
  public static let tokens = cells * cells
  /// Values of a token: 192.
  public static let features = patch * patch * 3
  /// Values of a picture: 6912.
  public static let values = tokens * features
}
