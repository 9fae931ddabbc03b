/// Which substrate a map belongs to.
public struct SubstrateIdentity: Hashable, Sendable {
  /// The id of the substrate, for instance a wafer's code.
  public var id: String
  /// The kind as E142 names it, for instance `Wafer`.
  public var kind: String
  /// The lot; `nil` where a file doesn't say.
  public var lot: String?
  /// The slot of the carrier; `nil` where a file doesn't say.
  public var slot: Int?
  /// The product; `nil` where a file doesn't say.
  public var product: String?
  /// Who delivered it; `nil` where a file doesn't say.
  public var supplier: String?

  /// Creates an identity.
  public init(
    id: String,
    kind: String = "Wafer",
    lot: String? = nil,
    slot: Int? = nil,
    product: String? = nil,
    supplier: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.lot = lot
    self.slot = slot
    self.product = product
    self.supplier = supplier
  }
}
