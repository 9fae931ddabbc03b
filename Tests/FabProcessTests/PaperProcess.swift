import FabDiagnostics
import FabRecipe
import Foundation

/// The shipped recipe of the paper's process.
enum PaperProcess {
  static func recipe() throws -> Recipe {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appendingPathComponent("Recipes/pcu-mapbi3.yaml"))
    return try Recipe.read(SourceText(name: "pcu-mapbi3.yaml", bytes: Array(data))).recipe
  }
}
