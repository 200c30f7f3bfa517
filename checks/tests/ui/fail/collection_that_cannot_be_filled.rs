use pyrules::{AsDict, py_module};

/// Neither `Default` nor `Extend`.
pub struct Fixed(Vec<(String, i64)>);

impl IntoIterator for Fixed {
    type Item = (String, i64);
    type IntoIter = std::vec::IntoIter<(String, i64)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

fn count(AsDict(pairs): AsDict<Fixed>) -> usize {
    pairs.0.len()
}

py_module! {
    mod collections {
        fn count(pairs);
    }
}

fn main() {}
