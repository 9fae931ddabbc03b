public import FabDiagnostics
import FabStore

/// What `doctor` does: whether this machine and this database are fit for work.
public enum DoctorJob {
  private struct Line: Encodable {
    let name: String
    let verdict: String
    let found: String
  }

  /// Looks around.
  ///
  /// - Parameters:
  ///   - path: The database.
  ///   - files: The tool's own recipes and layouts.
  /// - Returns: What was found.
  ///
  /// - Throws: Nothing that a report couldn't say; a ``DiagnosticError`` only for a broken clock.
  public static func run(
    _ path: String,
    files: SharedFiles
  ) throws(DiagnosticError) -> CommandOutput {
    var lines: [Line] = []
    var messages: [Diagnostic] = []
    lines.append(Line(name: "tool", verdict: "ok", found: "\(Tool.name) \(Tool.version)"))
    let library = Store.library
    lines.append(
      Line(
        name: "SQLite",
        verdict: "ok",
        found: library.version
          + (library.needsSingleWriter
            ? ", below 3.51.3: safe here because writers take turns" : "")
      )
    )
    lines.append(
      Line(
        name: "clock",
        verdict: "ok",
        found: "\(try LabClock.now().text), operator \(LabClock.accountName)"
      )
    )
    do throws(DiagnosticError) {
      let store = try Store(path: path, access: .reading)
      lines.append(
        Line(name: "database", verdict: "ok", found: "\(path), schema \(Store.currentVersion)")
      )
      let check = try store.check()
      for part in check.parts where part.count > 0 || part.defects > 0 {
        lines.append(
          Line(
            name: part.name,
            verdict: part.defects == 0 ? "ok" : "damaged",
            found: "\(part.count) looked at, \(part.defects) defects"
          )
        )
      }
      messages += check.findings
      let audit = try store.read { (reader) throws(DiagnosticError) in try reader.verifyAudit() }
      lines.append(Line(name: "audit head", verdict: "ok", found: audit.head))
    } catch {
      lines.append(Line(name: "database", verdict: "not usable", found: path))
      messages += error.diagnostics
    }
    do throws(DiagnosticError) {
      _ = try files.recipe(nil)
      lines.append(Line(name: "recipes and layouts", verdict: "ok", found: "found"))
    } catch {
      lines.append(Line(name: "recipes and layouts", verdict: "not found", found: ""))
      messages += error.diagnostics
    }
    var table = TextTable([("what", .left), ("verdict", .left), ("found", .left)])
    table.rows = lines.map { [$0.name, $0.verdict, $0.found] }
    return CommandOutput(
      text: table.text,
      json: JSONText.encode(lines),
      messages: messages,
      isClean: messages.isEmpty
    )
  }
}
