import FabGeometry

/// Finds boxes that have more in common with another than a side or a corner.
enum InteractingBoxes {
  /// Returns for each box whether it overlaps another.
  ///
  /// - Complexity: O(*n*) for *n* evenly spread boxes; O(*n* log *n*) for equal ones in the worst case of a row.
  static func find(_ boxes: [Box]) -> [Bool] {
    var result = [Bool](repeating: false, count: boxes.count)
    guard let first = boxes.first else { return result }
    let all = boxes.dropFirst().reduce(first) { $0.union($1) }
    // Cells of about a mean box, coarser where long boxes would fill too many.
    let extent = Double(all.width + 1) * Double(all.height + 1)
    var size = max(1, Int((extent / Double(boxes.count)).squareRoot()) + 1)
    func range(_ low: Int32, _ high: Int32, _ origin: Int32) -> ClosedRange<Int> {
      (Int(low) - Int(origin)) / size...(Int(high) - Int(origin)) / size
    }
    func cells(_ box: Box) -> (x: ClosedRange<Int>, y: ClosedRange<Int>) {
      (range(box.min.x, box.max.x, all.min.x), range(box.min.y, box.max.y, all.min.y))
    }
    while boxes.reduce(0, { $0 + cells($1).x.count * cells($1).y.count }) > 12 * boxes.count + 4096
    {
      size *= 2
    }
    let (columns, rows) = (all.width / size + 1, all.height / size + 1)
    var starts = [Int32](repeating: 0, count: columns * rows + 1)
    for box in boxes {
      let (xs, ys) = cells(box)
      for y in ys { for x in xs { starts[y * columns + x + 1] += 1 } }
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var members = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    var next = starts
    for (index, box) in boxes.enumerated() {
      let (xs, ys) = cells(box)
      for y in ys {
        for x in xs {
          members[Int(next[y * columns + x])] = Int32(index)
          next[y * columns + x] += 1
        }
      }
    }
    for cell in 0..<columns * rows {
      let range = Int(starts[cell])..<Int(starts[cell + 1])
      for one in range {
        let a = boxes[Int(members[one])]
        for two in one + 1..<max(one + 1, range.upperBound) {
          let b = boxes[Int(members[two])]
          if a.min.x < b.max.x, b.min.x < a.max.x, a.min.y < b.max.y, b.min.y < a.max.y {
            result[Int(members[one])] = true
            result[Int(members[two])] = true
          }
        }
      }
    }
    return result
  }
}
