from os import PathLike
from typing import Callable, Dict, List, Optional, Sequence, Tuple, Union

_Path = Union[str, bytes, "PathLike[str]", "PathLike[bytes]"]
_Progress = Optional[Callable[[int, int], object]]

def count(text: str, /) -> Dict[str, int]: ...
def count_file(path: _Path, /, encoding: str = "utf-8", errors: str = "strict") -> Dict[str, int]: ...
def count_files(
    paths: Sequence[_Path],
    /,
    encoding: str = "utf-8",
    errors: str = "strict",
    *,
    threads: Optional[int] = None,
    progress: _Progress = None,
) -> Dict[str, int]: ...
def search(
    word: str,
    paths: Sequence[_Path],
    /,
    encoding: str = "utf-8",
    errors: str = "strict",
    *,
    threads: Optional[int] = None,
    progress: _Progress = None,
) -> List[Tuple[str, int, str]]: ...
