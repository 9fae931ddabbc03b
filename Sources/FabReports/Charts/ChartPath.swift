/// Coordinates of paths on paper: a hundredth of a millimetre is finer than any printer.
enum ChartPath {
  static func text(_ value: Double) -> String {
    PictureNumber.text((value * 100).rounded() / 100)
  }
}
