# -*- coding: utf-8 -*-
from __future__ import unicode_literals

import ast
import codecs
import errno
import inspect
import io
import os
import signal
import sys
import threading

import pytest
import word_count
from word_count import pure
from word_count.__main__ import main

PYTHON_3 = sys.version_info >= (3,)
TEXTS = [
    "",
    "   \n\t",
    "one two two three three three",
    "snake_case kebab-case it's 3.14 1_000",
    "Größe größe GRÖSSE naïve\u00a0x\u3000y\u2028z\x1cw",
    "\u0928\u092e\u0938\u094d\u0924\u0947 \u4f60\u597d \u0645\u0631\u062d \u00bd \u2167 \u24b6 \u0e01\u0e33 e\u0301",
    "\ufeffmark, and \U0001d54f\U00020000 \U0001f600",
    "\x00 null\x00bytes",
]


@pytest.fixture
def files(tmp_path):
    paths = []
    for number, text in enumerate(TEXTS * 5):
        path = tmp_path / "{}.txt".format(number)
        path.write_bytes(text.encode("utf-8"))
        paths.append(str(path))
    return paths


@pytest.mark.parametrize("text", TEXTS)
def test_count_is_what_counter_and_re_say(text):
    counts = word_count.count(text)
    assert counts == pure.count(text)
    assert type(counts) is dict
    assert all(type(word) is type("") for word in counts)


def test_every_character_is_a_word_or_not_as_in_python():
    character = chr if PYTHON_3 else unichr  # noqa: F821
    text = " ".join(character(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    assert word_count.count(text) == pure.count(text)


@pytest.mark.parametrize("threads", [1, 2, 7, 100, None])
def test_files_in_any_number_of_threads(files, threads):
    assert word_count.count_files(files, threads=threads) == pure.count_files(files)


def test_one_file(files):
    for path in files:
        assert word_count.count_file(path) == pure.count_file(path)


def test_paths_of_every_kind(files):
    path = files[2]
    expected = {"one": 1, "two": 2, "three": 3}
    assert word_count.count_file(path) == expected
    assert word_count.count_file(path.encode()) == expected
    assert word_count.count_files((path, path.encode())) == {"one": 2, "two": 4, "three": 6}
    if PYTHON_3:
        import pathlib

        assert word_count.count_file(pathlib.Path(path)) == expected
    assert word_count.count_files([]) == {}
    # A single path is not a sequence of paths, though its characters are one.
    with pytest.raises(TypeError):
        word_count.count_files(path)


def test_search(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_bytes("a word\r\nwords\rword, word\n\nswordfish word\nlast Wörd".encode("utf-8"))
    path = str(path)
    expected = [(path, 1, "a word"), (path, 3, "word, word"), (path, 5, "swordfish word")]
    assert word_count.search("word", [path]) == expected == pure.search("word", [path])
    assert word_count.search("Wörd", [path, path]) == [(path, 6, "last Wörd")] * 2
    assert word_count.search("fish", [path]) == []


def test_search_keeps_the_order_of_the_files(files):
    for threads in 1, 4:
        found = word_count.search("two", files, threads=threads)
        assert found == pure.search("two", files)
        assert len(found) == 5


def test_an_index_answers_as_search_does(files):
    for threads in 1, 4:
        index = word_count.Index(files, threads=threads)
        for word in "two", "3", "Größe", "fish":
            expected = pure.search(word, files)
            found = index.find(word)
            assert iter(found) is found
            assert list(found) == expected
            assert list(found) == []
            assert (word in index) == bool(expected)
            if expected:
                assert index[word] == len(expected)
        assert 1 not in index
        assert raised(lambda: index["fish"]).args == ("fish",)
    assert len(index) == len(pure.count_files(files))
    assert repr(index) == "<Index of {} words in {} files>".format(len(index), len(files))


def test_an_index_reads_files_when_it_needs_them(files):
    index = word_count.Index(files)
    found = index.find("two")
    assert next(found) == (files[2], 1, TEXTS[2])
    assert found.__length_hint__() == 4
    for path in files:
        os.remove(path)
    # It was indexed; its lines are gone.
    error = raised(next, found)
    assert error.filename == files[2 + len(TEXTS)]
    assert len(index) > 20


def raised(function, *args, **kwargs):
    with pytest.raises(Exception) as info:
        function(*args, **kwargs)
    return info.value


def same_error(path, **kwargs):
    """Both raise the same: class, arguments, file name."""
    ours, other = raised(word_count.count_file, path, **kwargs), raised(pure.count_file, path, **kwargs)
    if not PYTHON_3 and type(other) is IOError:
        other = OSError(*other.args)  # 2.7 has two classes for the same errors.
        other.filename = path
    assert (type(ours), ours.args) == (type(other), other.args)
    assert getattr(ours, "filename", None) == getattr(other, "filename", None)
    among_others = raised(word_count.count_files, [__file__, path, __file__], **kwargs)
    assert (type(among_others), among_others.args) == (type(other), other.args)
    return ours


def test_a_missing_file(tmp_path):
    error = same_error(str(tmp_path / "missing"))
    assert error.errno == errno.ENOENT
    if PYTHON_3:
        assert type(error) is FileNotFoundError  # noqa: F821


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses to open a folder in a way of its own")
def test_a_folder(tmp_path):
    error = raised(word_count.count_file, str(tmp_path))
    assert error.errno == errno.EISDIR
    assert error.filename == str(tmp_path)
    if PYTHON_3:
        same_error(str(tmp_path))
        assert type(error) is IsADirectoryError  # noqa: F821


@pytest.mark.skipif(os.name == "nt", reason="the modes of POSIX")
def test_no_permission(tmp_path):
    path = tmp_path / "secret"
    path.write_bytes(b"x")
    path.chmod(0)
    if os.access(str(path), os.R_OK):
        pytest.skip("this user may read every file")
    assert same_error(str(path)).errno == errno.EACCES


def test_the_first_of_several_errors_is_raised(files, tmp_path):
    missing = [str(tmp_path / "missing {}".format(number)) for number in range(20)]
    for _ in range(20):
        assert raised(word_count.count_files, files + missing, threads=8).filename == missing[0]


WRONG = b"caf\xe9 caf\xc3\xa9 \xf0\x9f \xff\xfe x\x80y"
if PYTHON_3:
    WRONG += b" \xed\xa0\x80"  # 2.7 takes half of a surrogate pair for text


def test_a_file_that_is_not_utf_8(tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes(WRONG)
    path = str(path)
    error = same_error(path)
    assert isinstance(error, UnicodeDecodeError)
    assert (error.start, error.end, error.object) == (3, 4, WRONG)
    if sys.version_info >= (3, 11):
        assert raised(word_count.count_file, path).__notes__ == ["in the file " + path]


@pytest.mark.parametrize(
    "options",
    [
        {"errors": "replace"},
        {"errors": "ignore"},
        {"errors": "backslashreplace"},
        {"encoding": "latin-1"},
        {"encoding": "UTF8", "errors": "ignore"},
        {"encoding": "cp1252", "errors": "replace"},
        {"encoding": "utf-16-le", "errors": "replace"},
        {"encoding": "ascii", "errors": "ignore"},
    ],
    ids=str,
)
def test_encodings_and_error_handlers(tmp_path, options):
    if not PYTHON_3 and options.get("errors") == "backslashreplace":
        pytest.skip("2.7 has no such handler for decoding")
    path = tmp_path / "wrong.txt"
    path.write_bytes(WRONG)
    path = str(path)
    expected = pure.count_file(path, **options)
    assert word_count.count_file(path, **options) == expected
    assert word_count.count_files([path] * 3, threads=3, **options) == {w: 3 * n for w, n in expected.items()}


def test_an_error_handler_of_ones_own(tmp_path):
    codecs.register_error("word_count.test", lambda error: ("_{}_".format(error.start), error.end))
    path = tmp_path / "wrong.txt"
    path.write_bytes(b"a\xffb")
    assert word_count.count_files([str(path)], errors="word_count.test") == {"a_1_b": 1}


def test_unknown_names(tmp_path):
    path = tmp_path / "wrong.txt"
    path.write_bytes(WRONG)
    for options in {"encoding": "no such encoding"}, {"errors": "no such handler"}:
        assert isinstance(raised(word_count.count_files, [str(path)], **options), LookupError)


def test_progress(files):
    calls = []
    word_count.count_files(files, progress=lambda *call: calls.append((call, threading.current_thread())))
    # Always in the calling thread; the last call says that all is done.
    assert {thread for _, thread in calls} == {threading.current_thread()}
    assert calls[-1][0] == (len(files), len(files))
    assert [done for (done, _), _ in calls] == sorted(done for (done, _), _ in calls)


def large(tmp_path):
    """Files that take long to count, without taking room."""
    path = tmp_path / "large.txt"
    path.write_bytes(b"many different words\n" * 20000)
    return [str(path)] * 3000


def test_progress_is_called_meanwhile_and_may_stop_the_work(tmp_path):
    class Stop(Exception):
        pass

    seen = []

    def progress(done, total):
        seen.append(done)
        if len(seen) == 3:
            raise Stop("enough")

    with pytest.raises(Stop):
        word_count.count_files(large(tmp_path), threads=2, progress=progress)
    assert len(seen) == 3
    assert seen[-1] < 3000


def test_other_threads_run_meanwhile(tmp_path):
    ticks = []
    stop = threading.Event()

    def tick():
        while not stop.wait(0.01):
            ticks.append(1)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        word_count.count_files(large(tmp_path)[:300], threads=2)
    finally:
        stop.set()
        thread.join()
    assert ticks


@pytest.mark.skipif(os.name == "nt", reason="needs os.kill")
def test_ctrl_c(tmp_path):
    files = large(tmp_path)
    done = []
    # Python leaves the signal alone where it is ignored, as in the background of a shell script.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        word_count.count_files(files)
        done.append("all of them, before the signal came")
        timer.join()
    assert not done


def test_threads_out_of_range(files):
    assert isinstance(raised(word_count.count_files, files, threads=0), ValueError)
    assert isinstance(raised(word_count.count_files, files, threads=-1), OverflowError)


def test_wrong_arguments():
    for call in (
        lambda: word_count.count(),
        lambda: word_count.count(1),
        lambda: word_count.count(text="x"),
        lambda: word_count.count_files([], "utf-8", "strict", 1),
        lambda: word_count.count_files([1]),
        lambda: word_count.count_file(None),
        lambda: word_count.search([], []),
    ):
        with pytest.raises(TypeError):
            call()


@pytest.mark.skipif(not PYTHON_3, reason="2.7 knows no text signatures")
def test_the_module_describes_itself():
    assert inspect.signature(word_count.Index).parameters.keys() == inspect.signature(word_count.count_files).parameters.keys()
    signature = str(inspect.signature(word_count.count_files))
    assert signature == "(paths, /, encoding='utf-8', errors='strict', *, threads=None, progress=None)"
    for name in word_count.__all__:
        function = getattr(word_count, name)
        assert function.__doc__
        assert function.__module__ == "word_count._word_count"


def test_the_demo(tmp_path, capsys):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "a.py").write_bytes(b"import this\nimport that\n")
    (tmp_path / "b.py").write_bytes(b"import \xff\n")
    (tmp_path / "c.txt").write_bytes(b"import\n")
    assert main([str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    lines = [line.split() for line in out.splitlines()]
    assert lines[0][:2] == ["2", "files,"]
    assert lines[1] == ["3", "import"]
    assert "All three agree." in out
    assert err == ""


@pytest.mark.skipif(sys.version_info < (3, 8), reason="the stubs have positional-only parameters")
def test_the_stubs_agree_with_the_module():
    folder = os.path.dirname(word_count.__file__)
    with io.open(os.path.join(folder, "_word_count.pyi"), encoding="utf-8") as file:
        stub = {node.name: node.args for node in ast.parse(file.read()).body if isinstance(node, ast.FunctionDef)}
    assert sorted(stub) == sorted(name for name in word_count.__all__ if name != "Index")
    for name, args in stub.items():
        parameters = inspect.signature(getattr(word_count, name)).parameters.values()
        for kind, expected in (
            (inspect.Parameter.POSITIONAL_ONLY, args.posonlyargs),
            (inspect.Parameter.POSITIONAL_OR_KEYWORD, args.args),
            (inspect.Parameter.KEYWORD_ONLY, args.kwonlyargs),
        ):
            assert [p.name for p in parameters if p.kind == kind] == [a.arg for a in expected]
