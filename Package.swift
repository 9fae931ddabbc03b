// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: language mode 6, warnings are errors, imports stay internal.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Settings of targets with inner loops: optimised in debug builds too, where they'd be ten times slower.
let kernel: [SwiftSetting] =
  strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Settings of targets whose loops run on vectors of four doubles; AVX2 and FMA where the machine is x86-64.
#if arch(x86_64)
let vectorKernel: [SwiftSetting] = kernel + [.unsafeFlags(["-Xcc", "-march=x86-64-v3"])]
#else
let vectorKernel: [SwiftSetting] = kernel
#endif

/// Settings of a target whose loops are generic over numbers: they are specialised only where the whole module is seen at once, which
/// release builds do anyway.
let genericKernel: [SwiftSetting] =
  vectorKernel + [
    .unsafeFlags(
      ["-whole-module-optimization", "-num-threads", "2", "-disable-batch-mode"],
      .when(configuration: .debug)
    )
  ]

let package = Package(
  name: "pcu-fab",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
    ),
    // SuiteSparse installs no .pc file: its headers are below suitesparse/ in the include path.
    .systemLibrary(
      name: "CSuiteSparse",
      providers: [.apt(["libsuitesparse-dev"]), .brew(["suite-sparse"])]
    ),
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .systemLibrary(
      name: "CLibArchive",
      pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .systemLibrary(
      name: "CBLAS",
      pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]
    ),
    .systemLibrary(
      name: "CLibPNG",
      pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]
    ),
    .systemLibrary(
      name: "CTurboJPEG",
      pkgConfig: "libturbojpeg",
      providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]
    ),
    .target(
      name: "CPolygonBooleans",
      cxxSettings: [
        .unsafeFlags(["-O2"], .when(configuration: .debug)),
        .define("NDEBUG"),
      ]
    ),

    .target(name: "FabUnits", swiftSettings: strict),
    .target(name: "FabDiagnostics", swiftSettings: strict),
    .target(
      name: "FabYAML",
      dependencies: ["FabUnits", "FabDiagnostics", "Yams"],
      swiftSettings: strict
    ),
    .target(
      name: "FabXML",
      dependencies: ["FabDiagnostics", "CLibXML2"],
      swiftSettings: strict
    ),
    .target(name: "FabHash", dependencies: ["CLibCrypto"], swiftSettings: strict),
    .target(
      name: "FabArchive",
      dependencies: ["FabDiagnostics", "CLibArchive"],
      swiftSettings: strict
    ),
    .target(
      name: "FabImage",
      dependencies: ["FabDiagnostics", "CLibPNG", "CTurboJPEG"],
      swiftSettings: kernel
    ),
    .target(name: "FabNumerics", swiftSettings: vectorKernel),
    .target(
      name: "FabTasks",
      dependencies: ["FabDiagnostics", "FabNumerics", "FabImage"],
      swiftSettings: kernel
    ),
    .target(
      name: "FabGeometry",
      dependencies: ["FabUnits", "CPolygonBooleans"],
      swiftSettings: kernel
    ),
    .target(
      name: "FabRecipe",
      dependencies: ["FabUnits", "FabDiagnostics", "FabYAML"],
      swiftSettings: strict
    ),
    .target(
      name: "FabProcess",
      dependencies: ["FabUnits", "FabNumerics", "FabRecipe"],
      swiftSettings: strict
    ),
    .target(
      name: "FabDevices",
      dependencies: ["FabUnits", "FabNumerics"],
      swiftSettings: vectorKernel
    ),
    .target(
      name: "FabMetrology",
      dependencies: [
        "FabUnits", "FabDiagnostics", "FabYAML", "FabXML", "FabArchive", "FabNumerics",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "FabQuality",
      dependencies: ["FabUnits", "FabDiagnostics", "FabYAML", "FabNumerics"],
      swiftSettings: kernel
    ),
    .target(
      name: "FabExchange",
      dependencies: ["FabUnits", "FabDiagnostics", "FabXML"],
      swiftSettings: strict
    ),
    .target(
      name: "FabStore",
      dependencies: [
        "FabUnits", "FabDiagnostics", "FabHash", "CZlib",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: kernel
    ),
    .target(
      name: "FabLayout",
      dependencies: ["FabUnits", "FabDiagnostics", "FabYAML", "FabGeometry", "FabRecipe"],
      swiftSettings: strict
    ),
    .target(
      name: "FabExtraction",
      dependencies: ["FabUnits", "FabDiagnostics", "FabGeometry", "FabRecipe", "FabLayout"],
      swiftSettings: strict
    ),
    .target(
      name: "FabCircuit",
      dependencies: [
        "FabUnits", "FabDiagnostics", "FabNumerics", "FabDevices", "FabRecipe", "FabExtraction",
        "CSuiteSparse",
      ],
      swiftSettings: vectorKernel
    ),
    .target(
      name: "FabOperators",
      dependencies: ["FabUnits", "FabDiagnostics", "FabNumerics", "FabDevices", "FabCircuit"],
      swiftSettings: vectorKernel
    ),
    // Gives OpenBLAS the kernels of processors that it doesn't know.
    .target(name: "COpenBLASKernels", dependencies: ["CBLAS"]),
    .target(
      name: "FabTensor",
      dependencies: ["FabDiagnostics", "FabNumerics", "CBLAS", "COpenBLASKernels"],
      swiftSettings: genericKernel
    ),
    .target(
      name: "FabFormats",
      dependencies: [
        "FabUnits", "FabDiagnostics", "FabXML", "FabGeometry", "FabRecipe", "FabLayout",
      ],
      swiftSettings: kernel
    ),
    .target(
      name: "FabTransformer",
      dependencies: [
        "FabUnits", "FabDiagnostics", "FabYAML", "FabHash", "FabNumerics", "FabDevices",
        "FabCircuit", "FabOperators", "FabTensor", "FabTasks",
      ],
      swiftSettings: kernel
    ),
    .target(
      name: "FabReports",
      dependencies: [
        "FabUnits", "FabDiagnostics", "FabXML", "FabGeometry", "FabRecipe", "FabLayout",
        "FabFormats", "FabProcess", "FabQuality", "FabImage",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "FabWorkflow",
      dependencies: [
        "FabUnits", "FabDiagnostics", "FabYAML", "FabHash", "FabGeometry", "FabRecipe", "FabLayout",
        "FabFormats", "FabProcess", "FabExtraction", "FabNumerics", "FabDevices", "FabMetrology",
        "FabQuality", "FabExchange", "FabStore", "FabCircuit", "FabOperators", "FabTransformer",
        "FabReports", "FabImage", "FabTasks", "FabTensor",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "FabCommands",
      dependencies: [
        "FabUnits", "FabDiagnostics", "FabStore", "FabOperators", "FabTensor", "FabTransformer",
        "FabWorkflow",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(name: "pcu-fab", dependencies: ["FabCommands"], swiftSettings: strict),
    .executableTarget(
      name: "extract-bench",
      dependencies: [
        "FabDiagnostics", "FabGeometry", "FabRecipe", "FabLayout", "FabFormats", "FabExtraction",
      ],
      path: "Benchmarks/extract-bench",
      swiftSettings: strict
    ),

    // Times kernels on problem files; Benchmarks/crossbar-peers runs it beside other programs.
    .executableTarget(
      name: "fab-bench",
      dependencies: ["FabDevices", "FabCircuit"],
      path: "Benchmarks/fab-bench",
      swiftSettings: strict
    ),

    // Times the store; Benchmarks/store-peer runs it beside Python's sqlite3.
    .executableTarget(
      name: "store-bench",
      dependencies: ["FabDiagnostics", "FabHash", "FabStore"],
      path: "Benchmarks/store-bench",
      swiftSettings: strict
    ),

    // Times training steps and random numbers; Benchmarks/tensor-peer runs it beside PyTorch.
    .executableTarget(
      name: "tensor-bench",
      dependencies: [
        "FabNumerics", "FabDevices", "FabOperators", "FabTensor", "FabTasks", "FabTransformer",
      ],
      path: "Benchmarks/tensor-bench",
      swiftSettings: strict
    ),

    // Writes to a store until it is killed; the tests start it as a child process.
    .executableTarget(
      name: "store-writer",
      dependencies: ["FabDiagnostics", "FabHash", "FabStore"],
      path: "Tests/StoreWriter",
      swiftSettings: strict
    ),

    .target(
      name: "FabTestSupport",
      dependencies: ["FabDiagnostics", "FabGeometry", "FabRecipe", "FabLayout", "FabFormats"],
      path: "Tests/FabTestSupport",
      swiftSettings: strict
    ),
    .testTarget(name: "FabUnitsTests", dependencies: ["FabUnits"], swiftSettings: strict),
    .testTarget(
      name: "FabDiagnosticsTests",
      dependencies: ["FabDiagnostics"],
      swiftSettings: strict
    ),
    .testTarget(name: "FabHashTests", dependencies: ["FabHash"], swiftSettings: strict),
    .testTarget(
      name: "FabArchiveTests",
      dependencies: ["FabDiagnostics", "FabArchive"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabImageTests",
      dependencies: ["FabDiagnostics", "FabImage"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabTasksTests",
      dependencies: ["FabDiagnostics", "FabNumerics", "FabImage", "FabTasks"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabQualityTests",
      dependencies: ["FabDiagnostics", "FabNumerics", "FabQuality"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabExchangeTests",
      dependencies: ["FabDiagnostics", "FabXML", "FabExchange"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabStoreTests",
      dependencies: [
        "FabTestSupport", "FabDiagnostics", "FabHash", "FabNumerics", "FabStore", "store-writer",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(name: "FabYAMLTests", dependencies: ["FabYAML"], swiftSettings: strict),
    .testTarget(name: "FabNumericsTests", dependencies: ["FabNumerics"], swiftSettings: strict),
    .testTarget(
      name: "FabDevicesTests",
      dependencies: ["FabUnits", "FabNumerics", "FabDevices"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabMetrologyTests",
      dependencies: [
        "FabTestSupport", "FabUnits", "FabDiagnostics", "FabNumerics", "FabArchive", "FabMetrology",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabGeometryTests",
      dependencies: ["FabNumerics", "FabGeometry"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabRecipeTests",
      dependencies: ["FabUnits", "FabDiagnostics", "FabRecipe"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabProcessTests",
      dependencies: ["FabUnits", "FabDiagnostics", "FabNumerics", "FabRecipe", "FabProcess"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabLayoutTests",
      dependencies: ["FabUnits", "FabDiagnostics", "FabGeometry", "FabRecipe", "FabLayout"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabExtractionTests",
      dependencies: [
        "FabTestSupport", "FabUnits", "FabDiagnostics", "FabGeometry", "FabRecipe", "FabLayout",
        "FabExtraction",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabCircuitTests",
      dependencies: [
        "FabTestSupport",
        "FabUnits", "FabDiagnostics", "FabNumerics", "FabGeometry", "FabRecipe", "FabLayout",
        "FabExtraction", "FabDevices", "FabCircuit",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabOperatorsTests",
      dependencies: [
        "FabTestSupport",
        "FabUnits", "FabDiagnostics", "FabNumerics", "FabDevices", "FabCircuit", "FabOperators",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabTensorTests",
      dependencies: ["FabDiagnostics", "FabNumerics", "FabTensor"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabTransformerTrainingTests",
      dependencies: [
        "FabUnits", "FabDiagnostics", "FabNumerics", "FabDevices", "FabOperators", "FabTensor",
        "FabTasks", "FabTransformer",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabXMLTests",
      dependencies: ["FabDiagnostics", "FabXML"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabFormatsTests",
      dependencies: [
        "FabNumerics", "FabDiagnostics", "FabXML", "FabGeometry", "FabRecipe", "FabLayout",
        "FabFormats",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabTransformerTests",
      dependencies: ["FabTransformer", "FabDiagnostics", "FabOperators"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabReportsTests",
      dependencies: [
        "FabDiagnostics", "FabNumerics", "FabXML", "FabGeometry", "FabRecipe", "FabLayout",
        "FabProcess",
        "FabReports", "FabImage",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FabWorkflowTests",
      dependencies: [
        "FabTestSupport", "FabUnits", "FabDiagnostics", "FabNumerics", "FabImage", "FabTasks",
        "FabTensor", "FabOperators", "FabWorkflow",
      ],
      swiftSettings: strict
    ),
    // The built tool, run as a child process: the dependency only makes sure that it's built.
    .testTarget(
      name: "CommandTests",
      dependencies: ["FabTestSupport", "pcu-fab"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
