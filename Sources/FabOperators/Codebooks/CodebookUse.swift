/// What a codebook is going to stand for; what is left out isn't compared.
public struct CodebookUse: Hashable, Sendable {
  /// The hash of the recipe, all or the beginning of it.
  public var recipeHash: String?
  /// The hash of the layout, all or the beginning of it.
  public var layoutHash: String?
  /// The wafer; ``CodebookIdentity/population`` for devices as the process makes them.
  public var wafer: String?
  /// The temperature in kelvin.
  public var temperatureKelvin: Double?

  /// Creates a use.
  public init(
    recipeHash: String? = nil,
    layoutHash: String? = nil,
    wafer: String? = nil,
    temperatureKelvin: Double? = nil
  ) {
    self.recipeHash = recipeHash
    self.layoutHash = layoutHash
    self.wafer = wafer
    self.temperatureKelvin = temperatureKelvin
  }
}
