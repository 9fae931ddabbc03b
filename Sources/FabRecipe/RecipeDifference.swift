/// One statement that differs between two recipes.
public struct RecipeDifference: Hashable, Sendable, Encodable {
  /// What differs, as keys and list positions from 1, for instance `films.htl.thicknessNm.value`.
  public let path: String
  /// What the first recipe says; `nil` if it says nothing.
  public let before: String?
  /// What the second recipe says; `nil` if it says nothing.
  public let after: String?

  /// Returns what differs between the meanings of two recipes, in order of the paths.
  ///
  /// Key order, spacing, comments and the spelling of units are no differences.
  public static func between(_ first: Recipe, _ second: Recipe) -> [RecipeDifference] {
    differences(first.canonical, second.canonical, at: [])
  }

  private static func differences(
    _ first: CanonicalValue?,
    _ second: CanonicalValue?,
    at path: [String]
  ) -> [RecipeDifference] {
    guard first != second else { return [] }
    if let left = first.flatMap(parts), let right = second.flatMap(parts) {
      return keys(left, right)
        .flatMap { key in
          differences(left[key], right[key], at: path + [key])
        }
    }
    return [
      RecipeDifference(
        path: path.joined(separator: "."),
        before: first?.plainText,
        after: second?.plainText
      )
    ]
  }

  /// Returns the members of an object or a list; `nil` for what is shown whole: texts, numbers and
  /// lists of them.
  private static func parts(_ value: CanonicalValue) -> [String: CanonicalValue]? {
    switch value {
    case .text, .number: nil
    case .object(let members): members
    case .list(let items):
      items.contains { parts($0) != nil }
        ? Dictionary(
          uniqueKeysWithValues: items.enumerated().map { (position($0.offset), $0.element) }
        ) : nil
    }
  }

  /// Returns a position from 1 with leading zeros, so that positions sort as numbers do.
  private static func position(_ offset: Int) -> String {
    let digits = String(offset + 1)
    return String(repeating: "0", count: max(0, 2 - digits.count)) + digits
  }

  private static func keys(
    _ left: [String: CanonicalValue],
    _ right: [String: CanonicalValue]
  ) -> [String] {
    let merged = left.merging(right) { first, _ in first }
    return CanonicalValue.sorted(merged).map(\.key)
  }
}

extension CanonicalValue {
  /// A text without quotes, a list with commas, anything else as JSON.
  fileprivate var plainText: String {
    switch self {
    case .text(let value): value
    case .list(let items): items.map(\.plainText).joined(separator: ", ")
    case .number, .object: json
    }
  }
}
