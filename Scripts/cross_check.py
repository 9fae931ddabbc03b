"""Compares the apertures that gdstk, klayout and ezdxf find in a mask set with its manifest.

The GDSII layer of a level is its `level` in the manifest, and datatype 0 its apertures; in DXF they are on
the layer of the level's name. Shapes that touch are merged before they are counted.
"""

import importlib
import json
import math
import pathlib
import sys

AREA_TOLERANCE_MM2 = 1e-6
APERTURE = 0


def module(name):
    """Returns a module, or None with a line that says so."""
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"not run: {name.partition('.')[0]} isn't installed")
        return None


class Report:
    """Counts checks and differences and prints one line each."""

    def __init__(self):
        self.checks = 0
        self.differences = 0

    def add(self, is_same, text):
        self.checks += 1
        self.differences += not is_same
        print(f"{'ok' if is_same else 'differs'}: {text}")

    def compare(self, reader, file, mask, count, area):
        count_wanted, area_wanted = mask["apertures"], mask["areaMm2"]
        is_same = count == count_wanted and abs(area - area_wanted) <= AREA_TOLERANCE_MM2
        text = f"{reader} {file.name} {mask['name']}: {count} apertures, {area:.6f} mm2"
        if not is_same:
            text += f"; the manifest has {count_wanted} and {area_wanted:.6f}"
        self.add(is_same, text)


def check_gds_with_klayout(db, file, masks, report):
    layout = db.Layout()
    layout.read(str(file))
    for mask in masks:
        region = db.Region()
        index = layout.find_layer(mask["level"], APERTURE)
        if index is not None:
            for top in layout.top_cells():
                region.insert(top.begin_shapes_rec(index))
        region.merge()
        area = region.area() * layout.dbu**2 * 1e-6
        report.compare("klayout", file, mask, region.count(), area)


def check_gds_with_gdstk(gdstk, file, masks, report):
    library = gdstk.read_gds(str(file))
    millimetres = library.unit * 1e3
    polygons = [p for top in library.top_level() for p in top.get_polygons()]
    for mask in masks:
        own = [p for p in polygons if (p.layer, p.datatype) == (mask["level"], APERTURE)]
        merged = gdstk.boolean(own, [], "or", precision=1e-4) if own else []
        area = sum(p.area() for p in merged) * millimetres**2
        report.compare("gdstk", file, mask, len(merged), area)


def contour_area(entity):
    """Returns the area of a closed contour, arcs included; less than zero if it runs clockwise."""
    if entity.dxftype() == "CIRCLE":
        return math.pi * entity.dxf.radius**2
    if entity.dxftype() == "LWPOLYLINE":
        corners = list(entity.get_points("xyb"))
    elif entity.dxftype() == "POLYLINE":
        corners = [
            (v.dxf.location.x, v.dxf.location.y, v.dxf.get("bulge", 0)) for v in entity.vertices
        ]
    else:
        return math.nan
    if not entity.is_closed:
        return math.nan
    area = 0.0
    for (x0, y0, bulge), (x1, y1, _) in zip(corners, corners[1:] + corners[:1]):
        area += (x0 * y1 - x1 * y0) / 2
        if bulge:
            angle = 4 * math.atan(bulge)
            radius = math.hypot(x1 - x0, y1 - y0) / (2 * math.sin(angle / 2))
            area += radius * radius * (angle - math.sin(angle)) / 2
    return area


def check_dxf_with_ezdxf(ezdxf, file, mask, report):
    document = ezdxf.readfile(file)
    errors = document.audit().errors
    report.add(not errors, f"ezdxf {file.name}: {len(errors)} errors")
    own = [entity for entity in document.modelspace() if entity.dxf.layer == mask["name"]]
    areas = [contour_area(entity) for entity in own]
    # A hole runs clockwise and isn't an aperture of its own.
    count = sum(not area < 0 for area in areas)
    report.compare("ezdxf", file, mask, count, sum(areas))


def main(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    masks = manifest["masks"]
    report = Report()
    gdstk, db, ezdxf = module("gdstk"), module("klayout.db"), module("ezdxf")
    for file in sorted(folder.glob("*.gds")):
        if gdstk:
            check_gds_with_gdstk(gdstk, file, masks, report)
        if db:
            check_gds_with_klayout(db, file, masks, report)
    if ezdxf:
        for mask in masks:
            for name in mask["files"]:
                if name.endswith(".dxf"):
                    check_dxf_with_ezdxf(ezdxf, folder / name, mask, report)
    print(f"{report.checks} checks, {report.differences} differences")
    return 1 if report.differences else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
