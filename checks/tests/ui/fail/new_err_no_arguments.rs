use pyrules::exceptions::PyValueError;

struct Point;

fn main() {
    let _ = PyValueError::new_err(Point);
}
