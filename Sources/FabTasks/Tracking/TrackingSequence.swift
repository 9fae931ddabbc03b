/// A target that moves among others before a still camera, frame by frame.
///
/// No frame is stored: what a tracker looks at is drawn when it asks for it. The first frame is the one that it's told.
public struct TrackingSequence: Sendable {
  /// The sides of a frame in pixels.
  public static let side = 128

  /// The part of the data set.
  public let split: DataSplit
  /// Which sequence of that part.
  public let index: Int
  /// What the pictures are taken in.
  public let condition: TrackingCondition
  /// Where the target is in each frame, in pixels of the frame; shape `[frame]`.
  public let boxes: [BoundingBox]

  let task: TrackingTask
  /// The things of each frame, the target last so that it's on top; shape `[frame, thing]`.
  let things: [[TrackedThing]]
  let sky: PairSky

  /// The number of frames.
  public var count: Int { boxes.count }

  /// The two pictures of a square region, in tokens between -1 and 1.
  public struct Region: Hashable, Sendable {
    /// The visible picture; shape `[token, 192]`.
    public let visible: [Float]
    /// The thermal picture; shape `[token, 64]`.
    public let thermal: [Float]
    /// The frame's pixel at the upper left: across and down.
    public let origin: SIMD2<Double>

    /// Returns a box of this region in pixels of the frame.
    public func inFrame(_ box: BoundingBox) -> BoundingBox {
      var box = box
      box.x += origin.x
      box.y += origin.y
      return box
    }
  }

  /// Returns the template: 32 pixels around the target of the first frame, 4 x 4 tokens.
  public func template() -> Region {
    region(0, around: boxes[0], cells: TrackingGrid.templateCells)
  }

  /// Returns a search region: 64 pixels around the centre of a box, 8 x 8 tokens.
  ///
  /// - Parameters:
  ///   - frame: The number of the frame.
  ///   - box: Where the tracker believes the target to be, as a rule its box in the frame before; a centre outside the
  ///     frame or one that isn't a number is put at the nearest pixel inside.
  /// - Returns: The region; what lies outside the frame has the colour of its edge.
  /// - Precondition: The sequence has the frame.
  public func search(_ frame: Int, around box: BoundingBox) -> Region {
    region(frame, around: box, cells: TrackingGrid.searchCells)
  }

  private func region(_ frame: Int, around box: BoundingBox, cells: Int) -> Region {
    precondition(boxes.indices.contains(frame), "there's no frame \(frame) of \(count)")
    func whole(_ center: Double) -> Int {
      let inside = center.isFinite ? min(max(center, 0), Double(Self.side)) : 0
      return Int(inside.rounded()) - cells * TrackingGrid.patch / 2
    }
    let origin = (row: whole(box.centerY), column: whole(box.centerX))
    // The noise is that of the frame, so that a region read twice is the same.
    var noise = TaskRandom(
      seed: task.seed,
      purpose: .motionNoise,
      split: split,
      index: UInt64(index),
      attempt: UInt64(frame) << 8 | UInt64(cells)
    )
    let picture = PairRenderer(difficulty: task.difficulty)
      .draw(
        things[frame],
        before: sky,
        origin: origin,
        cells: cells,
        condition: condition,
        &noise
      )
    return Region(
      visible: picture.visible,
      thermal: picture.thermal,
      origin: SIMD2(Double(origin.column), Double(origin.row))
    )
  }
}
