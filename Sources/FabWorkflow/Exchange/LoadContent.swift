import FabStore

/// What a file or a folder states, before it is held against the store.
struct LoadContent {
  /// Entries in the order in which they are stored.
  var entries: [LoadedEntry] = []
  /// Files that are kept.
  var files: [StoredFile] = []
  /// Measured values.
  var values = LoadedValues()
  /// The bins of devices.
  var bins = LoadedBins()

  /// How many of all that there are; of values, their sets.
  var count: Int { entries.count + files.count + values.count + bins.rows.count }
}
