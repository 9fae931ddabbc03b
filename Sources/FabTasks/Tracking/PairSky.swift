/// The backgrounds of the visible and the thermal picture of one place.
struct PairSky {
  let visible: CloudField
  let thermal: CloudField

  /// Draws the backgrounds of a square region.
  init(side: Int, amplitude: Float, _ random: inout TaskRandom) {
    visible = CloudField(side: side, amplitude: amplitude, &random)
    thermal = CloudField(side: side, amplitude: amplitude, &random)
  }
}
