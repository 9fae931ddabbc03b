import FabTasks

/// A small split in the format of CLEVR v1.0: two scenes, four questions.
struct CLEVRFixture {
  var scenes = """
    {"info": {"split": "val", "version": "1.0", "date": "2/14/2017", "license": "CC BY 4.0"},
     "scenes": [
      {"image_index": 0, "image_filename": "CLEVR_val_000000.png", "split": "val",
       "directions": {"left": [-0.66, -0.75, 0.0], "right": [0.66, 0.75, 0.0]},
       "objects": [
        {"size": "large", "color": "red", "material": "metal", "shape": "cube", "rotation": 12.5,
         "3d_coords": [1.0, 2.0, 0.7], "pixel_coords": [100, 120, 9.5]},
        {"size": "small", "color": "blue", "material": "rubber", "shape": "sphere", "rotation": 0,
         "3d_coords": [0.0, 1.0, 0.35], "pixel_coords": [220, 150, 8.5]},
        {"size": "small", "color": "red", "material": "rubber", "shape": "cylinder", "rotation": 0,
         "3d_coords": [-1.0, 0.0, 0.35], "pixel_coords": [300, 80, 11.5]}],
       "relationships": {
        "left": [[], [0], [0, 1]], "right": [[1, 2], [2], []],
        "front": [[1], [], [0, 1]], "behind": [[2], [0, 2], []]}},
      {"image_index": 1, "image_filename": "CLEVR_val_000001.png", "split": "val",
       "directions": {},
       "objects": [
        {"size": "large", "color": "gray", "material": "rubber", "shape": "sphere", "rotation": 3,
         "3d_coords": [0, 0, 0.7], "pixel_coords": [240, 160, 9]}],
       "relationships": {"left": [[]], "right": [[]], "front": [[]], "behind": [[]]}}]}
    """

  var questions = """
    {"info": {"split": "val", "version": "1.0"},
     "questions": [
      {"question_index": 0, "question_family_index": 0, "image_index": 0, "split": "val",
       "image_filename": "CLEVR_val_000000.png", "answer": "2",
       "question": "How many red things are there?",
       "program": [
        {"inputs": [], "function": "scene", "value_inputs": []},
        {"inputs": [0], "function": "filter_color", "value_inputs": ["red"]},
        {"inputs": [1], "function": "count", "value_inputs": []}]},
      {"question_index": 1, "question_family_index": 89, "image_index": 0, "split": "val",
       "image_filename": "CLEVR_val_000000.png", "answer": "yes",
       "question": "Is there a cube left of the rubber sphere?",
       "program": [
        {"inputs": [], "function": "scene", "value_inputs": []},
        {"inputs": [0], "function": "filter_material", "value_inputs": ["rubber"]},
        {"inputs": [1], "function": "filter_shape", "value_inputs": ["sphere"]},
        {"inputs": [2], "function": "unique", "value_inputs": []},
        {"inputs": [3], "function": "relate", "value_inputs": ["left"]},
        {"inputs": [4], "function": "filter_shape", "value_inputs": ["cube"]},
        {"inputs": [5], "function": "exist", "value_inputs": []}]},
      {"question_index": 2, "question_family_index": 12, "image_index": 0, "split": "val",
       "image_filename": "CLEVR_val_000000.png", "answer": "cylinder",
       "question": "What shape is the other thing of the cube's color?",
       "program": [
        {"inputs": [], "function": "scene", "value_inputs": []},
        {"inputs": [0], "function": "filter_shape", "value_inputs": ["cube"]},
        {"inputs": [1], "function": "unique", "value_inputs": []},
        {"inputs": [2], "function": "same_color", "value_inputs": []},
        {"inputs": [3], "function": "unique", "value_inputs": []},
        {"inputs": [4], "function": "query_shape", "value_inputs": []}]},
      {"question_index": 3, "question_family_index": 40, "image_index": 1, "split": "val",
       "image_filename": "CLEVR_val_000001.png", "answer": "gray",
       "question": "What color is the sphere?",
       "program": [
        {"inputs": [], "type": "scene", "side_inputs": []},
        {"inputs": [0], "type": "filter_shape", "side_inputs": ["sphere"]},
        {"inputs": [1], "type": "unique"},
        {"inputs": [2], "type": "query_color"}]}]}
    """

  var images: Set<String> = ["CLEVR_val_000000.png", "CLEVR_val_000001.png"]
  var hasScenes = true

  func dataset() throws -> CLEVRDataset {
    try CLEVRDataset(
      scenes: hasScenes ? .init(name: "scenes.json", bytes: Array(scenes.utf8)) : nil,
      questions: .init(name: "questions.json", bytes: Array(questions.utf8)),
      imageNames: images
    )
  }
}
