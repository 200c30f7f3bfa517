//! The hash that the C variant's tables have, for the tables of the variants in Rust: what is compared is the way from Python and
//! back, not SipHash with multiplying and folding.

use std::hash::{BuildHasherDefault, Hasher};

pub type Mix = BuildHasherDefault<Mixer>;

#[derive(Default)]
pub struct Mixer(u64);

impl Mixer {
    #[inline]
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.0 ^ 0xa076_1d64_78bd_642f) * u128::from(word ^ 0xe703_7ed1_a0b4_28db);
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

impl Hasher for Mixer {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.mix(u64::from_le_bytes(word.try_into().unwrap_or_default()));
        }
        let mut last = [0; 8];
        last[..words.remainder().len()].copy_from_slice(words.remainder());
        self.mix(u64::from_le_bytes(last));
    }

    #[inline]
    fn write_u8(&mut self, _: u8) {
        // What ends a text, which is mixed as a whole anyway.
    }

    #[inline]
    fn write_i64(&mut self, number: i64) {
        self.mix(number as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}
