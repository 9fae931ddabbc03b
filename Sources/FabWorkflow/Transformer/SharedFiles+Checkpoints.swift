public import FabDiagnostics
import Foundation

extension SharedFiles {
  /// Returns the path of a checkpoint: a file, or the name of one that comes with the tool.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `unknown-choice` where there is neither.
  public func checkpoint(_ named: String) throws(DiagnosticError) -> String {
    let suffix = ".safetensors"
    if named.contains("/") || named.hasSuffix(suffix) { return named }
    if let path = path(of: "Checkpoints/\(named)\(suffix)") { return path }
    let known = paths(in: "Checkpoints", prefix: "", suffix: suffix)
      .map { (($0 as NSString).lastPathComponent as NSString).deletingPathExtension }
    throw DiagnosticError(
      Diagnostic(
        .unknownChoice,
        at: .argument("CHECKPOINT"),
        "no checkpoint '\(named)'\(NearMiss.question(for: named, among: known))",
        notes: known.isEmpty
          ? [] : [.init("those that come with the tool are \(known.joined(separator: ", "))")],
        fixes: ["name one of them, or a file that pcu-fab transformer train has written"]
      )
    )
  }
}
