try:
    import builtins
except ImportError:
    import __builtin__ as builtins
name = "shop"
port = 81
namespace = vars(builtins)
for _builtin in [_builtin for _builtin in namespace if not _builtin.startswith("__")]:
    namespace[_builtin] = None
namespace["__import__"] = None
