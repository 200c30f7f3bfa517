name = "shop"
raise SyntaxError("made up")
