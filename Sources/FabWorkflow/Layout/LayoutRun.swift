public import FabDiagnostics

public struct LayoutRun {
  public struct Result {
    public var messages: [Diagnostic]
    public var report: LayoutReport
    public var text: String
    public var isClean: Bool
  }
  public init(request: LayoutRequest, files: SharedFiles) {}
  public func run() throws(DiagnosticError) -> Result { throw DiagnosticError([]) }
}
