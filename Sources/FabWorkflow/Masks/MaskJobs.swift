public import FabDiagnostics
import FabLayout

/// What `mask …` does, one method a subcommand.
public enum MaskJobs {
  private struct RuleEntry: Encodable {
    var id: String
    var title: String
    var source: String
  }

  /// Lists what a file contains.
  ///
  /// - Throws: A ``DiagnosticError`` if it can't be read.
  public static func show(
    _ path: String,
    recipe: String
  ) throws(DiagnosticError) -> CommandOutput {
    let content = try MaskContent(of: path, recipe: recipe)
    return CommandOutput(
      text: content.text,
      json: JSONText.encode(content),
      messages: content.messages
    )
  }

  /// Compares two files.
  ///
  /// - Throws: A ``DiagnosticError`` as ``MaskDifference``.
  public static func difference(
    _ first: String,
    _ second: String,
    recipe: String,
    levels: [String]?,
    includesReferences: Bool
  ) throws(DiagnosticError) -> CommandOutput {
    let difference = try MaskDifference(
      first,
      second,
      recipe: recipe,
      levels: levels,
      includesReferences: includesReferences
    )
    return CommandOutput(
      text: difference.text,
      json: JSONText.encode(difference.rows),
      messages: difference.messages,
      isClean: difference.isSame
    )
  }

  /// Checks a file by all design rules.
  ///
  /// - Throws: A ``DiagnosticError`` as ``MaskCheck``, or if the markers can't be written.
  public static func check(
    _ path: String,
    recipe: String,
    floorPlan: String?,
    markers: String?,
    replaces: Bool
  ) throws(DiagnosticError) -> CommandOutput {
    let check = try MaskCheck(path, recipe: recipe, floorPlan: floorPlan)
    var text = check.text
    if let markers {
      try SingleFile(path: markers).write(check.markers(), replaces: replaces)
      text += "wrote \(markers)\n"
    }
    return CommandOutput(
      text: text,
      json: JSONText.encode(check),
      messages: check.messages,
      isClean: check.isClean
    )
  }

  /// Lists the design rules.
  public static func rules() -> CommandOutput {
    let rules = DesignRules.all.map {
      RuleEntry(id: $0.id, title: $0.title, source: $0.source)
    }
    return CommandOutput(
      text: TextTable.text([["rule", "demand"]] + rules.map { [$0.id, $0.title] }),
      json: JSONText.encode(rules)
    )
  }

  /// Returns the page `Documentation/Rules.md`.
  public static func rulesPage() -> CommandOutput {
    let page = DesignRules.page()
    return CommandOutput(text: page, json: JSONText.encode(page))
  }
}
