//! Lists and what goes through them.

use crate::support::{becomes, error, error_of, eval, round_trip, run, value};
use pyrules::{IntoPyObject, PyErr, PyList, PyResult, Python};
use std::collections::{BinaryHeap, LinkedList, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

#[test]
fn there_and_back() {
    for list in [vec![], vec![1], vec![1, -2, 3]] {
        round_trip(list.clone());
        round_trip(VecDeque::from(list.clone()));
        round_trip(LinkedList::from_iter(list.clone()));
        round_trip(list.clone().into_boxed_slice());
        assert_eq!(value::<Rc<[i32]>>(&format!("{list:?}")), list.clone().into());
        assert_eq!(value::<Arc<[i32]>>(&format!("{list:?}")), list.clone().into());
        becomes(list.clone(), &format!("{list:?}"));
        becomes(&list, &format!("{list:?}"));
        becomes(&list[..], &format!("{list:?}"));
        becomes(Rc::<[i32]>::from(list.clone()).as_ref(), &format!("{list:?}"));
    }
    round_trip([1.5, 2.5]);
    round_trip::<[String; 0]>([]);
    round_trip(vec![vec![Some("a".to_owned()), None], vec![]]);
    becomes(&["a", "b"], "[u'a', u'b']");
    becomes([&1, &2], "[1, 2]");
    assert_eq!(value::<BinaryHeap<i32>>("[2, 3, 1]").into_sorted_vec(), [1, 2, 3]);
    becomes(BinaryHeap::from([7]), "[7]");
}

#[test]
fn any_sequence_will_do() {
    assert_eq!(value::<Vec<i32>>("(1, 2)"), [1, 2]);
    assert_eq!(value::<Vec<i32>>("range(4)"), [0, 1, 2, 3]);
    assert_eq!(value::<Vec<i32>>("__import__('collections').deque([1, 2])"), [1, 2]);
    assert_eq!(value::<Vec<f64>>("__import__('array').array('d', [0.5])"), [0.5]);
    Python::attach(|py| {
        let object = run(
            py,
            "
class Countdown(object):
    def __len__(self): raise KeyError
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return 2 - i
x = Countdown()
",
        );
        assert_eq!(object.extract::<Vec<i32>>().unwrap(), [2, 1, 0]);
        assert!(!PyErr::occurred(py));
    });
}

#[test]
fn a_lie_about_the_length_costs_nothing() {
    Python::attach(|py| {
        let object = run(
            py,
            "
class Liar(list):
    def __len__(self): return 2**62
    def __iter__(self): return iter([1])
x = Liar()
",
        );
        assert_eq!(object.extract::<Vec<i32>>().unwrap(), [1]);
    });
}

#[test]
fn what_is_no_sequence() {
    for code in ["1", "None", "object()", "{1}", "{1: 2}", "iter([1])", "(i for i in [])"] {
        assert!(error::<Vec<i32>>(code).starts_with("TypeError: expected sequence, got "), "{code}");
    }
    assert_eq!(
        error::<Vec<String>>("u'abc'"),
        "TypeError: a str is not taken apart into its items: put it in a list, or pass list(...) of it"
    );
    assert!(error::<Vec<i32>>("b'abc'").contains("is not taken apart"));
    assert!(error::<Vec<u16>>("bytearray(b'abc')").starts_with("TypeError: a bytearray is not taken apart"));
    assert!(error::<VecDeque<char>>("u'abc'").contains("is not taken apart"));
}

#[test]
fn the_error_of_an_item_comes_out() {
    let start = "TypeError: item [1]: 'str' object cannot be interpreted";
    assert!(error::<Vec<i32>>("[1, 'a']").starts_with(start));
    assert!(error::<Vec<i32>>("__import__('collections').deque([1, 'a'])").starts_with(start));
    assert!(error::<Vec<i32>>("(1, 2**31)").starts_with("OverflowError: item [1]: "));
    assert_eq!(error::<Vec<Vec<i32>>>("[[1], 2]"), "TypeError: item [1] must be sequence, not int");
    assert_eq!(error::<Vec<Vec<String>>>("[[], [1]]"), "TypeError: item [1][0] must be str, not int");
    Python::attach(|py| {
        let object = run(
            py,
            "
class F(object):
    def __len__(self): return 5
    def __getitem__(self, i): raise ZeroDivisionError('at %d' % i)
x = F()
",
        );
        assert_eq!(error_of::<Vec<i32>>(&object), "ZeroDivisionError: at 0");
    });
}

#[test]
fn a_list_that_changes_meanwhile() {
    Python::attach(|py| {
        for (change, expected) in [
            ("del target[:]", vec![0]),
            ("target.append(1)", vec![0, 1, 1]),
            ("target[1] = 5", vec![0, 5]),
            ("target.insert(0, 9)", vec![0, 0, 1]),
        ] {
            let object = run(
                py,
                &format!(
                    "
class Saboteur(object):
    def __init__(self): self.done = False
    def __index__(self):
        if not self.done:
            self.done = True
            {change}
        return 0
target = [Saboteur(), 1]
Saboteur.__index__.__globals__['target'] = target
x = target
"
                ),
            );
            assert_eq!(object.extract::<Vec<i32>>().unwrap(), expected, "{change}");
        }
    });
}

#[test]
fn a_subclass_of_list_is_iterated_as_python_does() {
    Python::attach(|py| {
        let object = run(py, "class L(list):\n    def __iter__(self): return iter([7, 8])\nx = L([1])");
        assert_eq!(object.extract::<Vec<i32>>().unwrap(), [7, 8]);
        let object = run(py, "class L(list): pass\nx = L([1])");
        assert_eq!(object.extract::<Vec<i32>>().unwrap(), [1]);
    });
}

#[test]
fn arrays_have_their_length() {
    assert_eq!(value::<[i32; 2]>("[1, 2]"), [1, 2]);
    assert_eq!(error::<[i32; 2]>("[1]"), "TypeError: expected a sequence of length 2, not 1");
    assert_eq!(error::<[i32; 0]>("[1]"), "TypeError: expected a sequence of length 0, not 1");
}

#[test]
fn an_item_that_does_not_convert_to_python() {
    Python::attach(|py| {
        let items: Vec<PyResult<i32>> =
            vec![Ok(1), Err(pyrules::exceptions::PyKeyError::new_err("x")), Ok(2)];
        assert_eq!(items.into_pyobject(py).unwrap_err().to_string(), "KeyError: 'x'");
    });
}

#[test]
fn a_list_of_objects_counts_its_references() {
    Python::attach(|py| {
        let object = eval(py, "object()");
        let before = object.refcount();
        let list = PyList::new(py, [&object, &object]).unwrap();
        assert_eq!(object.refcount(), before + 2);
        let items: Vec<pyrules::PyObject> = list.extract().unwrap();
        assert_eq!(object.refcount(), before + 4);
        let back = (&items).into_pyobject(py).unwrap();
        assert_eq!(object.refcount(), before + 6);
        drop((items, back, list));
        assert_eq!(object.refcount(), before);
    });
}
