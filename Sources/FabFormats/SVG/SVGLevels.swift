import FabLayout
import FabRecipe

/// The levels of a drawing in the order of their discovery.
struct SVGLevels {
  private var names: [LevelName] = []
  private var numbers: [LevelName: Int] = [:]
  private var colors: [LevelName: String] = [:]

  /// Adds a level; number and colour count where they're first stated.
  mutating func add(_ name: LevelName, gdsLayer: Int?, color: String?) {
    if !names.contains(name) { names.append(name) }
    if numbers[name] == nil { numbers[name] = gdsLayer }
    if colors[name] == nil { colors[name] = color }
  }

  /// The levels; those without a number get the smallest free ones.
  var layoutLevels: [LayoutLevel] {
    var used = Set(numbers.values)
    return names.map { name in
      var number = numbers[name] ?? 0
      if numbers[name] == nil {
        while used.contains(number) { number += 1 }
        used.insert(number)
      }
      let color = colors[name] ?? LevelPalette.color(ofLayer: Swift.max(0, number))
      return LayoutLevel(name: name, gdsLayer: number, color: color)
    }
  }
}
