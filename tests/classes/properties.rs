//! Properties.

use crate::support::check;
use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;

struct Props {
    number: i64,
    text: String,
    list: Vec<i64>,
    object: PyObject,
    maybe: Option<i64>,
    r#type: u8,
}

impl Props {
    fn doubled(&self) -> i64 {
        self.number * 2
    }
    fn set_doubled(&mut self, value: i64) -> PyResult<()> {
        if value % 2 != 0 {
            return Err(PyErr::new::<PyValueError, _>("odd"));
        }
        self.number = value / 2;
        Ok(())
    }
    fn del_doubled(&mut self) {
        self.number = 0;
    }
    fn lent(&self) -> &str {
        &self.text
    }
    fn fails(&self) -> PyResult<i64> {
        Err(PyErr::new::<PyValueError, _>("no"))
    }
    fn with_token(&self, py: Python<'_>) -> bool {
        py.version_info() > (1, 0) && self.number >= 0
    }
    fn own(slf: &Bound<'_, Props>) -> Py<Props> {
        slf.clone().unbind()
    }
    fn set_own(slf: &Bound<'_, Props>, value: i64) {
        slf.borrow_mut().number = value;
    }
    fn remove(&mut self) -> PyResult<()> {
        self.maybe.take().map(drop).ok_or_else(|| PyErr::new::<PyValueError, _>("gone"))
    }
}

py_class! {
    mut class Props(subclass) {
        new(number = 1) = |number: i64| Python::attach(|py| Props {
            number,
            text: "text".to_owned(),
            list: vec![1],
            object: py.None().into_any().unbind(),
            maybe: None,
            r#type: 3,
        });
        /// A number.
        get number: field;
        set number: field;
        get text: field;
        set text: field;
        get list: field;
        set list: field;
        get object: field;
        set object: field;
        get maybe: field;
        set maybe: field;
        get r#type: field;
        set r#type: field;
        /// Twice the number.
        get doubled;
        set doubled;
        del doubled;
        get lent;
        get fails;
        get with_token = |props: &Props| Python::attach(|py| props.with_token(py));
        get own;
        set own = Props::set_own;
        get renamed = Props::doubled;
        get closure = |props: &Props| props.number + 100;
        set closure = |props: &mut Props, value: i64| props.number = value - 100;
        set only_set = |props: &mut Props, value: i64| props.number = value;
        del only_deleted = Props::remove;
        get removable = |props: &Props| props.maybe;
        del removable = Props::remove;
    }
}

#[test]
fn are_got_set_and_deleted() {
    Python::attach(|py| {
        check!(
            py,
            [Props],
            "
            class Sub(Props):
                extra = 1
            for cls in (Props, Sub):
                p = cls(4)
                assert (p.number, p.text, p.list, p.object, p.maybe) == (4, 'text', [1], None, None)
                p.number = 5
                p.text = 'other'
                p.list = (2, 3)
                marker = object()
                p.object = marker
                p.maybe = 8
                p.type = 9
                assert (p.number, p.text, p.list, p.maybe, p.type) == (5, 'other', [2, 3], 8, 9)
                assert p.object is marker
                p.list.append(1)
                assert p.list == [2, 3]
                assert p.doubled == 10 and p.renamed == 10 and p.closure == 105 and p.lent == 'other'
                p.doubled = 14
                assert p.number == 7
                assert raises(ValueError, setattr, p, 'doubled', 3) == 'odd'
                del p.doubled
                assert p.number == 0
                p.closure = 107
                assert p.number == 7
                assert p.with_token is True and p.own is p
                p.own = 9
                p.only_set = p.number + 1
                assert p.number == 10
                assert raises(ValueError, getattr, p, 'fails') == 'no'
                p.maybe = None
                p.maybe = 8
                del p.removable
                assert p.removable is None
                assert raises(ValueError, delattr, p, 'removable') == 'gone'
                p.maybe = 1
                del p.only_deleted
                assert p.maybe is None
        "
        );
    });
}

#[test]
fn refuse_what_is_not_declared() {
    Python::attach(|py| {
        check!(
            py,
            [Props],
            "
            p = Props(4)
            assert raises(AttributeError, delattr, p, 'number') == \"attribute 'number' cannot be deleted\"
            text = raises(AttributeError, setattr, p, 'removable', 1)
            assert text == \"attribute 'removable' is not writable\", text
            raises(AttributeError, setattr, p, 'lent', 'x')
            raises(AttributeError, delattr, p, 'lent')
            raises(AttributeError, getattr, p, 'only_set')
            raises(AttributeError, getattr, p, 'only_deleted')
            raises(AttributeError, setattr, p, 'unknown', 1)
            text = raises(TypeError, setattr, p, 'number', 'x')
            assert 'number' in text or 'value' in text, text
            raises(TypeError, setattr, p, 'text', 1)
            raises(OverflowError, setattr, p, 'type', 300)
            raises(OverflowError, setattr, p, 'number', 2 ** 70)
            assert (p.number, p.text, p.type) == (4, 'text', 3)
            raises(TypeError, setattr, p, 'doubled', None)
            raises(TypeError, Props.number.__get__, 1)
            raises(TypeError, Props.number.__set__, object(), 1)
            assert Props.number.__doc__ == 'A number.'
            assert Props.doubled.__doc__ == 'Twice the number.'
            assert Props.text.__doc__ is None
            assert Props.number.__name__ == 'number'
        "
        );
    });
}

/// A setter that drops what calls back.
struct Holder {
    object: Option<PyObject>,
}

py_class! {
    mut class Holder {
        new() = || Holder { object: None };
        get object: field;
        set object: field;
    }
}

#[test]
fn drop_the_old_value_after_the_borrow() {
    Python::attach(|py| {
        check!(
            py,
            [Holder],
            "
            h = Holder()
            seen = []
            class Calls(object):
                def __del__(self):
                    seen.append(h.object)
                    h.object = 'from __del__'
            h.object = Calls()
            h.object = 1
            collect(lambda: seen)
            assert seen == [1] and h.object == 'from __del__', (seen, h.object)
        "
        );
    });
}

/// Everything by options.
#[derive(Clone, Default)]
struct Listed {
    x: f64,
    y: Option<String>,
}

py_class! {
    mut class Listed(get_all = (x, y), set_all = (x), match_args = (x, y)) {
        new() = Listed::default;
    }
}

#[test]
fn by_options() {
    Python::attach(|py| {
        check!(
            py,
            [Listed],
            "
            l = Listed()
            l.x = 2
            assert (l.x, l.y) == (2.0, None)
            raises(AttributeError, setattr, l, 'y', 'x')
            assert Listed.__match_args__ == ('x', 'y')
            if since(3, 10):
                scope = dict(Listed=Listed, l=l)
                exec('''
            match l:
                case Listed(2.0, y=None): result = 'matched'
                case _: result = 'other'
            ''', scope)
                assert scope['result'] == 'matched'
        "
        );
    });
}
