extension Safetensors {
  /// Adds a tensor, as F32 or F64.
  public mutating func add<Scalar: TensorScalar>(_ name: String, _ tensor: Tensor<Scalar>) {
    let isSingle = MemoryLayout<Scalar>.size == 4
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tensor.values.count * MemoryLayout<Scalar>.size)
    for value in tensor.values {
      if isSingle {
        withUnsafeBytes(of: Float(value).bitPattern.littleEndian) { bytes += $0 }
      } else {
        withUnsafeBytes(of: Double(value).bitPattern.littleEndian) { bytes += $0 }
      }
    }
    add(Entry(name: name, type: isSingle ? .f32 : .f64, shape: tensor.shape, bytes: bytes))
  }

  /// Adds integers.
  public mutating func add(_ name: String, integers: [UInt64], shape: Shape) {
    var bytes: [UInt8] = []
    for value in integers { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
    add(Entry(name: name, type: .u64, shape: shape, bytes: bytes))
  }

  /// Returns a tensor, which must be stored with the scalar's own precision.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - shape: The extents that are expected; nil for any.
  ///   - scalar: The type of the numbers.
  /// - Returns: The tensor.
  /// - Throws: ``SafetensorsError/missingTensor(name:)``, ``SafetensorsError/wrongShape(name:found:expected:)``.
  public func tensor<Scalar: TensorScalar>(
    _ name: String,
    shape: Shape? = nil,
    of scalar: Scalar.Type = Scalar.self
  ) throws(SafetensorsError) -> Tensor<Scalar> {
    let isSingle = MemoryLayout<Scalar>.size == 4
    let entry = try entry(name, type: isSingle ? .f32 : .f64, shape: shape)
    let values: [Scalar] = entry.bytes.withUnsafeBytes { raw in
      (0..<entry.shape.count)
        .map { index in
          if isSingle {
            let bits = raw.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
            return Scalar(Float(bitPattern: UInt32(littleEndian: bits)))
          }
          let bits = raw.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
          return Scalar(Double(bitPattern: UInt64(littleEndian: bits)))
        }
    }
    return Tensor(entry.shape, values: values)
  }

  /// Returns integers.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - shape: The extents that are expected; nil for any.
  /// - Returns: The integers, row-major.
  /// - Throws: ``SafetensorsError/missingTensor(name:)``, ``SafetensorsError/wrongShape(name:found:expected:)``.
  public func integers(
    _ name: String,
    shape: Shape? = nil
  ) throws(SafetensorsError) -> [UInt64] {
    let entry = try entry(name, type: .u64, shape: shape)
    return entry.bytes.withUnsafeBytes { raw in
      (0..<entry.shape.count)
        .map {
          UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
        }
    }
  }

  private func entry(
    _ name: String,
    type: ElementType,
    shape: Shape?
  ) throws(SafetensorsError) -> Entry {
    guard let entry = entries[name] else { throw .missingTensor(name: name) }
    guard entry.type == type, shape == nil || entry.shape == shape else {
      throw .wrongShape(
        name: name,
        found: "\(entry.type.rawValue) \(entry.shape)",
        expected: "\(type.rawValue) \(shape?.description ?? "of any shape")"
      )
    }
    return entry
  }
}
