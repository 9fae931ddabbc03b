/// How hard the pairs are.
public struct TrackingDifficulty: Hashable, Sendable {
  /// The widths and heights of targets in pixels, at least 6, at most 20.
  public var targetSize: ClosedRange<Float>
  /// The numbers of things that look like the target in the visible picture and have another temperature.
  public var visibleTwins: ClosedRange<Int>
  /// The numbers of things that are as warm as the target and have other colours.
  public var thermalTwins: ClosedRange<Int>
  /// The numbers of things that differ from the target in both pictures.
  public var strangers: ClosedRange<Int>
  /// How often it's night: 0...1.
  public var nightShare: Float
  /// How often there's a thermal crossover: 0...1, at most 1 together with nights.
  public var crossoverShare: Float
  /// The factor on the visible picture at night: 0...1.
  public var nightGain: Float
  /// The standard deviation of the visible noise at night; white is 1.
  public var nightNoise: Float
  /// The standard deviation of the noise of both pictures otherwise.
  public var noise: Float
  /// The amplitude of the clouds in the background of both pictures: 0...0.3.
  public var background: Float
  /// How far the target's size and brightness in the search region differ from the template's: 0...0.3.
  public var change: Float

  /// Creates a difficulty; the defaults are those of ``standard``.
  public init(
    targetSize: ClosedRange<Float> = 10...16,
    visibleTwins: ClosedRange<Int> = 1...1,
    thermalTwins: ClosedRange<Int> = 1...1,
    strangers: ClosedRange<Int> = 0...1,
    nightShare: Float = 0.25,
    crossoverShare: Float = 0.25,
    nightGain: Float = 0.1,
    nightNoise: Float = 0.12,
    noise: Float = 0.02,
    background: Float = 0.08,
    change: Float = 0.1
  ) {
    self.targetSize = targetSize
    self.visibleTwins = visibleTwins
    self.thermalTwins = thermalTwins
    self.strangers = strangers
    self.nightShare = nightShare
    self.crossoverShare = crossoverShare
    self.nightGain = nightGain
    self.nightNoise = nightNoise
    self.noise = noise
    self.background = background
    self.change = change
  }

  /// Larger targets, quiet background, no change between template and search region.
  public static let easy = TrackingDifficulty(
    targetSize: 13...16,
    strangers: 0...0,
    noise: 0.01,
    background: 0.03,
    change: 0
  )
  /// One twin in each picture, a quarter nights, a quarter crossovers.
  public static let standard = TrackingDifficulty()
  /// Smaller targets, up to two twins in each picture, more noise, clouds and change.
  public static let hard = TrackingDifficulty(
    targetSize: 8...14,
    visibleTwins: 1...2,
    thermalTwins: 1...2,
    strangers: 1...2,
    nightShare: 0.3,
    crossoverShare: 0.3,
    noise: 0.04,
    background: 0.15,
    change: 0.2
  )

  /// The presets by name, from easy to hard.
  public static let presets: [(name: String, difficulty: TrackingDifficulty)] = [
    ("easy", .easy), ("standard", .standard), ("hard", .hard),
  ]

  /// Throws where no pair can satisfy a field.
  func check() throws(TaskError) {
    func need(
      _ holds: Bool,
      _ field: String,
      _ value: some Sendable,
      _ expected: String
    ) throws(TaskError) {
      guard !holds else { return }
      throw .difficulty(field: field, value: "\(value)", expected: expected)
    }
    try need(
      targetSize.lowerBound >= 6 && targetSize.upperBound <= 20,
      "targetSize",
      targetSize,
      "sizes from 6 to 20 pixels"
    )
    for (field, range) in [
      ("visibleTwins", visibleTwins), ("thermalTwins", thermalTwins), ("strangers", strangers),
    ] {
      try need(range.lowerBound >= 0 && range.upperBound <= 2, field, range, "numbers from 0 to 2")
    }
    for (field, value, limit) in [
      ("nightShare", nightShare, 1 as Float), ("crossoverShare", crossoverShare, 1),
      ("nightGain", nightGain, 1), ("nightNoise", nightNoise, 1), ("noise", noise, 1),
      ("background", background, 0.3), ("change", change, 0.3),
    ] {
      // A comparison with NaN is false, so NaN is refused, too.
      try need(value >= 0 && value <= limit, field, value, "a number from 0 to \(limit)")
    }
    try need(
      nightShare + crossoverShare <= 1,
      "nightShare + crossoverShare",
      nightShare + crossoverShare,
      "at most 1"
    )
  }
}
