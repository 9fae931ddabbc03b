public import FabUnits

/// One film of the process.
public struct Film: Hashable, Sendable {
  /// The name that stacks refer to.
  public let name: FilmName
  /// What is deposited, or what the substrate was bought with.
  public let material: MaterialName
  /// The thickness as deposited, before a conversion.
  public let thickness: Stated<Length>
  /// The level that the recipe names for the film, if it names one.
  public let maskLevel: LevelName?
  /// How the film gets its pattern.
  public let method: PatterningMethod
  /// The steps that make the film, in order.
  public let steps: [Step]
  /// Films that are made later though no stack says so.
  public let before: [FilmName]
  /// Films that are made earlier though no stack says so.
  public let after: [FilmName]

  /// The step that turns the film into another material, if there is one.
  public var conversion: ConvertStep? {
    for step in steps {
      if case .convert(let conversion) = step { return conversion }
    }
    return nil
  }

  /// The step that deposits the film; `nil` if the substrate was bought with it.
  public var deposition: DepositStep? {
    for step in steps {
      if case .deposit(let deposition) = step { return deposition }
    }
    return nil
  }

  /// The material in the finished device.
  public var finalMaterial: MaterialName { conversion?.product ?? material }
}
