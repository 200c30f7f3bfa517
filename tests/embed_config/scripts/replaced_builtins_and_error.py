import sys
try:
    import builtins
except ImportError:
    import __builtin__ as builtins
name = "shop"
vars(builtins).clear()
sys.modules.clear()
port = nothing
