/// A layout of an E142 file: devices, or blocks of them, on a grid.
struct E142Layout {
  let element: MapElement
  let columns: Int
  let rows: Int
  /// The lower left corner of the device at the lower left.
  let lowerLeft: MapVector?
  let deviceSize: MapVector?
  let step: MapVector?
  let product: String?
  let children: [String]
  let isTop: Bool

  /// The centre of the device at the lower left; its corner where no size of devices is given.
  var centreOfFirst: MapVector? {
    lowerLeft.map { corner in
      MapVector(
        x: corner.x + (deviceSize?.x ?? 0) / 2,
        y: corner.y + (deviceSize?.y ?? 0) / 2
      )
      .onGrid
    }
  }
}
