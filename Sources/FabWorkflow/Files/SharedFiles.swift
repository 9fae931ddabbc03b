import Foundation

/// Finds the recipes and floor plans that come with the tool.
///
/// They are looked for in the working folder, then in `share/pcu-fab` beside the folder of the program
/// (after `make install`), then in the folders above the program (in a checkout).
public struct SharedFiles: Sendable {
  private let roots: [String]

  /// Creates a finder.
  ///
  /// - Parameter program: The path of the running program, as far as it is known.
  public init(program: String?) {
    var roots = ["."]
    if let program {
      var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath()
        .deletingLastPathComponent()
      roots.append(folder.appendingPathComponent("../share/pcu-fab").standardizedFileURL.path)
      while folder.path != "/" {
        roots.append(folder.path)
        folder.deleteLastPathComponent()
      }
    }
    self.roots = roots
  }

  /// Returns the path of a file such as `Recipes/pcu-mapbi3.yaml`, relative to the working folder if it
  /// lies there; `nil` where no place has it.
  public func path(of relative: String) -> String? {
    for root in roots {
      let path = root == "." ? relative : "\(root)/\(relative)"
      if access(path, R_OK) == 0 { return path }
    }
    return nil
  }

  /// Returns the paths of the files in a folder such as `Layouts` whose names begin and end as stated,
  /// sorted; the first place that has any wins.
  public func paths(in folder: String, prefix: String, suffix: String) -> [String] {
    for root in roots {
      let place = root == "." ? folder : "\(root)/\(folder)"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      let matches = names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
      if !matches.isEmpty { return matches.sorted().map { "\(place)/\($0)" } }
    }
    return []
  }
}
