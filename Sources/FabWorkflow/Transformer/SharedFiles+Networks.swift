public import FabDiagnostics
import Foundation

extension SharedFiles {
  /// Returns the path of a description: a file, or the name of one that comes with the tool.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `unknown-choice` where there is neither.
  public func network(_ named: String) throws(DiagnosticError) -> String {
    if named.contains("/") || named.hasSuffix(".yaml") || named.hasSuffix(".yml") { return named }
    if let path = path(of: "Networks/\(named).yaml") { return path }
    let known = paths(in: "Networks", prefix: "", suffix: ".yaml")
      .map { (($0 as NSString).lastPathComponent as NSString).deletingPathExtension }
    throw DiagnosticError(
      Diagnostic(
        .unknownChoice,
        at: .argument("NETWORK"),
        "no network '\(named)'\(NearMiss.question(for: named, among: known))",
        notes: known.isEmpty
          ? [] : [.init("those that come with the tool are \(known.joined(separator: ", "))")],
        fixes: ["name one of them, or a YAML file that describes yours"]
      )
    )
  }

  /// Returns the path of the energies that come with the tool.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `not-readable` if they aren't found.
  public func energies() throws(DiagnosticError) -> String {
    let standard = "Energy/estimates.yaml"
    if let path = path(of: standard) { return path }
    throw DiagnosticError(
      Diagnostic(
        .notReadable,
        at: .file(standard),
        "the energies that come with the tool are neither here nor beside the program",
        fixes: ["install the tool again"]
      )
    )
  }
}
