#include "polygon_booleans.h"

#include <boost/polygon/polygon.hpp>

#include <new>
#include <utility>
#include <vector>

namespace bp = boost::polygon;
using namespace boost::polygon::operators;

struct pcu_boolean_result {
  std::vector<int32_t> coordinates;
  std::vector<int32_t> lengths;
  std::vector<uint8_t> is_hole;
};

namespace {

using Point = bp::point_data<int>;
using Polygon = bp::polygon_data<int>;

bool is_manhattan(const pcu_contours &contours) {
  const int32_t *point = contours.coordinates;
  for (int64_t contour = 0; contour < contours.contour_count; ++contour) {
    const int32_t length = contours.lengths[contour];
    for (int32_t index = 0; index < length; ++index) {
      const int32_t *next = index + 1 == length ? point - 2 * index : point + 2;
      if (point[0] != next[0] && point[1] != next[1]) return false;
      point += 2;
    }
  }
  return true;
}

/// The sign of the enclosed area: 1 for counterclockwise contours, -1 for clockwise ones.
int turn(const int32_t *point, int32_t length) {
  __int128 sum = 0;
  for (int32_t index = 0; index < length; ++index) {
    const int32_t *a = point + 2 * index;
    const int32_t *b = index + 1 == length ? point : a + 2;
    sum += static_cast<__int128>(a[0]) * b[1] - static_cast<__int128>(b[0]) * a[1];
  }
  return sum < 0 ? -1 : 1;
}

/// Adds contours by their vertical edges: crossing one to the right changes the winding number.
///
/// Outer contours add one, holes take one away, so that a hole is taken out of its own polygon only.
void load(const pcu_contours &contours, bp::polygon_90_set_data<int> &set) {
  const int32_t *point = contours.coordinates;
  for (int64_t contour = 0; contour < contours.contour_count; ++contour) {
    const int32_t length = contours.lengths[contour];
    const int sign = turn(point, length) * (contours.is_hole[contour] ? -1 : 1);
    for (int32_t index = 0; index < length; ++index) {
      const int32_t *a = point + 2 * index;
      const int32_t *b = index + 1 == length ? point : a + 2;
      if (a[1] == b[1]) continue;
      // The inside of a counterclockwise contour lies to the right of an edge that goes down.
      const int winding = a[1] > b[1] ? sign : -sign;
      const auto [low, high] = a[1] < b[1] ? std::pair(a[1], b[1]) : std::pair(b[1], a[1]);
      set.insert(std::pair(a[0], std::pair(low, winding)), false, bp::VERTICAL);
      set.insert(std::pair(a[0], std::pair(high, -winding)), false, bp::VERTICAL);
    }
    point += 2 * static_cast<int64_t>(length);
  }
}

void load(const pcu_contours &contours, bp::polygon_set_data<int> &set) {
  const int32_t *point = contours.coordinates;
  for (int64_t contour = 0; contour < contours.contour_count; ++contour) {
    std::vector<Point> points;
    points.reserve(contours.lengths[contour]);
    for (int32_t index = 0; index < contours.lengths[contour]; ++index, point += 2)
      points.emplace_back(point[0], point[1]);
    const Polygon polygon(points.begin(), points.end());
    set.insert(polygon, contours.is_hole[contour] != 0);
  }
}

template <typename Set>
void combine(Set &left, Set &right, pcu_boolean_operation operation) {
  left.clean();
  right.clean();
  switch (operation) {
    case PCU_UNION: left |= right; break;
    case PCU_INTERSECTION: left &= right; break;
    case PCU_DIFFERENCE: left -= right; break;
    case PCU_SYMMETRIC_DIFFERENCE: left ^= right; break;
  }
}

template <typename Contour>
void append(const Contour &contour, bool is_hole, pcu_boolean_result &result) {
  int32_t count = 0;
  for (auto it = contour.begin(); it != contour.end(); ++it) {
    result.coordinates.push_back((*it).x());
    result.coordinates.push_back((*it).y());
    ++count;
  }
  result.lengths.push_back(count);
  result.is_hole.push_back(is_hole ? 1 : 0);
}

template <typename WithHoles, typename Set>
void store(const Set &set, pcu_boolean_result &result) {
  std::vector<WithHoles> polygons;
  set.get(polygons);
  for (const auto &polygon : polygons) {
    append(polygon, false, result);
    for (auto hole = polygon.begin_holes(); hole != polygon.end_holes(); ++hole)
      append(*hole, true, result);
  }
}

}  // namespace

pcu_boolean_result *pcu_polygon_boolean(
  pcu_contours left, pcu_contours right, pcu_boolean_operation operation) {
  try {
    auto *result = new pcu_boolean_result;
    try {
      if (is_manhattan(left) && is_manhattan(right)) {
        bp::polygon_90_set_data<int> a(bp::VERTICAL), b(bp::VERTICAL);
        load(left, a);
        load(right, b);
        combine(a, b, operation);
        store<bp::polygon_90_with_holes_data<int>>(a, *result);
      } else {
        bp::polygon_set_data<int> a, b;
        load(left, a);
        load(right, b);
        combine(a, b, operation);
        store<bp::polygon_with_holes_data<int>>(a, *result);
      }
      return result;
    } catch (...) {
      delete result;
      return nullptr;
    }
  } catch (...) {
    return nullptr;
  }
}

pcu_contours pcu_boolean_contours(const pcu_boolean_result *result) {
  pcu_contours contours;
  contours.coordinates = result->coordinates.data();
  contours.lengths = result->lengths.data();
  contours.is_hole = result->is_hole.data();
  contours.contour_count = static_cast<int64_t>(result->lengths.size());
  return contours;
}

void pcu_boolean_free(pcu_boolean_result *result) { delete result; }
