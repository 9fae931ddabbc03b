extension AxisLayout {
  /// Lays names out in equal cells, each label in the middle of its cell.
  ///
  /// Where there isn't space for all, every second, fifth, … is labelled; the first always is.
  init(names: [String], count: Int, label: String, tickCount: Int) {
    let step = TickStep(span: Double(max(1, count)), count: max(1, tickCount))
    let every = max(1, Int(step.value))
    let ticks = (0..<count)
      .map { index in
        let name = names.indices.contains(index) ? names[index] : ""
        return AxisTick(
          value: Double(index) + 0.5,
          label: index.isMultiple(of: every) ? TextFit.cut(name, width: 20, size: 2.4) : ""
        )
      }
    self.init(
      scale: .linear,
      range: 0...Double(max(1, count)),
      ticks: ticks,
      title: label
    )
  }
}
