/// Named arrays with metadata in the safetensors format: an 8-byte length, a JSON header, the numbers.
///
/// > Source: *safetensors*, format section of its README, https://github.com/huggingface/safetensors.
public struct Safetensors: Hashable, Sendable {
  /// The element types that are read and written.
  public enum ElementType: String, Hashable, Sendable, CaseIterable {
    /// Unsigned integers of 64 bits.
    case u64 = "U64"
    /// Integers of 64 bits.
    case i64 = "I64"
    /// Numbers of double precision.
    case f64 = "F64"
    /// Numbers of single precision.
    case f32 = "F32"
    /// Unsigned integers of 32 bits.
    case u32 = "U32"
    /// Integers of 32 bits.
    case i32 = "I32"
    /// Bytes.
    case u8 = "U8"

    /// The bytes of an element.
    public var size: Int {
      switch self {
      case .u64, .i64, .f64: 8
      case .f32, .u32, .i32: 4
      case .u8: 1
      }
    }

    /// The place in the order of the file: larger elements first, so that all are aligned.
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// One array.
  public struct Entry: Hashable, Sendable {
    /// The name, unique in the file.
    public let name: String
    /// The type of the elements.
    public let type: ElementType
    /// The extents, outermost first.
    public let shape: Shape
    /// The elements, little-endian.
    public let bytes: [UInt8]

    /// Creates an array.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - type: The type of the elements.
    ///   - shape: The extents.
    ///   - bytes: The elements, little-endian.
    /// - Precondition: There are as many bytes as shape and type need.
    public init(name: String, type: ElementType, shape: Shape, bytes: [UInt8]) {
      precondition(bytes.count == shape.count * type.size, "\(bytes.count) bytes for \(shape)")
      self.name = name
      self.type = type
      self.shape = shape
      self.bytes = bytes
    }
  }

  /// The arrays by name.
  public private(set) var entries: [String: Entry] = [:]
  /// Texts by key: hashes, the seed.
  public var metadata: [String: String]

  /// Creates a file without arrays.
  public init(metadata: [String: String] = [:]) {
    self.metadata = metadata
  }

  /// Adds an array.
  ///
  /// - Precondition: The name is new, and isn't `__metadata__`.
  public mutating func add(_ entry: Entry) {
    precondition(entry.name != Self.metadataKey, "no tensor may be named \(Self.metadataKey)")
    let old = entries.updateValue(entry, forKey: entry.name)
    precondition(old == nil, "two tensors are named '\(entry.name)'")
  }

  /// The arrays in the order of the file: by type, larger elements first, then by the bytes of the name.
  public var sorted: [Entry] {
    entries.values.sorted {
      $0.type == $1.type
        ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) : $0.type.order < $1.type.order
    }
  }

  static let metadataKey = "__metadata__"
}
