import FabDiagnostics

/// The devices of a bin code map, as rows or one by one with coordinates.
struct E142MapContent {
  let elements: [MapElement]
  let references: [MapElement]
  let isCoordinates: Bool
  let options: MapReadingOptions

  /// Returns how the map is seen, and its grid on the substrate.
  ///
  /// Makers give the dimension of a turned map as seen or as on the substrate; the number of rows tells.
  func grid(
    _ frame: MapFrame,
    path: [E142Layout],
    at element: MapElement
  ) -> (MapFrame, BinMapGrid)? {
    guard let last = path.last else { return nil }
    var seen = frame
    var isLayoutSeen = false
    if frame.isTurned {
      if isCoordinates || elements.count == frame.columns || elements.count != frame.rows {
        (seen.columns, seen.rows) = (frame.rows, frame.columns)
      } else {
        isLayoutSeen = true
      }
    }
    if !isCoordinates, elements.count != seen.rows {
      element.fail(
        .malformedRow,
        "the map has \(elements.count) rows, expected \(seen.rows) by the layout's Dimension"
      )
      return nil
    }
    func turned(_ vector: MapVector?) -> MapVector? {
      isLayoutSeen ? vector.map { MapVector(x: $0.y, y: $0.x) } : vector
    }
    let size = (
      columns: isLayoutSeen ? frame.rows : frame.columns,
      rows: isLayoutSeen ? frame.columns : frame.rows
    )
    // A layout of one block adds nothing; of several levels of blocks, the outermost with more than one is kept.
    let outer = path.dropLast().last { $0.columns * $0.rows > 1 }
    let blocks = outer.flatMap { layout in
      layout.step.map { step in
        BinMapGrid.Blocks(
          columns: isLayoutSeen ? size.columns / last.rows : size.columns / last.columns,
          rows: isLayoutSeen ? size.rows / last.columns : size.rows / last.rows,
          step: turned(step) ?? step
        )
      }
    }
    let grid = BinMapGrid(
      columns: size.columns,
      rows: size.rows,
      step: turned(last.step),
      lowerLeft: isLayoutSeen ? nil : last.centreOfFirst,
      deviceSize: turned(last.deviceSize),
      blocks: blocks
    )
    return (seen, grid)
  }

  /// Fills a map; `false` where something couldn't be read.
  func fill(_ map: inout BinMap, frame: MapFrame) -> Bool {
    let first = firstCoordinate(frame)
    var isComplete = true
    if isCoordinates {
      isComplete = fillFromCoordinates(&map, frame: frame, first: first)
    } else {
      isComplete = MapRows.fill(elements, &map, frame: frame, order: options.rowOrder)
    }
    for reference in references {
      guard let coordinates = reference.child("Coordinates") else {
        // Some makers give a position in millimetres instead.
        reference.remark(.unsupportedContent, "ReferenceDevice without Coordinates isn't read")
        continue
      }
      guard let place = place(coordinates, map: map, frame: frame, first: first) else {
        isComplete = false
        continue
      }
      map.references.append(place)
    }
    return isComplete
  }

  private func fillFromCoordinates(_ map: inout BinMap, frame: MapFrame, first: Int) -> Bool {
    var isComplete = true
    var met: Set<GridPlace> = []
    for element in elements {
      let text = element.text
      guard let code = map.codeType.code(of: text) else {
        element.fail(
          .malformedRow,
          "the bin is '\(ExchangeName.shown(text))', expected a \(map.codeType.rawValue) code"
        )
        isComplete = false
        continue
      }
      guard let place = place(element, map: map, frame: frame, first: first) else {
        isComplete = false
        continue
      }
      guard met.insert(place).inserted else {
        element.fail(
          .duplicateName,
          "the device at (\(element.attribute("X") ?? ""), \(element.attribute("Y") ?? "")) has two bins"
        )
        isComplete = false
        continue
      }
      if code != map.nullCode { map[place] = code }
    }
    return isComplete
  }

  private func place(
    _ element: MapElement,
    map: BinMap,
    frame: MapFrame,
    first: Int
  ) -> GridPlace? {
    guard element.required("X") != nil, element.required("Y") != nil,
      let x = element.integer("X"), let y = element.integer("Y")
    else { return nil }
    let place = frame.place(x: x, y: y, first: first)
    guard map.grid.contains(place) else {
      element.fail(
        .outOfRange,
        "(\(x), \(y)) lies outside the map of \(frame.columns) x \(frame.rows) devices "
          + "with origin \(frame.origin.rawValue), axes \(frame.axes.rawValue), counting from \(first)"
      )
      return nil
    }
    return place
  }

  /// Tells whether coordinates count from 0 or 1: from 0 where 0 occurs.
  private func firstCoordinate(_ frame: MapFrame) -> Int {
    if let first = options.firstCoordinate { return first }
    let coordinates =
      references.compactMap { $0.child("Coordinates") }
      + (isCoordinates ? elements : [])
    let values = coordinates.flatMap { [$0.attribute("X"), $0.attribute("Y")] }
      .compactMap { $0.flatMap(Int.init) }
    if values.contains(0) { return 0 }
    if isCoordinates, frame.origin != .center, let element = elements.first {
      element.remark(
        .assumedColumns,
        "coordinates are taken to count from 1, since none is 0"
      )
    }
    return 1
  }
}
