/// The points of one spectrum while its file is read.
struct SpectrumSeries {
  var wavelengths: [Double] = []
  var values: [Double] = []
}
