import FabGeometry

/// The header section: version, units and extents.
struct DXFHeader {
  /// The version of the file.
  let version: DXFVersion
  /// The box around everything, degenerate at the origin for an empty file.
  let box: Box
  /// The first handle that is free, in files that have handles.
  let nextHandle: Int?

  /// Creates the header of layers.
  init(version: DXFVersion, layers: [DXFLayerContent], nextHandle: Int? = nil) {
    self.version = version
    box =
      layers.compactMap(\.box).reduce(nil) { box, next in box?.union(next) ?? next }
      ?? Box(.zero, .zero)
    self.nextHandle = nextHandle
  }

  /// Appends the section.
  func write(to groups: inout DXFGroups) {
    groups.add(0, "SECTION")
    groups.add(2, "HEADER")
    groups.add(9, "$ACADVER")
    groups.add(1, version.databaseVersion)
    if let nextHandle {
      groups.add(9, "$HANDSEED")
      groups.add(5, String(nextHandle, radix: 16, uppercase: true))
    }
    // 4 is millimetres; 1 is metric.
    groups.add(9, "$INSUNITS")
    groups.add(70, 4)
    groups.add(9, "$MEASUREMENT")
    groups.add(70, 1)
    for (name, corner) in [("$EXTMIN", box.min), ("$EXTMAX", box.max)] {
      groups.add(9, name)
      groups.add(10, nanometres: Int(corner.x))
      groups.add(20, nanometres: Int(corner.y))
      groups.add(30, nanometres: 0)
    }
    groups.add(0, "ENDSEC")
  }
}
