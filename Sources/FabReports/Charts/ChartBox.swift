/// A box on a page, in millimetres from the upper left corner.
struct ChartBox: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
}
