/// Cuts lines and regions to the frame of a plot, so that nothing is drawn over the labels.
struct PlotClip {
  /// A point on the page.
  typealias Corner = (x: Double, y: Double)

  let box: ChartBox

  /// Tells whether a point lies in the frame.
  func contains(_ point: Corner) -> Bool {
    point.x >= box.x && point.x <= box.right && point.y >= box.y && point.y <= box.bottom
  }

  /// Returns the part of a segment within the frame; `nil` where it has none.
  ///
  /// > Source: Y.-D. Liang, B. A. Barsky, *A new concept and method for line clipping*, ACM Trans. Graphics 3,
  /// > 1 (1984), doi 10.1145/357332.357333.
  func segment(_ a: Corner, _ b: Corner) -> (Corner, Corner)? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (enter, leave) = (0.0, 1.0)
    for (rate, distance) in [
      (-dx, a.x - box.x), (dx, box.right - a.x), (-dy, a.y - box.y), (dy, box.bottom - a.y),
    ] {
      if rate == 0 {
        guard distance >= 0 else { return nil }
      } else if rate < 0 {
        enter = max(enter, distance / rate)
      } else {
        leave = min(leave, distance / rate)
      }
    }
    guard enter <= leave else { return nil }
    return ((a.x + enter * dx, a.y + enter * dy), (a.x + leave * dx, a.y + leave * dy))
  }

  /// Returns the path of a line through points; `nil` breaks it.
  func path(through points: [Corner?]) -> String {
    var result = ""
    var pen: Corner?
    for (a, b) in zip(points, points.dropFirst()) {
      guard let a, let b, let (start, end) = segment(a, b) else {
        pen = nil
        continue
      }
      if pen.map({ $0 != start }) ?? true { result += "M" + text(start) }
      result += "L" + text(end)
      pen = end
    }
    return result
  }

  /// Returns the path of a closed region within the frame; empty where nothing of it is there.
  ///
  /// > Source: I. E. Sutherland, G. W. Hodgman, *Reentrant polygon clipping*, Commun. ACM 17, 32 (1974),
  /// > doi 10.1145/360767.360802.
  func region(_ corners: [Corner]) -> String {
    var rest = corners
    let sides: [(Corner) -> Double] = [
      { $0.x - box.x }, { box.right - $0.x }, { $0.y - box.y }, { box.bottom - $0.y },
    ]
    for inside in sides {
      var kept: [Corner] = []
      for (index, corner) in rest.enumerated() {
        let previous = rest[index == 0 ? rest.count - 1 : index - 1]
        let (was, isNow) = (inside(previous), inside(corner))
        if (was >= 0) != (isNow >= 0) {
          let share = was / (was - isNow)
          kept.append(
            (
              previous.x + share * (corner.x - previous.x),
              previous.y + share * (corner.y - previous.y)
            )
          )
        }
        if isNow >= 0 { kept.append(corner) }
      }
      rest = kept
    }
    guard rest.count > 2 else { return "" }
    return "M" + rest.map(text).joined(separator: "L") + "Z"
  }

  private func text(_ point: Corner) -> String {
    "\(ChartPath.text(point.x)) \(ChartPath.text(point.y))"
  }
}
