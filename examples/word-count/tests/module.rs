//! The module from a Python inside this test; `test_word_count.py` tests the package.

use pyrules::prelude::*;

#[test]
fn the_module_works_without_its_package() -> PyResult<()> {
    append_to_inittab!(_word_count::_word_count);
    Python::attach(|py| {
        let counts = py.import("_word_count")?.call_method1("count", ("a b a",))?;
        assert_eq!(counts.get_item("a")?.extract::<u64>()?, 2);
        assert_eq!(counts.len()?, 2);
        py.run(
            "
import _word_count, io, os, tempfile
handle, path = tempfile.mkstemp()
os.close(handle)
with io.open(path, 'wb') as file:
    file.write(b'x y\\nx z\\n')
try:
    assert _word_count.count_file(path) == {'x': 2, 'y': 1, 'z': 1}
    assert _word_count.count_files([path] * 10, threads=4) == {'x': 20, 'y': 10, 'z': 10}
    assert [row[1:] for row in _word_count.search('z', [path])] == [(2, 'x z')]
finally:
    os.remove(path)
",
            None,
            None,
        )
    })
}
