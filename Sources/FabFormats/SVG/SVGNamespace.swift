/// The namespaces of our SVG files and of those that drawing programs write.
enum SVGNamespace {
  static let svg = "http://www.w3.org/2000/svg"
  static let xlink = "http://www.w3.org/1999/xlink"
  static let inkscape = "http://www.inkscape.org/namespaces/inkscape"
  /// Ours: the layer number of a level, and what a file was made from.
  static let mask = "urn:pcu-fab:mask"
  /// Namespaces whose elements are notes of drawing programs and never drawn.
  static let notes: Set<String> = [
    inkscape, mask, "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/AdobeIllustrator/10.0/",
  ]
}
