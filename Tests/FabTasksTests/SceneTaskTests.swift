import FabDiagnostics
import FabImage
import FabTasks
import Testing

@Suite struct SceneTaskTests {
  @Test func samplesDependOnSeedSplitAndIndexAlone() throws {
    let task = try SceneTask(seed: 3)
    let again = try SceneTask(seed: 3)
    // Read backwards: no sample depends on those before it.
    let forward = (0..<40).map { task.sample(.train, $0) }
    let backward = (0..<40).reversed().map { again.sample(.train, $0) }.reversed()
    #expect(forward == Array(backward))
    let other = try SceneTask(seed: 4)
    #expect((0..<40).allSatisfy { other.sample(.train, $0).patches != forward[$0].patches })
    #expect((0..<40).allSatisfy { task.sample(.test, $0).patches != forward[$0].patches })
    #expect(Set(forward.map(\.patches)).count == 40)
  }

  @Test func batchesAreTheSamplesSideBySide() throws {
    let task = try SceneTask(difficulty: .hard, seed: 8)
    let batch = task.batch(.validation, 5..<69)
    let samples = (5..<69).map { task.sample(.validation, $0) }
    #expect(batch.count == 64)
    #expect(batch.patches == samples.flatMap(\.patches))
    #expect(batch.tokens == samples.flatMap(\.tokens))
    #expect(batch.answers == samples.map { Int32($0.answer) })
    #expect(batch.families == samples.map(\.question.family))
    #expect(task.batch(.validation, 7..<7).count == 0)
  }

  @Test func objectsKeepToTheDifficulty() throws {
    for (_, difficulty) in SceneDifficulty.presets {
      let task = try SceneTask(difficulty: difficulty, seed: 1)
      var counts: Set<Int> = []
      for index in 0..<600 {
        let objects = task.sample(.train, index).layout.objects
        counts.insert(objects.count)
        #expect(Set(objects.map(\.cell)).count == objects.count)
        #expect(objects.map(\.cell) == objects.map(\.cell).sorted())
        if !difficulty.hasMaterials {
          #expect(objects.allSatisfy { $0.word(.material) == "rubber" })
        }
      }
      #expect(counts == Set(difficulty.objectCount))
    }
  }

  /// Size, colour and place can be read back from the pixels by moments, without the renderer's formulas.
  @Test func picturesShowWhatTheTruthSays() throws {
    var difficulty = SceneDifficulty.standard
    difficulty.noise = 0
    let task = try SceneTask(difficulty: difficulty, seed: 2)
    var areas: [String: [Float]] = [:]
    for index in 0..<200 {
      let sample = task.sample(.train, index)
      let pixels = sample.pixels
      let empty = try #require(
        (0..<36).first { c in !sample.layout.objects.contains { $0.cell == c } }
      )
      let ground = pixels[((empty / 6) * 8 * 48 + (empty % 6) * 8) * 3]
      for cell in 0..<36 {
        let object = sample.layout.objects.first { $0.cell == cell }
        var mass: Float = 0
        var (x, y): (Float, Float) = (0, 0)
        var sum = SIMD3<Float>.zero
        for row in 0..<8 {
          for column in 0..<8 {
            let start = ((cell / 6 * 8 + row) * 48 + cell % 6 * 8 + column) * 3
            let value = SIMD3(pixels[start], pixels[start + 1], pixels[start + 2])
            let difference = value - SIMD3(repeating: ground)
            let weight = (difference * difference).sum().squareRoot()
            mass += weight
            x += weight * (Float(column) + 0.5)
            y += weight * (Float(row) + 0.5)
            sum += difference
          }
        }
        guard let object else {
          #expect(mass < 1e-4)
          continue
        }
        #expect(mass > 1)
        // A triangle's centre of mass lies a third of its half height below the middle.
        let low: Float =
          object.word(.shape) == "triangle" ? (object.word(.size) == "small" ? 2 : 3.2) / 3 : 0
        let across = x / mass - 4 - object.shift.x
        let down = y / mass - 4 - object.shift.y - low
        #expect(across.magnitude < 0.1)
        #expect(down.magnitude < 0.25)
        let brightest = [sum.x, sum.y, sum.z]
        let order = brightest.indices.sorted { brightest[$0] > brightest[$1] }
        switch object.word(.color) {
        case "red": #expect(order[0] == 0)
        case "green": #expect(order[0] == 1)
        case "blue": #expect(order[0] == 2)
        case "yellow": #expect(order[2] == 2)
        case "purple": #expect(order[2] == 1)
        default: #expect(order[2] == 0)
        }
        areas["\(object.word(.size)) \(object.word(.color)) \(object.word(.shape))", default: []]
          .append(mass)
      }
    }
    // Every large object covers more than every small one of its colour and shape.
    for (name, masses) in areas where name.hasPrefix("large") {
      let small = areas[name.replacing("large", with: "small")] ?? []
      #expect((masses.min() ?? 0) > (small.max() ?? 0), "\(name)")
    }
  }

  @Test func noiseHasTheStatedDeviation() throws {
    var difficulty = SceneDifficulty.standard
    difficulty.noise = 0.05
    difficulty.brightnessJitter = 0
    let task = try SceneTask(difficulty: difficulty, seed: 6)
    var values: [Double] = []
    for index in 0..<40 {
      let sample = task.sample(.train, index)
      let pixels = sample.pixels
      for cell in 0..<36 where !sample.layout.objects.contains(where: { $0.cell == cell }) {
        for row in 0..<8 {
          let start = ((cell / 6 * 8 + row) * 48 + cell % 6 * 8) * 3
          values += pixels[start..<(start + 24)].map { Double($0) - 0.45 }
        }
      }
    }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / count
    #expect(values.count > 200_000)
    // Five standard errors: 0.05 / sqrt(n) of the mean, 0.05 / sqrt(2 n) of the deviation.
    let excess = (variance.squareRoot() - 0.05).magnitude
    #expect(mean.magnitude < 0.25 / count.squareRoot())
    #expect(excess < 0.25 / (2 * count).squareRoot())
    // Neighbours are independent.
    let pairs = zip(values, values.dropFirst()).map { $0 * $1 }.reduce(0, +) / count / variance
    #expect(pairs.magnitude < 5 / count.squareRoot())
  }

  @Test func metalLooksDifferentFromRubber() throws {
    var difficulty = SceneDifficulty.hard
    difficulty.noise = 0
    difficulty.brightnessJitter = 0
    let task = try SceneTask(difficulty: difficulty, seed: 1)
    var spans: [String: [Float]] = [:]
    for index in 0..<200 {
      let sample = task.sample(.train, index)
      for object in sample.layout.objects
      where object.word(.size) == "large" && object.word(.shape) != "triangle" {
        let patch = sample.patches[(object.cell * 192)..<(object.cell * 192 + 192)]
        // The middle of a large disc or square is covered wholly.
        let inner = (3...4).flatMap { row in (3...4).map { (row * 8 + $0) * 3 } }
        let sums = inner.map { start in
          (0..<3).map { patch[patch.startIndex + start + $0] }.reduce(0, +)
        }
        spans[object.word(.material), default: []].append((sums.max() ?? 0) - (sums.min() ?? 0))
      }
    }
    #expect((spans["rubber"]?.max() ?? 1) < 1e-5)
    #expect((spans["metal"]?.min() ?? 0) > 0.2)
  }

  @Test func impossibleDifficultiesAreRefused() {
    func refused(_ change: (inout SceneDifficulty) -> Void) -> String? {
      var difficulty = SceneDifficulty.standard
      change(&difficulty)
      do throws(TaskError) {
        _ = try SceneTask(difficulty: difficulty, seed: 1)
        return nil
      } catch {
        guard case .difficulty(let field, _, _) = error else { return "?" }
        #expect(error.diagnostic().code == .outOfRange)
        return field
      }
    }
    #expect(refused { _ in } == nil)
    #expect(refused { $0.objectCount = 0...4 } == "objectCount")
    #expect(refused { $0.objectCount = 3...37 } == "objectCount")
    #expect(refused { $0.families = [] } == "families")
    #expect(refused { $0.families = [.exist, .exist] } == "families")
    #expect(refused { $0.maximumCount = 4 } == "maximumCount")
    #expect(refused { $0.maximumCount = 0 } == "maximumCount")
    #expect(
      refused {
        $0.objectCount = 1...1
        $0.maximumCount = 1
        $0.families = [.relation]
      } == "objectCount"
    )
    #expect(refused { $0.noise = .nan } == "noise")
    #expect(refused { $0.positionJitter = -0.1 } == "positionJitter")
    #expect(refused { $0.brightnessJitter = 0.6 } == "brightnessJitter")
    #expect(refused { $0.twoAttributeShare = 2 } == "twoAttributeShare")
    #expect(refused { $0.nearMissShare = .infinity } == "nearMissShare")
  }

  /// A scene without room to spare and one with a single object come to an end, too.
  @Test func extremeDifficultiesGiveSamples() throws {
    var full = SceneDifficulty.standard
    full.objectCount = 36...36
    #expect(try SceneTask(difficulty: full, seed: 1).sample(.train, 0).layout.objects.count == 36)
    var single = SceneDifficulty.standard
    single.objectCount = 1...1
    single.maximumCount = 1
    let task = try SceneTask(difficulty: single, seed: 1)
    #expect((0..<200).allSatisfy { task.sample(.test, $0).layout.objects.count == 1 })
  }
}
