import ArgumentParser

/// The DXF version of cutting files.
enum DXFVersionChoice: String, CaseIterable, ExpressibleByArgument {
  case r2000
  case r12
}
