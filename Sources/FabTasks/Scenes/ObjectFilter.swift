/// What a phrase such as "large red discs" asks for: values of some attributes.
public struct ObjectFilter: Hashable, Sendable {
  /// The wanted value of each attribute, by the attribute's raw value; 255 for any.
  var wanted: SIMD4<UInt8>

  /// The filter that everything passes.
  init() { wanted = SIMD4(repeating: 255) }

  /// The wanted value of an attribute, or `nil` for any.
  public subscript(attribute: ObjectAttribute) -> Int? {
    get { wanted[attribute.rawValue] == 255 ? nil : Int(wanted[attribute.rawValue]) }
    set { wanted[attribute.rawValue] = newValue.map { UInt8($0) } ?? 255 }
  }

  /// The attributes that it restricts, in the order of a phrase.
  public var attributes: [ObjectAttribute] { ObjectAttribute.allCases.filter { self[$0] != nil } }

  /// Whether an object passes.
  func passes(_ object: SceneObject) -> Bool {
    var mask = SIMD4<UInt8>.zero
    mask.replace(with: wanted ^ object.values, where: wanted .!= SIMD4(repeating: 255))
    return mask == .zero
  }

  /// Whether all that passes this filter passes the other, too.
  func implies(_ other: ObjectFilter) -> Bool {
    ObjectAttribute.allCases.allSatisfy { other[$0] == nil || other[$0] == self[$0] }
  }

  /// Whether an object can pass both.
  func agrees(with other: ObjectFilter) -> Bool {
    ObjectAttribute.allCases.allSatisfy { attribute in
      guard let first = self[attribute], let second = other[attribute] else { return true }
      return first == second
    }
  }

  /// Gives an object the wanted values.
  func apply(to object: inout SceneObject) {
    object.values.replace(with: wanted, where: wanted .!= SIMD4(repeating: 255))
  }

  /// The words of the phrase.
  func words(plural: Bool) -> [String] {
    var words: [String] = []
    for attribute in ObjectAttribute.allCases where attribute != .shape {
      if let value = self[attribute] { words.append(attribute.words[value]) }
    }
    let noun = self[.shape].map { ObjectAttribute.shape.words[$0] } ?? "thing"
    return words + [plural ? noun + "s" : noun]
  }
}
