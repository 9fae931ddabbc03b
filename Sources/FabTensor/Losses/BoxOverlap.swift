/// The overlap of two boxes given by center and extents.
///
/// > Source: H. Rezatofighi et al., *Generalized intersection over union*, CVPR 2019, algorithm 1,
/// > arXiv 1902.09630.
struct BoxOverlap<Scalar: TensorScalar> {
  /// `IoU - (hull - union) / hull`, -1...1.
  let generalizedIoU: Scalar
  /// The derivatives with respect to x, y, width and height of the first box.
  let slopes: SIMD4<Scalar>

  /// Compares a box with a target.
  init(_ box: UnsafePointer<Scalar>, _ targets: [Scalar], _ start: Int) {
    let horizontal = Span(
      center: box[0],
      extent: box[2],
      targetCenter: targets[start],
      targetExtent: targets[start + 2]
    )
    let vertical = Span(
      center: box[1],
      extent: box[3],
      targetCenter: targets[start + 1],
      targetExtent: targets[start + 3]
    )
    let common = horizontal.common * vertical.common
    let union = box[2] * box[3] + targets[start + 2] * targets[start + 3] - common
    let hull = horizontal.hull * vertical.hull
    generalizedIoU = common / union - 1 + union / hull
    // The area of the first box counts in the union only, the common area in both.
    let byUnion = 1 / hull - common / (union * union)
    let byCommon = 1 / union - byUnion
    let byHull = -union / (hull * hull)
    slopes = SIMD4(
      horizontal.slope(byCommon * vertical.common, byHull * vertical.hull, \.byCenter),
      vertical.slope(byCommon * horizontal.common, byHull * horizontal.hull, \.byCenter),
      horizontal.slope(byCommon * vertical.common, byHull * vertical.hull, \.byExtent)
        + byUnion * box[3],
      vertical.slope(byCommon * horizontal.common, byHull * horizontal.hull, \.byExtent)
        + byUnion * box[2]
    )
  }

  /// What two boxes share and span along one axis, with derivatives for the first.
  private struct Span {
    let common: Scalar
    let hull: Scalar
    /// Derivatives of common and hull.
    let byCenter: (common: Scalar, hull: Scalar)
    let byExtent: (common: Scalar, hull: Scalar)

    init(center: Scalar, extent: Scalar, targetCenter: Scalar, targetExtent: Scalar) {
      let (low, high) = (center - extent / 2, center + extent / 2)
      let (targetLow, targetHigh) = (
        targetCenter - targetExtent / 2, targetCenter + targetExtent / 2
      )
      let shared = min(high, targetHigh) - max(low, targetLow)
      common = max(0, shared)
      hull = max(high, targetHigh) - min(low, targetLow)
      let byHigh: Scalar = shared > 0 && high < targetHigh ? 1 : 0
      let byLow: Scalar = shared > 0 && low > targetLow ? -1 : 0
      let hullByHigh: Scalar = high > targetHigh ? 1 : 0
      let hullByLow: Scalar = low < targetLow ? -1 : 0
      byCenter = (byHigh + byLow, hullByHigh + hullByLow)
      byExtent = ((byHigh - byLow) / 2, (hullByHigh - hullByLow) / 2)
    }

    func slope(
      _ commonFactor: Scalar,
      _ hullFactor: Scalar,
      _ part: KeyPath<Span, (common: Scalar, hull: Scalar)>
    ) -> Scalar {
      let slopes = self[keyPath: part]
      return commonFactor * slopes.common + hullFactor * slopes.hull
    }
  }
}
