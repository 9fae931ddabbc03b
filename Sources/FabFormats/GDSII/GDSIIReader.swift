public import FabDiagnostics
import FabGeometry
public import FabLayout
import FabRecipe

/// Reads GDSII stream files, of ours and of other tools, into layouts.
///
/// The hierarchy stays. Paths become outlines with round ends as arcs. Coordinates in other units are
/// brought to nanometres. Every kind of content that a ``Layout`` can't hold is counted in a warning.
///
/// > Source: GDSII Stream Format Manual, release 6.0, Calma 1987.
public struct GDSIIReader: Sendable {
  /// The levels to use for layer numbers; other layers get a level named `L` and the number.
  public let levels: [LayoutLevel]

  /// Creates a reader.
  public init(levels: [LayoutLevel] = []) {
    self.levels = levels
  }

  /// Returns the layout in a file.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: Its name, for messages.
  /// - Returns: The layout, its cells sorted so that references lead to earlier ones.
  /// - Throws: A ``DiagnosticError`` with the code `truncated-file`, `corrupt-file`,
  ///   `coordinate-overflow`, `duplicate-name`, `unknown-reference`, `reference-cycle`, or
  ///   `out-of-range` for arrays whose uneven steps can't be kept.
  public func layout(
    from bytes: [UInt8],
    file: String
  ) throws(DiagnosticError) -> ReadLayout {
    var cursor = GDSIIRecordCursor(bytes: bytes, file: file)
    var leftOut = GDSIILeftOut()
    let library = try Self.head(&cursor, leftOut: &leftOut)
    var builder = GDSIIStructureBuilder(
      scale: library.scale,
      levels: GDSIILevels(known: levels),
      leftOut: leftOut
    )
    var structures: [GDSIIStructure] = []
    while true {
      let record = try cursor.next()
      if record.kind == .endLibrary { break }
      guard record.kind == .beginStructure else {
        throw record.corrupt("\(record.kind.name) between structures; BGNSTR or ENDLIB is expected")
      }
      structures.append(try builder.structure(after: record, cursor: &cursor))
    }
    builder.leftOut.note(.trailingBytes, bytes[cursor.offset...].count { $0 != 0 })
    let cells = try GDSIIHierarchy.sorted(structures)
    let layout = Layout(name: library.name, levels: builder.levels.used, cells: cells)
    return ReadLayout(layout: layout, warnings: builder.leftOut.warnings(file: file))
  }

  /// Reads the records before the first structure.
  private static func head(
    _ cursor: inout GDSIIRecordCursor,
    leftOut: inout GDSIILeftOut
  ) throws(DiagnosticError) -> (name: String, scale: GDSIIScale) {
    let first = try cursor.next()
    guard first.kind == .header else {
      throw first.corrupt("a GDSII file begins with HEADER, not with \(first.kind.name)")
    }
    let second = try cursor.next()
    guard second.kind == .beginLibrary else {
      throw second.corrupt("BGNLIB is expected after HEADER, not \(second.kind.name)")
    }
    var name = ""
    while true {
      let record = try cursor.next()
      switch record.kind {
      case .libraryName:
        name = record.text
      case .units:
        guard record.reals.count == 2, let scale = GDSIIScale(metres: record.reals[1]) else {
          throw record.corrupt(
            "UNITS has the values \(record.reals); the size of a database unit in user units and in "
              + "metres is expected, the latter from 1e-15 to 1"
          )
        }
        return (name, scale)
      case .libraryDirectorySize, .libraryRules, .librarySecurity, .referenceLibraries, .fonts,
        .attributeTable, .generations, .format, .mask, .endMasks, .tapeNumber, .tapeCode:
        leftOut.note(.libraryRecord)
      case let kind:
        throw record.corrupt("\(kind.name) before UNITS; UNITS is expected")
      }
    }
  }
}
