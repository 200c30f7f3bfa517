//! Awaitables, asynchronous iterators and context managers, driven by hand: since 3.5.

use crate::support::check;
use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;

/// Yields so often, then has a result.
struct Countdown {
    left: u32,
}

impl Countdown {
    fn next(&mut self) -> PyResult<Option<u32>> {
        match self.left {
            0 => Ok(None),
            13 => Err(PyErr::new::<PyValueError, _>("thirteen")),
            left => {
                self.left -= 1;
                Ok(Some(left))
            }
        }
    }
}

py_class! {
    mut class Countdown {
        new(left) = |left: u32| Countdown { left };
        fn __await__(slf) = |slf: &Bound<'_, Countdown>| slf.clone().unbind();
        fn __iter__(slf) = |slf: Py<Countdown>| slf;
        fn __next__() = Countdown::next;
    }
}

/// Gives awaitables.
struct Stream {
    left: u32,
}

impl Stream {
    fn next(&mut self) -> PyResult<Option<Countdown>> {
        match self.left {
            0 => Ok(None),
            13 => Err(PyErr::new::<PyValueError, _>("thirteen")),
            left => {
                self.left -= 1;
                Ok(Some(Countdown { left }))
            }
        }
    }
    fn exit(&self, kind: PyObject, _value: PyObject, _traceback: PyObject) -> Countdown {
        Python::attach(|py| Countdown { left: u32::from(kind.bind(py).is_none()) })
    }
}

py_class! {
    mut class Stream {
        new(left = 2) = |left: u32| Stream { left };
        fn __aiter__(slf) = |slf: &Bound<'_, Stream>| slf.clone().unbind();
        fn __anext__() = Stream::next;
        fn __aenter__() = |_: &Stream| Countdown { left: 1 };
        fn __aexit__(exc_type, exc_value, traceback) = Stream::exit;
    }
}

/// Not what Python wants.
struct Wrong;

py_class! {
    class Wrong {
        new() = || Wrong;
        fn __await__() = |_: &Wrong| 1;
        fn __aiter__() = |_: &Wrong| 1;
        fn __anext__() = |_: &Wrong| Some(1);
    }
}

#[test]
fn coroutines() {
    Python::attach(|py| {
        if py.version_info() < (3, 5) {
            return;
        }
        let scope = check!(
            py,
            [Countdown, Stream, Wrong],
            "
            source = '''
            async def waits():
                return await Countdown(3)
            async def iterates():
                result = []
                async for item in Stream():
                    result.append(type(item).__name__)
                    result.append(await item if hasattr(item, '__await__') else item)
                return result
            async def manages():
                async with Stream() as stream:
                    return stream
            async def fails():
                async with Stream():
                    raise KeyError('inside')
            async def wrong():
                await Wrong()
            async def wrong_iterator():
                async for x in Wrong():
                    pass
            async def raises_inside():
                await Countdown(13)
            async def raises_in_iterator():
                async for x in Stream(13):
                    pass
            async def comprehension():
                return [x async for x in Stream()]
            '''
            lines = source.splitlines()
            if not since(3, 6):
                lines = lines[:-3]
            exec('\\n'.join(line[0:] for line in lines), globals())

            def drive(coroutine):
                yielded = []
                try:
                    while True:
                        yielded.append(coroutine.send(None))
                except StopIteration as end:
                    return yielded, end.value

            assert drive(waits()) == ([3, 2, 1], None)
            yielded, result = drive(iterates())
            # What `__anext__` returns is awaited.
            assert yielded == [2, 1, 1] and result == ['NoneType', None] * 2, (yielded, result)
            assert drive(manages()) == ([1, 1], None)
            assert raises(KeyError, drive, fails()) == \"'inside'\"
            assert raises(TypeError, drive, wrong())
            assert raises(TypeError, drive, wrong_iterator())
            assert raises(ValueError, drive, raises_inside()) == 'thirteen'
            assert raises(ValueError, drive, raises_in_iterator()) == 'thirteen'
            if since(3, 6):
                assert drive(comprehension()) == ([2, 1, 1], [None, None])
            raises(StopAsyncIteration, Stream(0).__anext__)
            assert type(Stream().__anext__()) is Countdown
            import inspect, collections.abc
            assert inspect.isawaitable(Countdown(1))
            assert isinstance(Stream(), collections.abc.AsyncIterator)
            assert isinstance(Countdown(1), collections.abc.Awaitable)
        "
        );
        drop(scope);
    });
}
