public import FabDiagnostics
import FabStore

/// What `load` does: entries of a file or a folder of tables into the store, all or none.
public struct LoadJob {
  private let session: StoreSession
  private let path: String
  private let kind: String?
  private let files: SharedFiles

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - session: The store.
  ///   - path: The file, or a folder that `export csv all` wrote.
  ///   - kind: What a table holds; `nil` for files that say so themselves.
  ///   - files: Finds the recipe and the floor plans of the tool.
  public init(session: StoreSession, path: String, kind: String? = nil, files: SharedFiles) {
    self.session = session
    self.path = path
    self.kind = kind
    self.files = files
  }

  /// Loads.
  ///
  /// - Returns: What changed; entries that are there already are no change.
  /// - Throws: A ``DiagnosticError`` with every defect; nothing has changed then.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try session.change { (_) throws(DiagnosticError) in
      try prepared(content())
    } body: { (writer, _, prepared) throws(DiagnosticError) in
      for layout in prepared.layouts { try layout.keep(with: writer) }
      for recipe in prepared.recipes { try writer.keep(recipe.version, steps: recipe.steps) }
      let content = prepared.content
      var known = 0
      for file in content.files where try !writer.keep(file) { known += 1 }
      known += try store(content.entries.filter { !$0.kind.followsValues }, writer)
      known += try content.values.store(with: writer)
      known += try store(content.entries.filter(\.kind.followsValues), writer)
      known += try content.bins.store(with: writer)
      let total = content.count
      let there = known > 0 ? ", \(known) were there already" : ""
      return StoreRemarks(["\(path): \(total) entries\(there)"])
    }
  }

  /// What the file or folder states.
  private func content() throws(DiagnosticError) -> LoadContent {
    if InputFile.isFolder(path) || kind != nil {
      return try LoadTables(path: path, kind: kind).content()
    }
    if path.hasSuffix(".csv") {
      throw DiagnosticError(
        Diagnostic(
          .missingKey,
          at: .argument("--kind"),
          "a table doesn't say what its rows are",
          fixes: ["say it, for instance --kind wafers"]
        )
      )
    }
    return LoadContent(entries: try LoadFile.entries(yaml: InputFile.text(at: path)))
  }

  /// Stores entries; returns how many were there already.
  private func store(
    _ entries: [LoadedEntry],
    _ writer: StoreWriter
  ) throws(DiagnosticError) -> Int {
    var known = 0
    for var entry in entries {
      try resolve(&entry, writer)
      if try !entry.store(with: writer) { known += 1 }
    }
    return known
  }

  private struct Prepared {
    var content: LoadContent
    var layouts: [LayoutRegistration] = []
    var recipes: [RecipeRegistration] = []
  }

  /// Makes the layouts and recipes that entries name by their files.
  private func prepared(_ content: LoadContent) throws(DiagnosticError) -> Prepared {
    var result = Prepared(content: content)
    let entries = content.entries
    var hashes: [String: String] = [:]
    for index in entries.indices {
      for (property, isLayout) in [("layout", true), ("recipe", false)] {
        guard case .text(let file)? = entries[index].properties[property],
          file.hasSuffix(".yaml") || file.hasSuffix(".yml")
        else { continue }
        if hashes[file] == nil {
          if isLayout {
            let made = try LayoutRegistration(
              recipe: files.recipe(nil),
              floorPlan: file,
              files: files
            )
            result.layouts.append(made)
            hashes[file] = made.version.sha256
          } else {
            let made = RecipeRegistration(try LoadedRecipe(path: file))
            result.recipes.append(made)
            hashes[file] = made.version.sha256
          }
        }
        result.content.entries[index].properties[property] = hashes[file].map { .text($0) }
      }
    }
    return result
  }

  /// Finds what an entry names: a recipe or layout by name or the first digits of its hash, everything else by its code.
  private func resolve(
    _ entry: inout LoadedEntry,
    _ writer: StoreWriter
  ) throws(DiagnosticError) {
    for (property, value) in entry.properties {
      guard case .text(let text) = value, !text.isEmpty else { continue }
      let place = entry.places[property] ?? entry.place
      switch property {
      case "layout" where text.count != 64:
        entry.properties[property] = .text(try writer.reader.layout(named: text, at: place).sha256)
      case "recipe" where text.count != 64:
        entry.properties[property] = .text(try writer.reader.recipe(named: text, at: place).sha256)
      case "lot" where entry.kind == .wafers: try check(Lot.self, text, writer, place)
      case "material" where entry.kind == .materialLots:
        try check(Material.self, text, writer, place)
      case "equipment" where entry.kind != .equipment:
        try check(Equipment.self, text, writer, place)
      case "run": try check(Run.self, text, writer, place)
      case "wafer": try check(Wafer.self, text, writer, place)
      case "materialLot": try check(MaterialLot.self, text, writer, place)
      default: continue
      }
    }
  }

  private func check<Entry: StoreEntry>(
    _ type: Entry.Type,
    _ name: String,
    _ writer: StoreWriter,
    _ place: Place
  ) throws(DiagnosticError) {
    guard try writer.reader.find(type, .text(name)) == nil else { return }
    let known = try writer.reader.names(type)
    throw DiagnosticError(
      Diagnostic(
        .unknownEntry,
        at: place,
        "there is no \(Entry.noun) '\(name)'\(NearMiss.question(for: name, among: known))",
        fixes: ["add it to the file before, or to the store"]
      )
    )
  }
}
