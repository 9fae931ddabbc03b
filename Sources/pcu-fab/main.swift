import FabCommands

CommandLineTool.run()
