import FabDiagnostics

/// Checks the scenes of a file.
struct CLEVRSceneReader {
  let file: String
  let imageNames: Set<String>
  private var count = 0

  init(file: String, imageNames: Set<String>) {
    self.file = file
    self.imageNames = imageNames
  }

  mutating func scenes(
    of content: CLEVRFile.Scenes,
    _ messages: DiagnosticCollector
  ) -> [CLEVRScene] {
    if content.scenes.isEmpty {
      messages.add(
        Diagnostic(
          .emptyDataset,
          at: .file(file),
          "the list 'scenes' is empty",
          fixes: ["unpack the data set again"]
        )
      )
    }
    var result: [CLEVRScene] = []
    var names: Set<String> = []
    for (index, scene) in content.scenes.enumerated() {
      let path = "scenes[\(index)]"
      if !names.insert(scene.imageName).inserted {
        add(
          .duplicateName,
          "\(path) has the picture '\(scene.imageName)' of another scene",
          messages
        )
      }
      if !imageNames.contains(scene.imageName) {
        add(.missingImage, "\(path) names '\(scene.imageName)', which isn't there", messages)
      }
      if scene.objects.isEmpty { add(.emptyDataset, "\(path) has no objects", messages) }
      let objects = scene.objects.enumerated()
        .map { place, object in
          self.object(object, "\(path).objects[\(place)]", messages)
        }
      check(scene.relations, count: objects.count, path, messages)
      result.append(
        CLEVRScene(
          imageIndex: scene.imageIndex,
          imageName: scene.imageName,
          objects: objects,
          relations: scene.relations
        )
      )
    }
    CLEVRDataset.sayRest(count, of: file, messages)
    return result
  }

  private mutating func object(
    _ object: CLEVRFile.Object,
    _ path: String,
    _ messages: DiagnosticCollector
  ) -> CLEVRObject {
    let words = [
      "size": object.size, "color": object.color, "material": object.material,
      "shape": object.shape,
    ]
    for (name, known) in CLEVRVocabulary.attributes {
      let word = words[name] ?? ""
      guard !known.contains(word) else { continue }
      add(
        .unknownChoice,
        "\(path).\(name) is '\(word)'; expected \(known.joined(separator: ", "))",
        messages
      )
    }
    let place = object.pixels
    guard place.count == 3, place.allSatisfy(\.isFinite) else {
      add(.notFinite, "\(path).pixel_coords is \(place); expected three finite numbers", messages)
      return CLEVRObject(words: words, pixels: .zero)
    }
    return CLEVRObject(words: words, pixels: SIMD3(place[0], place[1], place[2]))
  }

  private mutating func check(
    _ relations: [String: [[Int]]],
    count: Int,
    _ path: String,
    _ messages: DiagnosticCollector
  ) {
    for name in CLEVRVocabulary.relations {
      guard let lists = relations[name] else {
        add(.missingKey, "\(path).relationships has no '\(name)'", messages)
        continue
      }
      if lists.count != count {
        add(
          .countMismatch,
          "\(path).relationships.\(name) has \(lists.count) lists; expected one an object, \(count)",
          messages
        )
      }
      for (object, others) in lists.enumerated() {
        for other in others where !(0..<count).contains(other) || other == object {
          add(
            .unknownReference,
            "\(path).relationships.\(name)[\(object)] names object \(other); "
              + "expected another one of 0...\(count - 1)",
            messages
          )
        }
      }
    }
    for name in relations.keys.sorted() where !CLEVRVocabulary.relations.contains(name) {
      let known = CLEVRVocabulary.relations.joined(separator: ", ")
      add(.unknownKey, "\(path).relationships has '\(name)'; expected \(known)", messages)
    }
  }

  private mutating func add(
    _ code: DiagnosticCode,
    _ text: String,
    _ messages: DiagnosticCollector
  ) {
    count += 1
    guard count <= CLEVRDataset.messageLimit else { return }
    messages.add(
      Diagnostic(
        code,
        at: .file(file),
        text,
        fixes: ["unpack the data set again, or correct the file"]
      )
    )
  }
}
