import host
name = "shop"
def pages():
    host.route("/ok", "ok.html")
    host.route("no-slash", "x.html")
pages()
