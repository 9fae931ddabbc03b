/// The files as they're written, before their content is checked.
enum CLEVRFile {
  struct Scenes: Decodable {
    let scenes: [Scene]
  }

  struct Scene: Decodable {
    let imageIndex: Int
    let imageName: String
    let objects: [Object]
    let relations: [String: [[Int]]]

    private enum CodingKeys: String, CodingKey {
      case imageIndex = "image_index"
      case imageName = "image_filename"
      case objects
      case relations = "relationships"
    }
  }

  struct Object: Decodable {
    let size: String
    let color: String
    let material: String
    let shape: String
    let pixels: [Double]

    private enum CodingKeys: String, CodingKey {
      case size
      case color
      case material
      case shape
      case pixels = "pixel_coords"
    }
  }

  struct Questions: Decodable {
    let questions: [Question]
  }

  struct Question: Decodable {
    let index: Int
    let imageName: String
    let text: String
    let answer: String?
    let program: [Step]?
    let family: Int?

    private enum CodingKeys: String, CodingKey {
      case index = "question_index"
      case imageName = "image_filename"
      case text = "question"
      case answer
      case program
      case family = "question_family_index"
    }
  }

  struct Step: Decodable {
    let inputs: [Int]
    let values: [String]
    let name: String

    private enum Keys: String, CodingKey {
      case inputs
      case values = "value_inputs"
      case sideValues = "side_inputs"
      case function
      case type
    }

    /// Files of the published data set say `function` and `value_inputs`, those of the generator `type` and `side_inputs`.
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      inputs = try container.decode([Int].self, forKey: .inputs)
      name =
        try container.decodeIfPresent(String.self, forKey: .function)
        ?? container.decode(String.self, forKey: .type)
      values =
        try container.decodeIfPresent([String].self, forKey: .values)
        ?? container.decodeIfPresent([String].self, forKey: .sideValues) ?? []
    }
  }
}
