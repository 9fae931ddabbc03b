/// Finds the names that a misspelled one was probably meant to be.
public enum NearMiss {
  /// Returns at most three of the known names, the nearest first, ties in alphabetical order.
  ///
  /// A name is near if it can be reached by few edits for its length: insertions, deletions,
  /// substitutions and swaps of neighbours (optimal string alignment distance), letter case aside.
  public static func matches(for name: String, among known: some Sequence<String>) -> [String] {
    let wanted = Array(name.lowercased())
    let scored = known.compactMap { candidate -> (distance: Int, name: String)? in
      let letters = Array(candidate.lowercased())
      let distance = editDistance(wanted, letters)
      let longest = max(wanted.count, letters.count)
      let limit = longest < 2 ? 0 : max(1, longest / 3)
      let isPrefix = wanted.count >= 3 && letters.starts(with: wanted)
      guard distance <= limit || isPrefix else { return nil }
      return (distance, candidate)
    }
    return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Returns `; did you mean 'x'?` for a message, or an empty text where nothing is near.
  public static func question(for name: String, among known: some Sequence<String>) -> String {
    let names = matches(for: name, among: known).map { "'\($0)'" }
    guard !names.isEmpty else { return "" }
    return "; did you mean " + names.joined(separator: " or ") + "?"
  }

  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(substitution, previous[column + 1] + 1, current[column] + 1)
        let isSwap =
          row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
        if isSwap { best = min(best, older[column - 1] + 1) }
        current.append(best)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }
}
