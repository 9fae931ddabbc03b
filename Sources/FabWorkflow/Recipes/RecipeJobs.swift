public import FabDiagnostics
import FabGeometry
import FabHash
import FabLayout
import FabProcess
import FabRecipe
import FabReports
import FabUnits

/// What `recipe …` does, one method a subcommand.
public enum RecipeJobs {
  /// Reads a recipe and lists its warnings, justified or not.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect.
  public static func validate(_ path: String) throws(DiagnosticError) -> CommandOutput {
    let reading = try Recipe.read(InputFile.text(at: path))
    let report = ValidationReport(reading)
    let recipe = reading.recipe
    let missing = report.figuresWithoutSource
    var text =
      "\(path): \(recipe.name) is valid: \(recipe.materials.count) materials, "
      + "\(recipe.films.count) films, \(recipe.flow.levels.count) mask levels, "
      + "\(recipe.components.count) components\n"
      + "\(reading.warnings.count) warnings, \(reading.justified.count) more with a justification, "
      + "\(missing.count) figures without a source\n"
    for path in missing { text += "  no source: \(path)\n" }
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: reading.diagnostics,
      isClean: reading.warnings.isEmpty
    )
  }

  /// Shows the materials and films of a recipe.
  ///
  /// - Throws: A ``DiagnosticError`` if the recipe can't be read.
  public static func show(_ path: String) throws(DiagnosticError) -> CommandOutput {
    let loaded = try LoadedRecipe(path: path)
    let recipe = loaded.recipe
    let report = RecipeReport(recipe)
    let text =
      "\(recipe.name): \(recipe.title)\n"
      + "source  \(recipe.source ?? "not stated")\n"
      + "sha256  \(loaded.hash.hexadecimal)\n\n"
      + TextTable.text(report.materialRows) + "\n" + TextTable.text(report.filmRows)
    return CommandOutput(
      text: text,
      json: recipe.canonicalJSON() + [0x0A],
      messages: loaded.warnings
    )
  }

  /// Shows the derived flow.
  ///
  /// - Throws: A ``DiagnosticError`` if the recipe can't be read.
  public static func flow(_ path: String) throws(DiagnosticError) -> CommandOutput {
    let loaded = try LoadedRecipe(path: path)
    let report = FlowReport(loaded.recipe)
    var levels = TextTable([
      ("level", .right), ("mask", .left), ("films", .left), ("method", .left), ("mask made", .left),
      ("sheet/um", .right),
    ])
    levels.rows = report.levels.map { level in
      [
        "\(level.index)", level.name, level.films.joined(separator: " "), level.method,
        level.technology, LayoutText.shortest(level.sheetThicknessUm),
      ]
    }
    return CommandOutput(
      text: TextTable.text(report.rows) + "\n" + levels.text,
      json: JSONText.encode(report),
      messages: loaded.warnings
    )
  }

  /// Shows how long each step takes.
  ///
  /// - Throws: A ``DiagnosticError`` if the recipe can't be read.
  public static func schedule(_ path: String) throws(DiagnosticError) -> CommandOutput {
    let loaded = try LoadedRecipe(path: path)
    let report = ScheduleReport(loaded.recipe)
    return CommandOutput(
      text: TextTable.text(report.rows),
      json: JSONText.encode(report),
      messages: loaded.warnings
    )
  }

  /// Draws the film stack of each component.
  ///
  /// - Parameters:
  ///   - path: The recipe.
  ///   - out: The SVG file to write; `nil` to give the SVG as the result.
  ///   - replaces: Whether an existing file may be replaced.
  /// - Returns: The SVG, or a line that says where it is.
  /// - Throws: A ``DiagnosticError`` if the recipe can't be read or the file can't be written.
  public static func section(
    _ path: String,
    out: String?,
    replaces: Bool
  ) throws(DiagnosticError) -> CommandOutput {
    let loaded = try LoadedRecipe(path: path)
    let sections = CrossSection.all(in: loaded.recipe)
    let svg = CrossSectionPicture(recipe: loaded.name, sections: sections).svg()
    let json = JSONText.encode(CrossSectionReport(loaded.recipe))
    guard let out else {
      return CommandOutput(
        text: String(decoding: svg, as: UTF8.self),
        json: json,
        messages: loaded.warnings
      )
    }
    try SingleFile(path: out).write(svg, replaces: replaces)
    return CommandOutput(text: "wrote \(out)\n", json: json, messages: loaded.warnings)
  }

  /// Compares the meanings of two recipes.
  ///
  /// - Throws: A ``DiagnosticError`` if one can't be read.
  public static func difference(
    _ first: String,
    _ second: String
  ) throws(DiagnosticError) -> CommandOutput {
    let (a, b) = (try LoadedRecipe(path: first), try LoadedRecipe(path: second))
    let differences = RecipeDifference.between(a.recipe, b.recipe)
    let changes = differences.map { change in
      ([change.path]
        + [change.before.map { "  - \($0)" }, change.after.map { "  + \($0)" }]
        .compactMap { $0 })
        .joined(separator: "\n")
    }
    let text =
      differences.isEmpty
      ? "the recipes mean the same (\(a.hash.short))\n"
      : "- \(first)\n+ \(second)\n\n" + changes.joined(separator: "\n") + "\n"
    return CommandOutput(
      text: text,
      json: JSONText.encode(differences),
      messages: a.warnings + b.warnings,
      isClean: differences.isEmpty
    )
  }
}
