public import FabImage

/// A template and a search region, each as a visible and a thermal picture of the same view.
public struct TrackingSample: Hashable, Sendable {
  /// The part of the data set.
  public let split: DataSplit
  /// Which sample of that part.
  public let index: Int
  /// What the pictures were taken in.
  public let condition: TrackingCondition
  /// The things in the search region; the first is the target.
  public let things: [TrackedThing]
  /// The target in pixels of the template.
  public let templateBox: BoundingBox
  /// The visible search region, between -1 and 1; shape `[64, 192]`, a token's values `[row, column, channel]`.
  public let visibleSearch: [Float]
  /// The thermal search region, between -1 (cold) and 1 (hot); shape `[64, 64]`, a token's values `[row, column]`.
  public let thermalSearch: [Float]
  /// The visible template; shape `[16, 192]`.
  public let visibleTemplate: [Float]
  /// The thermal template; shape `[16, 64]`.
  public let thermalTemplate: [Float]

  /// Where the target is, in pixels of the search region.
  public var box: BoundingBox { things[0].box }

  /// The pictures as 8 bits a channel: search region and template, visible and thermal.
  public var rasters:
    (
      visibleSearch: Raster, thermalSearch: Raster, visibleTemplate: Raster,
      thermalTemplate: Raster
    )
  {
    func raster(_ values: [Float], _ cells: Int, _ format: PixelFormat) -> Raster {
      let order = PatchOrder(cells: cells, patch: TrackingGrid.patch, channels: format.channels)
      let side = cells * TrackingGrid.patch
      return Raster(width: side, height: side, format: format, values: order.pixels(values))
    }
    return (
      raster(visibleSearch, TrackingGrid.searchCells, .rgb),
      raster(thermalSearch, TrackingGrid.searchCells, .gray),
      raster(visibleTemplate, TrackingGrid.templateCells, .rgb),
      raster(thermalTemplate, TrackingGrid.templateCells, .gray)
    )
  }
}
