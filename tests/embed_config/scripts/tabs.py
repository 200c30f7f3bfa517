name = "shop"
if name:
	port = nothing
