public import FabGeometry
public import FabRecipe

/// Everything that design rules look at, computed once.
public struct RuleContext: Sendable {
  /// The shapes as drawn, in wafer coordinates.
  public let shapes: [Layer: [Polygon]]
  /// The layers with shapes beyond the coordinates that areas allow, ±1.07 m.
  ///
  /// No rule can run on them; nothing is merged then.
  public let layersOutOfRange: [Layer]
  /// The shapes merged, by layer.
  public let regions: [Layer: Region]
  /// The flow that the levels belong to.
  public let flow: ProcessFlow
  /// The levels that are there to be checked: all of the flow's, or those that a file draws.
  public let checkedLevels: [MaskLevel]
  /// The edge of the wafer; `nil` where a file doesn't tell.
  public let waferEdge: Polygon?
  /// The area that may carry devices; `nil` where a file doesn't tell.
  public let usableArea: Polygon?
  /// The limits between levels.
  public let process: ProcessLimits
  /// The overlaps of two conductors.
  public let overlaps: [DeviceOverlap]
  private let openingsByLevel: [LevelName: Region]

  /// Creates a context.
  ///
  /// - Parameters:
  ///   - shapes: The shapes from ``Layout/flattened()``.
  ///   - flow: The flow of the recipe.
  ///   - checked: The levels that are there to be checked; `nil` for all.
  ///   - waferEdge: The edge of the wafer.
  ///   - usableArea: The area that may carry devices.
  ///   - process: The limits between levels.
  public init(
    shapes: [Layer: [Polygon]],
    flow: ProcessFlow,
    checked: Set<LevelName>? = nil,
    waferEdge: Polygon?,
    usableArea: Polygon?,
    process: ProcessLimits = ProcessLimits()
  ) {
    self.shapes = shapes
    self.flow = flow
    checkedLevels = flow.levels.filter { checked?.contains($0.name) ?? true }
    self.waferEdge = waferEdge
    self.usableArea = usableArea
    self.process = process
    let outOfRange =
      ParallelMap.map(shapes.keys.sorted()) { layer in
        (shapes[layer] ?? []).allSatisfy(Region.accepts) ? nil : layer
      }
      .compactMap { $0 }
    layersOutOfRange = outOfRange
    regions =
      ParallelMap.map(outOfRange.isEmpty ? shapes.keys.sorted() : []) { layer in
        (layer, Region(shapes[layer] ?? []))
      }
      .reduce(into: [:]) { $0[$1.0] = $1.1 }
    let merged = regions
    openingsByLevel =
      ParallelMap.map(flow.levels.map(\.name)) { level in
        let parts = [Purpose.aperture, .registration, .marking]
          .compactMap {
            merged[Layer(level, $0)]
          }
        return (level, parts.dropFirst().reduce(parts.first ?? Region()) { $0.union($1) })
      }
      .reduce(into: [:]) { $0[$1.0] = $1.1 }
    overlaps = DeviceOverlap.find(in: regions, flow: flow)
  }

  /// The openings of a level that films come through, or the film that stays on a subtractive level.
  public func apertures(_ level: LevelName) -> Region {
    regions[Layer(level, .aperture)] ?? Region()
  }

  /// All openings of a mask sheet: for films, for pins, and text.
  public func openings(_ level: LevelName) -> Region {
    openingsByLevel[level] ?? Region()
  }

  /// The checked levels that are made with a mask sheet, in order.
  public var sheetLevels: [MaskLevel] { checkedLevels.filter { $0.method == .shadowMask } }

  /// The limits of a level's mask.
  public func limits(_ level: MaskLevel) -> MaskLimits {
    MaskLimits.standard(level.technology, thickness: level.sheetThickness)
  }
}
