/// A file format of mask sets.
public enum MaskFormat: String, CaseIterable, Sendable {
  /// Pictures and cutting files.
  case svg
  /// Drawing exchange for mask shops.
  case dxf
  /// The hierarchical layout, with layer properties for KLayout.
  case gds
}
