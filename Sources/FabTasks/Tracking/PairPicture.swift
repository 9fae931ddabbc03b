/// The values of the two pictures of one region, in tokens between -1 and 1.
struct PairPicture {
  var visible: [Float]
  var thermal: [Float]
}
