use pyrules::*;
fn main() {
    Python::attach(|py| {
        let globals = PyDict::new(py);
        py.run("gone = []\nclass Noted(object):\n    def __del__(self, note=gone.append):\n        note(1)\n", Some(&globals), None).unwrap();
        let object = py.eval("Noted()", Some(&globals), None).unwrap().unbind();
        std::thread::spawn(move || { std::thread::sleep(std::time::Duration::from_millis(300)); drop(object); eprintln!("dropped") });
        let r = py.run("import time\nend = time.time() + 1\nwhile not gone and time.time() < end: pass\nprint(gone)", Some(&globals), None);
        eprintln!("{r:?}");
    });
}
