# Said instead of calling a tool
call-none = None of the functions does that.
call-missing = To call { $tool } I need: { $names }.
call-wrong = { $tool } does not take these values: { $values }.
