//! Classes that lend memory, and that keep it: `__buffer__`, `freelist`.

use pyrules::prelude::*;
use pyrules::py_run;

struct Image {
    pixels: Vec<u16>,
    width: usize,
}

impl Image {
    fn shape(&self) -> [usize; 2] {
        [self.pixels.len() / self.width, self.width]
    }

    fn memory(&mut self) -> (&mut [u16], [usize; 2]) {
        let shape = self.shape();
        (&mut self.pixels, shape)
    }

    fn fill(&mut self, value: u16) {
        self.pixels.fill(value);
    }
}

py_class! {
    mut class Image(subclass) {
        new(width, height) = |width: usize, height: usize| Image { pixels: vec![0; width * height], width };
        fn fill(value);
        fn first() = |this: &Image| this.pixels.first().copied();
        fn __buffer__() = Image::memory;
    }
}

struct Text(String);

impl Text {
    fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

py_class! {
    class Text(freelist = 3) {
        new(text) = |text: String| Text(text);
        fn __buffer__() = Text::bytes;
        fn __len__() = |this: &Text| this.0.len();
    }
}

struct Wrong;

py_class! {
    class Wrong {
        new() = || Wrong;
        fn __buffer__() = |_: &Wrong| (&[1_u8, 2, 3][..], [2, 2]);
    }
}

#[test]
fn memory_is_lent() {
    Python::attach(|py| {
        let image = py.get_type::<Image>();
        py_run!(
            py,
            image,
            "
            import sys
            i = image(3, 2)
            view = memoryview(i)
            assert view.format == 'H' and view.itemsize == 2 and not view.readonly
            assert view.shape == (2, 3) and view.strides == (6, 2)
            if sys.version_info >= (3, 5):
                view[1, 2] = 7
                assert view.tolist() == [[0, 0, 0], [0, 0, 7]]
            # What is lent for writing belongs to the borrower.
            for wrong in (lambda: i.fill(1), lambda: i.first(), lambda: memoryview(i)):
                try:
                    wrong()
                except (RuntimeError, BufferError) as error:
                    assert 'already mutably borrowed' in str(error), error
                else:
                    assert False
            del view
            i.fill(5)
            assert i.first() == 5
            class Sub(image):
                pass
            assert memoryview(Sub(1, 1)).shape == (1, 1)
        "
        );
    });
}

#[test]
fn memory_is_lent_for_reading() {
    Python::attach(|py| {
        let (text, wrong) = (py.get_type::<Text>(), py.get_type::<Wrong>());
        py_run!(
            py,
            text,
            wrong,
            "
            t = text(u'abc')
            first, second = memoryview(t), memoryview(t)
            assert first.readonly and first.tobytes() == b'abc' == second.tobytes()
            assert len(t) == 3
            del t
            assert first.tobytes() == b'abc'
            assert memoryview(text(u'')).tobytes() == b''
            try:
                memoryview(wrong())
            except BufferError as error:
                assert str(error) == 'a buffer of 3 items does not have the shape [2, 2]', error
            else:
                assert False
            import io
            try:
                io.BytesIO(b'xyz').readinto(text(u'abc'))
            except (TypeError, BufferError):
                pass
            else:
                assert False
        "
        );
    });
}

/// Where there is a GIL: nothing else would keep two threads from taking the same block.
#[test]
#[cfg(not(Py_GIL_DISABLED))]
fn memory_is_kept() {
    Python::attach(|py| {
        let text = py.get_type::<Text>();
        py_run!(
            py,
            text,
            "
            seen = set()
            for n in range(100):
                t = text(u'x' * n)
                seen.add(id(t))
                assert len(t) == n
            assert len(seen) <= 2, seen
            many = [text(u'y') for n in range(10)]
            del many
            assert [len(text(u'z' * n)) for n in range(10)] == list(range(10))
        "
        );
    });
}

#[derive(Clone, PartialEq, Debug)]
struct Point {
    x: i64,
}

py_class! {
    class Point(clone, eq, repr, get_all = (x)) {
        new(x) = |x: i64| Point { x };
    }
}

/// With `clone` an instance is taken by value, alone and in containers.
#[test]
fn clones_are_taken() -> PyResult<()> {
    Python::attach(|py| {
        let sum = py_fn!(
            py,
            sum(points, more = Vec::new()) =
                |point: Point, more: Vec<Point>| { point.x + more.iter().map(|point| point.x).sum::<i64>() }
        )?;
        let point = py.get_type::<Point>();
        py_run!(py, sum point, "
            assert sum(point(1), [point(2), point(3)]) == 6
            try:
                sum(1)
            except TypeError as error:
                assert str(error) == \"sum() argument 'points' must be Point, not int\", error
            else:
                assert False
        ");
        assert_eq!(point.call1((5,))?.extract::<Point>()?, Point { x: 5 });
        Ok(())
    })
}

struct Name(String);

py_class! {
    class Name {
        new(name) = |name: String| Name(name);
        fn __str__() = |this: &Name| this.0.clone();
        fn __repr__() = |this: &Name| format!("Name({})", this.0);
        fn __index__() = |_: &Name| 31;
    }
}

/// The spelling of 3.x fills what 2.7 has besides.
#[test]
fn older_spellings_follow() {
    Python::attach(|py| {
        let name = py.get_type::<Name>();
        let nonascii = "sch\u{f6}n";
        py_run!(py, name nonascii, "
            import sys
            n = name(nonascii)
            if sys.version_info < (3,):
                assert unicode(n) == nonascii and str(n) == nonascii.encode('utf-8')
                assert repr(n) == b'Name(' + nonascii.encode('utf-8') + b')'
                assert (hex(n), oct(n)) == ('0x1f', '037')
            else:
                assert str(n) == nonascii and repr(n) == 'Name(%s)' % nonascii
                assert (hex(n), oct(n)) == ('0x1f', '0o37')
        ");
    });
}

#[derive(PartialEq)]
struct Equal;

py_class! {
    class Equal(eq) {
        new() = || Equal;
    }
}

/// Equality without a hash takes the hash away, and says so.
#[test]
fn equality_alone_is_not_hashable() {
    Python::attach(|py| {
        let equal = py.get_type::<Equal>();
        py_run!(
            py,
            equal,
            "
            assert equal() == equal() and equal.__hash__ is None
            try:
                hash(equal())
            except TypeError as error:
                assert 'unhashable' in str(error)
            else:
                assert False
        "
        );
    });
}
