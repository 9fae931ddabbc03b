// Booleans on integer polygons through Boost.Polygon (header only), behind a C interface: no exception and
// no C++ type leaves this file. Upright input takes the much faster path of polygon_90_set_data.

#include "CPolygonBooleans.h"

#include <boost/polygon/polygon.hpp>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <stdexcept>
#include <vector>

namespace {

namespace bp = boost::polygon;
using namespace boost::polygon::operators;
using Point = bp::point_data<int>;
using Contour = bp::polygon_data<int>;
using Part = bp::polygon_with_holes_data<int>;
using UprightSet = bp::polygon_90_set_data<int>;
using GeneralSet = bp::polygon_set_data<int>;

struct OutOfRange {};
struct BadInput {};

/// The input as vectors of points, with what decides the path through the library.
struct Input {
  std::vector<std::vector<std::vector<Point>>> polygons;
  bool isUpright = true;
};

Input read(const PCUPolygons *source) {
  Input input;
  if (source == nullptr || source->polygonCount == 0) return input;
  const int32_t *coordinate = source->coordinates;
  const int32_t *length = source->contourLengths;
  input.polygons.resize(static_cast<size_t>(source->polygonCount));
  for (int64_t index = 0; index < source->polygonCount; ++index) {
    auto &contours = input.polygons[static_cast<size_t>(index)];
    if (source->polygonLengths[index] < 1) throw BadInput();
    contours.resize(static_cast<size_t>(source->polygonLengths[index]));
    for (auto &points : contours) {
      const int32_t count = *length++;
      if (count < 1) throw BadInput();
      points.reserve(static_cast<size_t>(count));
      for (int32_t point = 0; point < count; ++point) {
        const int32_t x = *coordinate++;
        const int32_t y = *coordinate++;
        if (x > PCU_COORDINATE_LIMIT || x < -PCU_COORDINATE_LIMIT || y > PCU_COORDINATE_LIMIT ||
            y < -PCU_COORDINATE_LIMIT)
          throw OutOfRange();
        points.emplace_back(x, y);
      }
      for (size_t point = 0; point < points.size(); ++point) {
        const Point &a = points[point];
        const Point &b = points[(point + 1) % points.size()];
        if (a.x() != b.x() && a.y() != b.y()) input.isUpright = false;
      }
    }
  }
  return input;
}

int orientation(const Point &a, const Point &b, const Point &c) {
  const long long left = (static_cast<long long>(b.x()) - a.x()) *
                         (static_cast<long long>(c.y()) - a.y());
  const long long right = (static_cast<long long>(b.y()) - a.y()) *
                          (static_cast<long long>(c.x()) - a.x());
  return left > right ? 1 : (left < right ? -1 : 0);
}

bool isWithinBox(const Point &p, const Point &a, const Point &b) {
  return p.x() >= std::min(a.x(), b.x()) && p.x() <= std::max(a.x(), b.x()) &&
         p.y() >= std::min(a.y(), b.y()) && p.y() <= std::max(a.y(), b.y());
}

bool doTouch(const Point &a, const Point &b, const Point &c, const Point &d) {
  const int abc = orientation(a, b, c), abd = orientation(a, b, d);
  const int cda = orientation(c, d, a), cdb = orientation(c, d, b);
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (abc == 0 && isWithinBox(c, a, b)) || (abd == 0 && isWithinBox(d, a, b)) ||
         (cda == 0 && isWithinBox(a, c, d)) || (cdb == 0 && isWithinBox(b, c, d));
}

/// Whether a contour of three or more points touches itself nowhere but where edges follow one another.
bool isSimple(const std::vector<Point> &points) {
  const size_t count = points.size();
  if (count < 3) return false;
  std::vector<size_t> byLeft(count);
  for (size_t i = 0; i < count; ++i) {
    const Point &a = points[i], &b = points[(i + 1) % count], &c = points[(i + 2) % count];
    if (a == b) return false;
    const long long along = (static_cast<long long>(b.x()) - a.x()) * (c.x() - b.x()) +
                            (static_cast<long long>(b.y()) - a.y()) * (c.y() - b.y());
    if (orientation(a, b, c) == 0 && along <= 0) return false;
    byLeft[i] = i;
  }
  // The sweep runs along the longer side: across a long line with tabs all edges would meet all others.
  const auto byX = [](const Point &a, const Point &b) { return a.x() < b.x(); };
  const auto byY = [](const Point &a, const Point &b) { return a.y() < b.y(); };
  const auto xs = std::minmax_element(points.begin(), points.end(), byX);
  const auto ys = std::minmax_element(points.begin(), points.end(), byY);
  const bool alongY = static_cast<long long>(ys.second->y()) - ys.first->y() >
                      static_cast<long long>(xs.second->x()) - xs.first->x();
  auto at = [&](size_t i) { return alongY ? points[i % count].y() : points[i % count].x(); };
  auto left = [&](size_t i) { return std::min(at(i), at(i + 1)); };
  auto right = [&](size_t i) { return std::max(at(i), at(i + 1)); };
  std::sort(byLeft.begin(), byLeft.end(), [&](size_t i, size_t j) { return left(i) < left(j); });
  for (size_t m = 0; m < count; ++m) {
    const size_t i = byLeft[m];
    for (size_t n = m + 1; n < count && left(byLeft[n]) <= right(i); ++n) {
      const size_t j = byLeft[n];
      if ((i + 1) % count == j || (j + 1) % count == i) continue;
      if (doTouch(points[i], points[(i + 1) % count], points[j], points[(j + 1) % count]))
        return false;
    }
  }
  return true;
}

void insertContour(UprightSet &set, const std::vector<Point> &points) {
  bp::polygon_90_data<int> polygon;
  // Compact storage needs a first edge along x and no repeated or collinear points.
  std::vector<Point> corners;
  for (const Point &point : points) {
    if (!corners.empty() && corners.back() == point) continue;
    while (corners.size() >= 2 &&
           orientation(corners[corners.size() - 2], corners.back(), point) == 0)
      corners.pop_back();
    if (corners.empty() || !(corners.back() == point)) corners.push_back(point);
  }
  bool changed = true;
  while (changed && corners.size() >= 3) {
    changed = false;
    const size_t count = corners.size();
    if (corners.front() == corners.back() ||
        orientation(corners[count - 2], corners[count - 1], corners[0]) == 0) {
      corners.pop_back();
      changed = true;
    } else if (orientation(corners[count - 1], corners[0], corners[1]) == 0) {
      corners.erase(corners.begin());
      changed = true;
    }
  }
  if (corners.size() < 4) return;
  if (corners[0].y() != corners[1].y()) {
    corners.push_back(corners.front());
    corners.erase(corners.begin());
  }
  bp::set_points(polygon, corners.begin(), corners.end());
  set.insert(polygon);
}

void insertContour(GeneralSet &set, const std::vector<Point> &points) {
  if (points.size() < 3) return;
  Contour polygon;
  polygon.set(points.begin(), points.end());
  set.insert(polygon);
}

/// Changes the set by exclusive or with the even-odd area of an upright contour.
void flip(UprightSet &set, const std::vector<Point> &points) {
  UprightSet area;
  if (isSimple(points)) {
    insertContour(area, points);
  } else {
    // Under exclusive or, the columns below the horizontal edges add up to the even-odd area.
    int bottom = points[0].y();
    for (const Point &point : points) bottom = std::min(bottom, point.y());
    for (size_t i = 0; i < points.size(); ++i) {
      const Point &a = points[i], &b = points[(i + 1) % points.size()];
      if (a.x() == b.x() || a.y() == bottom) continue;
      UprightSet column;
      column.insert(bp::rectangle_data<int>(
          std::min(a.x(), b.x()), bottom, std::max(a.x(), b.x()), a.y()));
      area ^= column;
    }
  }
  set ^= area;
}

/// Changes the set by exclusive or with the even-odd area of any contour.
void flip(GeneralSet &set, const std::vector<Point> &points) {
  GeneralSet area;
  if (isSimple(points)) {
    insertContour(area, points);
  } else {
    // Under exclusive or, the triangles of a fan add up to the even-odd area.
    for (size_t i = 1; i + 1 < points.size(); ++i) {
      if (orientation(points[0], points[i], points[i + 1]) == 0) continue;
      GeneralSet triangle;
      insertContour(triangle, {points[0], points[i], points[i + 1]});
      area ^= triangle;
    }
  }
  set ^= area;
}

/// Returns the union of polygons, each of which is taken by the even-odd rule.
template <typename Set>
Set merged(const Input &input) {
  Set result;
  for (const auto &contours : input.polygons) {
    if (contours.size() == 1 && isSimple(contours[0])) {
      insertContour(result, contours[0]);
      continue;
    }
    Set evenOdd;
    for (const auto &points : contours) flip(evenOdd, points);
    result.insert(evenOdd);
  }
  result.clean();
  return result;
}

template <typename T>
T *copied(const std::vector<T> &values) {
  T *memory = static_cast<T *>(std::malloc(std::max<size_t>(1, values.size()) * sizeof(T)));
  if (memory == nullptr) throw std::bad_alloc();
  if (!values.empty()) std::memcpy(memory, values.data(), values.size() * sizeof(T));
  return memory;
}

template <typename Set>
void write(const Set &set, PCUPolygonResult *result) {
  std::vector<Part> parts;
  set.get(parts);
  std::vector<int32_t> coordinates, contourLengths, polygonLengths;
  auto append = [&](const auto &contour) {
    const size_t start = coordinates.size();
    for (auto point = contour.begin(); point != contour.end(); ++point) {
      coordinates.push_back((*point).x());
      coordinates.push_back((*point).y());
    }
    contourLengths.push_back(static_cast<int32_t>((coordinates.size() - start) / 2));
  };
  for (const Part &part : parts) {
    append(part);
    int32_t contours = 1;
    for (auto hole = part.begin_holes(); hole != part.end_holes(); ++hole) {
      append(*hole);
      ++contours;
    }
    polygonLengths.push_back(contours);
  }
  PCUPolygonResult filled = {};
  try {
    filled.coordinates = copied(coordinates);
    filled.contourLengths = copied(contourLengths);
    filled.polygonLengths = copied(polygonLengths);
  } catch (...) {
    pcu_polygons_release(&filled);
    throw;
  }
  filled.pointCount = static_cast<int64_t>(coordinates.size() / 2);
  filled.contourCount = static_cast<int64_t>(contourLengths.size());
  filled.polygonCount = static_cast<int64_t>(polygonLengths.size());
  *result = filled;
}

template <typename Set>
void combine(
    int32_t operation, const Input &first, const Input &second, PCUPolygonResult *result) {
  Set left = merged<Set>(first);
  const Set right = merged<Set>(second);
  switch (operation) {
    case PCU_UNION: left |= right; break;
    case PCU_INTERSECTION: left &= right; break;
    case PCU_DIFFERENCE: left -= right; break;
    case PCU_SYMMETRIC_DIFFERENCE: left ^= right; break;
    default: throw BadInput();
  }
  write(left, result);
}

/// Runs `body` and turns every way it can end into a code.
template <typename Body>
int32_t guarded(Body body) {
  try {
    body();
    return PCU_OK;
  } catch (const OutOfRange &) {
    return PCU_OUT_OF_RANGE;
  } catch (const BadInput &) {
    return PCU_BAD_INPUT;
  } catch (const std::bad_alloc &) {
    return PCU_NO_MEMORY;
  } catch (...) {
    return PCU_INTERNAL_ERROR;
  }
}

}  // namespace

extern "C" int32_t pcu_polygons_combine(
    int32_t operation, const PCUPolygons *first, const PCUPolygons *second,
    PCUPolygonResult *result) {
  return guarded([&] {
    const Input left = read(first);
    const Input right = read(second);
    if (left.isUpright && right.isUpright)
      combine<UprightSet>(operation, left, right, result);
    else
      combine<GeneralSet>(operation, left, right, result);
  });
}

extern "C" int32_t pcu_polygons_grow_upright(
    const PCUPolygons *polygons, int32_t distance, PCUPolygonResult *result) {
  return guarded([&] {
    const Input input = read(polygons);
    if (!input.isUpright) throw BadInput();
    if (distance > PCU_COORDINATE_LIMIT / 2 || distance < -PCU_COORDINATE_LIMIT / 2)
      throw OutOfRange();
    UprightSet set = merged<UprightSet>(input);
    bp::rectangle_data<int> box;
    if (distance > 0 && set.extents(box)) {
      const long long low = std::min(bp::xl(box), bp::yl(box));
      const long long high = std::max(bp::xh(box), bp::yh(box));
      if (low - distance < -PCU_COORDINATE_LIMIT || high + distance > PCU_COORDINATE_LIMIT)
        throw OutOfRange();
    }
    set.resize(distance, distance, distance, distance);
    write(set, result);
  });
}

extern "C" void pcu_polygons_release(PCUPolygonResult *result) {
  if (result == nullptr) return;
  std::free(result->coordinates);
  std::free(result->contourLengths);
  std::free(result->polygonLengths);
  *result = {};
}
