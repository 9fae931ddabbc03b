import Foundation

/// The checkout that the tests were built from.
enum Checkout {
  /// The folder, without a slash at the end.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Returns the absolute path of a file of the checkout.
  static func path(_ relative: String) -> String { "\(root)/\(relative)" }

  /// Returns the text of a file of the checkout.
  static func text(_ relative: String) throws -> String {
    try String(contentsOfFile: path(relative), encoding: .utf8)
  }

  /// The PCU recipe.
  static let recipe = path("Recipes/pcu-mapbi3.yaml")
  /// The committed masks of the default wafer.
  static let masks = path("Masks/wafer-4in-101")
}
