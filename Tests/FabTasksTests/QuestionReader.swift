import FabTasks

/// Answers questions from their words, without the programs of the generator.
struct QuestionReader {
  let layout: SceneLayout

  init(_ layout: SceneLayout) { self.layout = layout }

  func answer(_ words: [String]) -> String? {
    let text = words.joined(separator: " ")
    if text.hasPrefix("how many ") {
      return String(objects(text.dropFirst(9)).count)
    }
    if text.hasPrefix("what ") {
      let found = objects(words[4...].joined(separator: " "))
      guard found.count == 1 else { return nil }
      return word(found[0], words[1])
    }
    if text.hasPrefix("are there as many ") {
      let parts = split(text.dropFirst(18), " as ")
      return objects(parts.0).count == objects(parts.1).count ? "yes" : "no"
    }
    if text.hasPrefix("are there ") {
      let parts = split(words[3...].joined(separator: " "), " than ")
      let (first, second) = (objects(parts.0).count, objects(parts.1).count)
      return (words[2] == "more" ? first > second : first < second) ? "yes" : "no"
    }
    guard text.hasPrefix("is there a ") else { return nil }
    let rest = text.dropFirst(11)
    let sides: [(String, (SceneObject, SceneObject) -> Bool)] = [
      (" left of the ", { $0.cell % 6 < $1.cell % 6 }),
      (" right of the ", { $0.cell % 6 > $1.cell % 6 }),
      (" above the ", { $0.cell / 6 < $1.cell / 6 }),
      (" below the ", { $0.cell / 6 > $1.cell / 6 }),
    ]
    for (phrase, holds) in sides where rest.contains(phrase) {
      let parts = split(rest, phrase)
      let reference = objects(parts.1)
      guard reference.count == 1 else { return nil }
      return objects(parts.0).contains { holds($0, reference[0]) } ? "yes" : "no"
    }
    return objects(rest).isEmpty ? "no" : "yes"
  }

  private func split(_ text: some StringProtocol, _ mark: String) -> (String, String) {
    let parts = String(text).split(separator: mark).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : ("", "")
  }

  private func objects(_ phrase: some StringProtocol) -> [SceneObject] {
    let wanted = phrase.split(separator: " ")
      .map { word -> String in
        let text = String(word)
        return text.hasSuffix("s") ? String(text.dropLast()) : text
      }
    return layout.objects.filter { object in
      let own = ["size", "color", "material", "shape"].compactMap { word(object, $0) }
      return wanted.allSatisfy { $0 == "thing" || own.contains($0) }
    }
  }

  private func word(_ object: SceneObject, _ attribute: String) -> String? {
    ObjectAttribute.allCases.first { $0.name == attribute }.map { object.word($0) }
  }
}
