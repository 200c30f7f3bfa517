from os import PathLike
from typing import Callable, Dict, Iterator, List, Optional, Sequence, Tuple, Union

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

class Index:
    def __init__(
        self,
        paths: Sequence[_Path],
        /,
        encoding: str = "utf-8",
        errors: str = "strict",
        *,
        threads: Optional[int] = None,
        progress: _Progress = None,
    ) -> None: ...
    def find(self, word: str, /) -> Matches: ...
    def __getitem__(self, word: str) -> int: ...
    def __contains__(self, word: object) -> bool: ...
    def __len__(self) -> int: ...

class Matches(Iterator[Tuple[str, int, str]]):
    def __iter__(self) -> Matches: ...
    def __next__(self) -> Tuple[str, int, str]: ...
    def __length_hint__(self) -> int: ...
