/// The sizes of the pictures of a pair.
///
/// > Source: Template and search region of one-stream trackers, a quarter of their usual 128 and 256 pixels, in patches of
/// > 8 x 8 instead of 16 x 16 pixels (B. Ye et al., *Joint feature learning and relation modeling for tracking*, ECCV 2022).
public enum TrackingGrid {
  /// Pixels of a patch in each direction.
  public static let patch = 8
  /// Pixels of the search region in each direction.
  public static let searchSide = 64
  /// Pixels of the template in each direction.
  public static let templateSide = 32
  /// Patches of the search region in each direction.
  public static let searchCells = searchSide / patch
  /// Patches of the template in each direction.
  public static let templateCells = templateSide / patch
  /// Tokens of the search region: 64.
  public static let searchTokens = searchCells * searchCells
  /// Tokens of the template: 16.
  public static let templateTokens = templateCells * templateCells
  /// Values of a visible token: 192.
  public static let visibleFeatures = patch * patch * 3
  /// Values of a thermal token: 64.
  public static let thermalFeatures = patch * patch
}
