name = "shop"
import no_such_module
