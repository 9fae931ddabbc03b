import FabGeometry

extension PCUCellParameters {
  /// The keys of the boxes in a floor plan file, with the properties that they set.
  static var boxes: [(key: String, path: WritableKeyPath<PCUCellParameters, Box>)] {
    [
      ("wordLineTab", \.wordLineTab), ("island", \.island), ("configurePad1", \.configurePad1),
      ("commonCathode", \.commonCathode), ("cathodeLink", \.cathodeLink),
      ("configurePad2", \.configurePad2), ("multistateTab", \.multistateTab),
      ("binaryElectrode", \.binaryElectrode), ("forwardDiodeFilms", \.forwardDiodeFilms),
      ("backwardDiodeFilms", \.backwardDiodeFilms), ("binaryFilms", \.binaryFilms),
      ("multistateFilms", \.multistateFilms), ("crossingFilms", \.crossingFilms),
    ]
  }
}
