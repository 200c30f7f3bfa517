"""The configuration of the example: a Python script, with all that Python can do."""

import os

import host

name = "shop"
address = "0.0.0.0"
port = int(os.environ.get("PORT", host.DEFAULT_PORT))
workers = 2 * 4
timeout = host.minutes(1.5)
log_level = "debug"
features = {"search", "payment"}
limits = {"upload": host.megabytes(16), "requests": 10 ** 6}

for _page in ["about", "imprint"]:
    host.route("/" + _page, "pages/%s.html" % _page)
host.route("/cart", "cart-service:9000", methods=["GET", "POST"])
