import Foundation

/// Turns a `transform` attribute into an affine transform.
///
/// > Source: SVG 1.1, second edition, section 7.6.
enum SVGTransformList {
  static func affine(_ text: String) throws(SVGSyntaxError) -> SVGAffine {
    var result = SVGAffine()
    guard text.trimmingCharacters(in: .whitespaces) != "none" else { return result }
    var scanner = SVGScanner(text)
    while !scanner.isAtEnd {
      let name = scanner.word()
      try scanner.take("(")
      var numbers: [Double] = []
      while scanner.isAtNumber() { numbers.append(try scanner.number()) }
      try scanner.take(")")
      result = result.concatenated(with: try affine(name, numbers))
    }
    return result
  }

  private static func affine(
    _ name: String,
    _ numbers: [Double]
  ) throws(SVGSyntaxError) -> SVGAffine {
    switch (name, numbers.count) {
    case ("matrix", 6):
      return SVGAffine(
        a: numbers[0],
        b: numbers[1],
        c: numbers[2],
        d: numbers[3],
        e: numbers[4],
        f: numbers[5]
      )
    case ("translate", 1): return SVGAffine(e: numbers[0])
    case ("translate", 2): return SVGAffine(e: numbers[0], f: numbers[1])
    case ("scale", 1): return SVGAffine(a: numbers[0], d: numbers[0])
    case ("scale", 2): return SVGAffine(a: numbers[0], d: numbers[1])
    case ("rotate", 1): return rotation(numbers[0])
    case ("rotate", 3):
      return SVGAffine(e: numbers[1], f: numbers[2])
        .concatenated(with: rotation(numbers[0]))
        .concatenated(with: SVGAffine(e: -numbers[1], f: -numbers[2]))
    case ("skewX", 1): return SVGAffine(c: tan(numbers[0] * .pi / 180))
    case ("skewY", 1): return SVGAffine(b: tan(numbers[0] * .pi / 180))
    default:
      throw SVGSyntaxError(text: "'\(name)' with \(numbers.count) numbers isn't a transform")
    }
  }

  /// Returns a rotation, exact for quarter turns.
  private static func rotation(_ degrees: Double) -> SVGAffine {
    let (cosine, sine) = cosineAndSine(degrees)
    return SVGAffine(a: cosine, b: sine, c: -sine, d: cosine)
  }

  /// Returns cosine and sine of an angle in degrees, exact for quarter turns.
  static func cosineAndSine(_ degrees: Double) -> (cosine: Double, sine: Double) {
    let turn = degrees.truncatingRemainder(dividingBy: 360)
    switch turn < 0 ? turn + 360 : turn {
    case 0: return (1, 0)
    case 90: return (0, 1)
    case 180: return (-1, 0)
    case 270: return (0, -1)
    default: return (cos(turn * .pi / 180), sin(turn * .pi / 180))
    }
  }
}
