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
        let mut rest = bytes;
        self.0 = bytes.len() as u64;
        let word = if bytes.len() >= 8 {
            while let Some((word, after)) =
                rest.split_first_chunk::<8>().filter(|(_, after)| !after.is_empty())
            {
                self.mix(u64::from_ne_bytes(*word));
                rest = after;
            }
            // The last 8, some of them again.
            bytes.last_chunk().map_or(0, |word| u64::from_ne_bytes(*word))
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            u64::from(u32::from_ne_bytes(*first)) << 32 | u64::from(u32::from_ne_bytes(*last))
        } else {
            bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte))
        };
        self.mix(word);
    }

    #[inline]
    fn write_u8(&mut self, _: u8) {
        // What ends a text, which is mixed as a whole anyway.
    }

    #[inline]
    fn write_i64(&mut self, number: i64) {
        self.0 = number as u64;
        self.mix(8);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}
