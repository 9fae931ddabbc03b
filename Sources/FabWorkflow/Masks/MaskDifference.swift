public import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe

/// Compares two layout files of any formats, level by level.
public struct MaskDifference: Sendable {
  /// The comparison of one layer.
  public struct Row: Encodable, Sendable {
    /// The level.
    public var level: String
    /// The GDSII datatype, which tells what the shapes are for.
    public var datatype: Int
    /// `same`, `differs`, `only in A` or `only in B`.
    public var verdict: String
    /// The covered area in the first file.
    public var areaAMm2: Double
    /// The covered area in the second file.
    public var areaBMm2: Double
    /// The area that exactly one of the two covers.
    public var differenceMm2: Double
    /// The number of separate shapes in the first file.
    public var shapesA: Int
    /// The number of separate shapes in the second file.
    public var shapesB: Int
    /// The box around the difference: left, lower, right and upper edge.
    public var differenceBoxMm: [Double]?
  }

  /// The rows, by level and datatype.
  public let rows: [Row]
  /// Messages of the readers.
  public let messages: [Diagnostic]

  /// Whether nothing differs.
  public var isSame: Bool { rows.allSatisfy { $0.verdict == "same" } }

  /// Compares two files.
  ///
  /// - Parameters:
  ///   - first: The first file.
  ///   - second: The second file.
  ///   - recipe: The recipe that names the levels of GDSII layer numbers.
  ///   - levels: The levels to compare; `nil` for all.
  ///   - includesReferences: Whether shapes that are never cut are compared too.
  /// - Throws: A ``DiagnosticError`` if a file can't be read or a level exists in neither.
  public init(
    _ first: String,
    _ second: String,
    recipe: String,
    levels: [String]?,
    includesReferences: Bool
  ) throws(DiagnosticError) {
    let flow = try LoadedRecipe(path: recipe).flow
    let a = try LayoutFile(path: first, flow: flow)
    let b = try LayoutFile(path: second, flow: flow)
    let (left, right) = (a.regions(), b.regions())
    let all = Set(left.keys).union(right.keys)
    let known = Set(all.map(\.level.text))
    for level in levels ?? [] where !known.contains(level) {
      throw DiagnosticError(
        Diagnostic(
          .unknownLevel,
          at: .argument("--levels"),
          "neither file has a level '\(level)'\(NearMiss.question(for: level, among: known))",
          notes: [.init("the levels are \(known.sorted().joined(separator: ", "))")]
        )
      )
    }
    let compared = all.filter { layer in
      (levels?.contains(layer.level.text) ?? true)
        && (includesReferences || layer.purpose != .reference)
    }
    rows = ParallelMap.map(compared.sorted()) { layer in
      Self.row(layer, left[layer] ?? Region(), right[layer] ?? Region())
    }
    messages = a.warnings + b.warnings
  }

  private static func row(_ layer: Layer, _ a: Region, _ b: Region) -> Row {
    let difference = a.symmetricDifference(b)
    let verdict =
      difference.isEmpty ? "same" : a.isEmpty ? "only in B" : b.isEmpty ? "only in A" : "differs"
    return Row(
      level: layer.level.text,
      datatype: layer.purpose.gdsDatatype,
      verdict: verdict,
      areaAMm2: a.areaMm2,
      areaBMm2: b.areaMm2,
      differenceMm2: difference.areaMm2,
      shapesA: a.polygons.count,
      shapesB: b.polygons.count,
      differenceBoxMm: difference.boundingBox.map { box in
        let edges = box.millimetres
        return [edges.x0, edges.y0, edges.x1, edges.y1]
      }
    )
  }

  /// The comparison as a table.
  public var text: String {
    var table = TextTable([
      ("level", .left), ("type", .right), ("A/mm2", .right), ("B/mm2", .right),
      ("xor/mm2", .right), ("shapes A", .right), ("shapes B", .right), ("", .left),
      ("where/mm", .left),
    ])
    table.rows = rows.map { row in
      [
        row.level, "\(row.datatype)", LayoutText.decimals(row.areaAMm2, 6),
        LayoutText.decimals(row.areaBMm2, 6), LayoutText.decimals(row.differenceMm2, 6),
        "\(row.shapesA)", "\(row.shapesB)", row.verdict,
        row.differenceBoxMm.map { "(\($0[0]), \($0[1]))-(\($0[2]), \($0[3]))" } ?? "",
      ]
    }
    return table.text
  }
}
