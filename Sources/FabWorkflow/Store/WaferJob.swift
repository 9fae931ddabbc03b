public import FabDiagnostics
public import FabStore

/// What `wafer add` and `lot add` do: wafers with the layout that they carry.
public struct WaferJob {
  /// The wafers; their layout is filled in.
  public var wafers: [Wafer] = []
  /// The lot to make first, if it is new.
  public var lot: Lot?
  /// The recipe file of the layout.
  public var recipe: String
  /// The floor plan; `nil` for the default one of a 4-inch wafer.
  public var floorPlan: String?
  /// Whether the wafers carry no layout.
  public var isBare = false
  private let session: StoreSession
  private let files: SharedFiles

  /// Creates a job.
  public init(session: StoreSession, recipe: String, files: SharedFiles) {
    self.session = session
    self.recipe = recipe
    self.files = files
  }

  /// Adds them.
  ///
  /// - Throws: A ``DiagnosticError`` if one exists otherwise, or recipe or floor plan can't be read.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try session.change { (_) throws(DiagnosticError) -> LayoutRegistration? in
      guard !wafers.isEmpty, !isBare else { return nil }
      return try LayoutRegistration(recipe: recipe, floorPlan: floorPlan, files: files)
    } body: { (writer, _, layout) throws(DiagnosticError) in
      try layout?.keep(with: writer)
      if let lot { try writer.add(lot) }
      for var wafer in wafers {
        _ = try writer.reader.named(Lot.self, wafer.lot)
        wafer.layout = layout?.version.sha256
        if let layout {
          wafer.diameterMm = layout.version.diameterMm
          wafer.edgeExclusionMm = layout.version.edgeExclusionMm
        }
        // A wafer that went on since then is no other wafer.
        if let known = try writer.reader.find(Wafer.self, .text(wafer.code)) {
          (wafer.state, wafer.note) = (known.state, wafer.note ?? known.note)
        }
        try writer.add(wafer)
      }
      return StoreRemarks()
    }
  }
}
