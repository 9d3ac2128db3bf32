"""What each command does, a module a command: `run` calls the rooms below and says in plain words what came of it."""

DONE, REFUSED, SOME_NOT_READ = 0, 1, 3  # what a command answers to the shell; 2 is wrong usage
