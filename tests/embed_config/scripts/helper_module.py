import imported_helper
name = "shop"
port = imported_helper.port(0)
