//! How many symbols read, by which decoder, clean and damaged? As measured, for the manifest.

use super::damage::Trial;
use crate::qr::Decoder;
use crate::register::token::tokens;
use serde::ser::{Serialize, SerializeMap, Serializer};

tokens! {
    /// How thoroughly a finished file is read back.
    Proof {
        /// Every symbol as it is.
        Clean = "clean",
        /// And again blurred, turned, small and covered in part; what reads then is measured and refuses nothing.
        Damaged = "damaged",
    }
}

impl Proof {
    /// What every symbol goes through.
    #[must_use]
    pub fn trials(self) -> &'static [Trial] {
        match self {
            Self::Clean => &[Trial::Clean],
            Self::Damaged => Trial::ALL,
        }
    }
}

/// How many symbols each decoder reads after each trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    /// Symbols in all.
    pub all: usize,
    proof: Proof,
    read: [[usize; Decoder::ALL.len()]; Trial::ALL.len()],
}

impl Shares {
    /// Nothing measured yet.
    #[must_use]
    pub fn new(proof: Proof) -> Self {
        Self { all: 0, proof, read: Default::default() }
    }

    /// How many symbols this decoder read after this trial; none where the trial was not made.
    #[must_use]
    pub fn read(&self, trial: Trial, decoder: Decoder) -> Option<usize> {
        self.proof.trials().contains(&trial).then(|| self.read[trial as usize][decoder as usize])
    }

    /// Puts those of another page or file to these; what was not measured in both is not known of the whole.
    pub fn add(&mut self, other: &Self) {
        self.all += other.all;
        if other.proof == Proof::Clean {
            self.proof = Proof::Clean;
        }
        let counts = self.read.iter_mut().flatten().zip(other.read.iter().flatten());
        counts.for_each(|(count, more)| *count += more);
    }

    /// One symbol more was read.
    pub(super) fn count(&mut self, trial: Trial, decoder: Decoder) {
        self.read[trial as usize][decoder as usize] += 1;
    }
}

/// `{"all":2800,"clean":{"rqrr":2800,"rxing":2800},"blurred":{…},…}`, with the trials that were made.
impl Serialize for Shares {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("all", &self.all)?;
        for trial in self.proof.trials() {
            map.serialize_entry(trial.as_str(), &ByDecoder(&self.read[*trial as usize]))?;
        }
        map.end()
    }
}

struct ByDecoder<'a>(&'a [usize]);

impl Serialize for ByDecoder<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Decoder::ALL.iter().map(|decoder| decoder.as_str()).zip(self.0))
    }
}
