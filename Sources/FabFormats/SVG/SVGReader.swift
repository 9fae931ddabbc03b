public import FabDiagnostics
import FabXML

/// Reads SVG drawings of masks: our own files of both profiles, and those that drawing programs saved.
///
/// Areas are what the closed contours enclose under their fill rule, whether or not they're painted. The
/// origin is the drawing's own one, `y` counts upwards afterwards. Layers come from Inkscape's layer labels
/// or, where a file has none, from the ids of the outermost groups; `AU sheet` is the purpose sheet of the level AU.
public enum SVGReader {
  /// Reads a drawing.
  ///
  /// - Parameters:
  ///   - file: The file as the user named it; its base name names the level of shapes without a layer.
  ///   - bytes: The content.
  /// - Returns: A layout of one cell, and a warning for each kind of content that was left out or changed.
  /// - Throws: A ``DiagnosticError`` with line and column: what `XMLDocument.parse` throws,
  ///   `unknown-format`, `corrupt-file`, `not-finite`, `coordinate-overflow`, `reference-cycle`,
  ///   `unknown-reference`, `too-many-nodes`, `unknown-unit`, or `unsupported-content`.
  public static func read(file: String, bytes: [UInt8]) throws(DiagnosticError) -> ReadLayout {
    let document = try XMLDocument.parse(file: file, bytes: bytes)
    let root = document.root
    guard root.name == "svg", root.namespace == SVGNamespace.svg else {
      throw DiagnosticError(
        Diagnostic(
          .unknownFormat,
          at: document.place(of: root),
          "the outermost element is '\(root.name)' of the namespace '\(root.namespace)', "
            + "not 'svg' of '\(SVGNamespace.svg)'",
          fixes: ["export the drawing as plain SVG"]
        )
      )
    }
    var walk = SVGWalk(document: document)
    try walk.visitRoot()
    return try walk.result()
  }
}
