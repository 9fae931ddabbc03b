import FabDiagnostics
import FabRecipe
import Foundation

/// The recipe files of the checkout and of the tests.
enum RecipeFiles {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

  /// The shipped recipes.
  static let shipped = ["pcu-mapbi3", "pin-diode"]

  static func source(_ name: String) throws -> SourceText {
    try SourceText(name: "\(name).yaml", bytes: bytes("Recipes/\(name).yaml"))
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent(path)))
  }

  static func shippedRecipe(_ name: String) throws -> Recipe {
    try Recipe.read(source(name)).recipe
  }
}
