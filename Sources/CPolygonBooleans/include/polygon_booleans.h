#ifndef PCU_FAB_POLYGON_BOOLEANS_H
#define PCU_FAB_POLYGON_BOOLEANS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Which points belong to the result.
typedef enum {
  PCU_UNION = 0,
  PCU_INTERSECTION = 1,
  PCU_DIFFERENCE = 2,
  PCU_SYMMETRIC_DIFFERENCE = 3
} pcu_boolean_operation;

/// Contours of polygons, one after the other.
///
/// `coordinates` holds x and y of every point; `lengths` holds the number of points of every contour; `is_hole` tells for every
/// contour whether it is a hole of the outer contour before it.
typedef struct {
  const int32_t *coordinates;
  const int32_t *lengths;
  const uint8_t *is_hole;
  int64_t contour_count;
} pcu_contours;

/// The result of an operation in the same form; the holes follow their outer contour.
typedef struct pcu_boolean_result pcu_boolean_result;

/// Combines two sets of polygons; overlapping polygons of one set are merged first.
///
/// Returns null when memory ran out or the library failed.
pcu_boolean_result *pcu_polygon_boolean(
  pcu_contours left, pcu_contours right, pcu_boolean_operation operation);

/// Returns the contours of a result; they live as long as it does.
pcu_contours pcu_boolean_contours(const pcu_boolean_result *result);

/// Frees a result.
void pcu_boolean_free(pcu_boolean_result *result);

#ifdef __cplusplus
}
#endif

#endif
