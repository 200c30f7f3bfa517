import json
name = "shop"
limits = json.loads("{oops}")
