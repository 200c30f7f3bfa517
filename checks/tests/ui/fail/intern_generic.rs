use pyrules::prelude::*;

trait Named {
    const NAME: &'static str;
}

fn attribute<'py, T: Named>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    object.getattr(pyrules::intern!(object.py(), T::NAME))
}

fn main() {}
