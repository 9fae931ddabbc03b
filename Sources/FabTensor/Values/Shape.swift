/// The extents of a tensor, outermost first; numbers are stored row-major.
///
/// No extents mean a scalar.
public struct Shape: Hashable, Sendable, CustomStringConvertible, ExpressibleByArrayLiteral {
  /// The extents, none negative.
  public let extents: [Int]

  /// Creates a shape.
  ///
  /// - Precondition: No extent is negative, and the number of elements is representable.
  public init(_ extents: [Int]) {
    precondition(extents.allSatisfy { $0 >= 0 }, "negative extent in \(extents)")
    self.extents = extents
  }

  /// Creates a shape from a literal such as `[64, 32, 128]`.
  public init(arrayLiteral elements: Int...) {
    self.init(elements)
  }

  /// The number of elements.
  public var count: Int { extents.reduce(1, *) }

  /// The number of extents.
  public var rank: Int { extents.count }

  /// The last extent; 1 of a scalar.
  public var last: Int { extents.last ?? 1 }

  /// The number of rows of length ``last``.
  public var rows: Int { extents.dropLast().reduce(1, *) }

  /// The extent at a place.
  public subscript(index: Int) -> Int { extents[index] }

  /// Returns the shape with another last extent.
  ///
  /// - Precondition: The shape isn't that of a scalar.
  public func replacingLast(with extent: Int) -> Shape {
    Shape(extents.dropLast() + [extent])
  }

  /// Returns the shape with another extent at a place.
  ///
  /// - Precondition: `index` is below ``rank``.
  public func replacing(_ index: Int, with extent: Int) -> Shape {
    var changed = extents
    changed[index] = extent
    return Shape(changed)
  }

  /// The extents in brackets, such as `[64, 32, 128]`.
  public var description: String {
    "[" + extents.map(String.init).joined(separator: ", ") + "]"
  }
}
