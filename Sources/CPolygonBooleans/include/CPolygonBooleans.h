#ifndef PCU_POLYGON_BOOLEANS_H
#define PCU_POLYGON_BOOLEANS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Polygons in flat arrays. The first contour of a polygon is its outer boundary, the others are holes;
/// a polygon is what an odd number of its contours surrounds.
typedef struct {
  /// x and y of every point, contour after contour, the first point of a contour not repeated.
  const int32_t *coordinates;
  /// The number of points of every contour, polygon after polygon.
  const int32_t *contourLengths;
  /// The number of contours of every polygon.
  const int32_t *polygonLengths;
  /// The number of polygons.
  int64_t polygonCount;
} PCUPolygons;

/// A result in the same arrangement; released with `pcu_polygons_release`.
typedef struct {
  int32_t *coordinates;
  int32_t *contourLengths;
  int32_t *polygonLengths;
  int64_t pointCount;
  int64_t contourCount;
  int64_t polygonCount;
} PCUPolygonResult;

/// What to make of two sets of polygons, each merged first.
enum {
  PCU_UNION = 0,
  PCU_INTERSECTION = 1,
  PCU_DIFFERENCE = 2,
  PCU_SYMMETRIC_DIFFERENCE = 3
};

/// How a call ended.
enum {
  PCU_OK = 0,
  PCU_NO_MEMORY = 1,
  PCU_OUT_OF_RANGE = 2,
  PCU_BAD_INPUT = 3,
  PCU_INTERNAL_ERROR = 4
};

/// The greatest magnitude of a coordinate, 2^30: products of differences stay within 64 bits.
#define PCU_COORDINATE_LIMIT 1073741824

/// Combines two sets of polygons. `result` is valid only after PCU_OK.
int32_t pcu_polygons_combine(
    int32_t operation, const PCUPolygons *first, const PCUPolygons *second,
    PCUPolygonResult *result);

/// Merges upright polygons and moves every edge outwards by `distance`, inwards if negative; corners stay
/// square.
int32_t pcu_polygons_grow_upright(
    const PCUPolygons *polygons, int32_t distance, PCUPolygonResult *result);

/// Frees the arrays of a result.
void pcu_polygons_release(PCUPolygonResult *result);

#ifdef __cplusplus
}
#endif

#endif
