import FabDiagnostics

/// What the reading of a recipe found, as plain values for JSON.
public struct ValidationReport: Encodable, Sendable {
  /// One warning.
  public struct Warning: Encodable, Sendable {
    /// The kind of warning.
    public let code: String
    /// Where it belongs, as `file:line:column`.
    public let place: String?
    /// What was found.
    public let summary: String
    /// The recorded reason; absent where the warning isn't justified.
    public let because: String?
  }

  /// The name of the recipe.
  public let recipe: String
  /// The warnings without a reason.
  public let warnings: [Warning]
  /// The warnings that the recipe justifies.
  public let justified: [Warning]
  /// The figures that the recipe states without a source, as paths.
  public let figuresWithoutSource: [String]

  /// Creates the report of a reading.
  public init(_ reading: RecipeReading) {
    recipe = reading.recipe.name
    warnings = reading.warnings.map { Self.warning($0, because: nil) }
    justified = reading.justified.map { Self.warning($0.warning, because: $0.because) }
    figuresWithoutSource = reading.recipe.figuresWithoutSource
  }

  private static func warning(_ diagnostic: Diagnostic, because: String?) -> Warning {
    Warning(
      code: diagnostic.code.rawValue,
      place: diagnostic.place?.heading,
      summary: diagnostic.summary,
      because: because
    )
  }
}
