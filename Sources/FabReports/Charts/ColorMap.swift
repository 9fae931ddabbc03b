/// Colours for values from 0 to 1, in equal steps for the eye.
public enum ColorMap: String, Hashable, Sendable, CaseIterable {
  /// From dark blue through green to yellow: more is lighter.
  case sequential
  /// From blue through white to red: for deviations from the middle.
  case diverging

  /// The number of colours that are told apart.
  static let levels = 64

  /// Returns the colour of a level, as SVG writes it.
  func color(level: Int) -> String {
    let anchors = anchors
    let place =
      Double(min(max(level, 0), Self.levels - 1)) / Double(Self.levels - 1)
      * Double(anchors.count - 1)
    let index = min(anchors.count - 2, Int(place))
    let share = place - Double(index)
    let parts = [16, 8, 0]
      .map { shift -> String in
        let low = Double((anchors[index] >> shift) & 255)
        let high = Double((anchors[index + 1] >> shift) & 255)
        let text = String(Int((low + share * (high - low)).rounded()), radix: 16)
        return text.count == 1 ? "0" + text : text
      }
    return "#" + parts.joined()
  }

  /// Tells whether black text can be read on a level.
  func isLight(level: Int) -> Bool {
    switch self {
    case .sequential: level > Self.levels * 3 / 5
    case .diverging: level > Self.levels / 5 && level < Self.levels * 4 / 5
    }
  }

  /// Equidistant anchors between which the colours are mixed.
  ///
  /// > Source: Sequential: viridis of S. van der Walt, N. Smith and E. Firing (matplotlib, CC0), every 25th of
  /// > its 256 colours. Diverging: RdBu of C. Brewer, ColorBrewer 2.0, from blue to red, safe for all kinds of
  /// > colour vision.
  private var anchors: [Int] {
    switch self {
    case .sequential:
      [
        0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151,
        0xBDDF26, 0xFDE725,
      ]
    case .diverging:
      [
        0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D,
        0xB2182B, 0x67001F,
      ]
    }
  }
}
