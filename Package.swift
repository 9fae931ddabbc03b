// swift-tools-version: 6.2
import PackageDescription
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let kernel: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]
let vectorKernel: [SwiftSetting] = kernel + [.unsafeFlags(["-Xcc", "-march=x86-64-v3"])]
let package = Package(
  name: "pcu-fab",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(name: "CBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .target(name: "FabDiagnostics", swiftSettings: strict),
    .target(name: "FabNumerics", swiftSettings: vectorKernel),
    .target(name: "FabTensor", dependencies: ["FabDiagnostics", "FabNumerics", "CBLAS"], swiftSettings: vectorKernel),
    .testTarget(name: "FabNumericsTests", dependencies: ["FabNumerics"], swiftSettings: strict),
    .testTarget(name: "FabTensorTests", dependencies: ["FabDiagnostics", "FabNumerics", "FabTensor"], swiftSettings: strict),
    .executableTarget(name: "tensor-bench", dependencies: ["FabNumerics", "FabTensor"], path: "Benchmarks/tensor-bench", swiftSettings: strict),
  ]
)
