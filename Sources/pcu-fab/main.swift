import FabCommands

PCUFabCommand.main()
