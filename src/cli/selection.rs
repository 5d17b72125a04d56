//! Which signs does a command line choose?

use super::Error;
use crate::office::plates::plates;
use crate::qr::BaseUrl;
use crate::register::{OrderCause, Register, Selection, SelectionError, SignCode};
use crate::store::{Batch, BatchSign, Store, Terms};
use clap::Args;
use std::collections::{BTreeSet, HashMap};

/// Which signs to print; several may be combined.
#[derive(Args)]
#[group(id = "selection", required = true, multiple = true)]
pub struct Chosen {
    /// Every sign that is not retired
    #[arg(long)]
    all: bool,
    /// The signs of these streets
    #[arg(long, num_args = 1.., value_name = "SLUG")]
    street: Vec<String>,
    /// The signs in these wards of today
    #[arg(long, num_args = 1.., value_name = "CODE")]
    ward: Vec<String>,
    /// These signs; with --batch, only these plates of it, as a reprint
    #[arg(long, num_args = 1.., value_name = "CODE")]
    pub sign: Vec<String>,
    /// Signs that are in no batch yet
    #[arg(long)]
    missing: bool,
    /// Signs whose plate would say something else than in this batch or one before it, and signs that are new since
    #[arg(long, value_name = "ID")]
    pub since: Option<i64>,
    /// An earlier batch as it was printed then: its plate, its names, its base URL
    #[arg(long, value_name = "ID", conflicts_with_all = ["all", "street", "ward", "missing", "since", "plate"])]
    pub batch: Option<i64>,
}

impl Chosen {
    /// What the plates of the signs meant say, in the order of the sheets.
    ///
    /// # Errors
    /// Names every street, ward and code at once that is not in the register; refuses a selection without a sign.
    pub fn signs(&self, store: &mut Store, register: &Register, base: &BaseUrl, today: &str) -> Result<Vec<BatchSign>, Error> {
        let mut codes = self.sign.clone();
        if self.missing {
            codes.extend(store.signs_without_plate()?.iter().map(SignCode::to_string));
        }
        if let Some(batch) = self.since {
            let every = plates(&register.signs.iter().collect::<Vec<_>>(), register);
            let changed = store.changed_since(batch, &every, base.as_str())?;
            // A plate that only hangs on is not made anew, and neither is one that has been ordered since.
            let due = changed.iter().filter(|change| change.is_due());
            codes.extend(due.map(|change| change.code.to_string()));
        }
        let selection = Selection { all: self.all, streets: self.street.clone(), wards: self.ward.clone(), codes };
        Ok(plates(&selection.signs(register, today)?, register))
    }

    /// Only the plates named of a batch, as they were printed then: a new order that keeps their codes.
    ///
    /// # Errors
    /// Names every code at once that is not in the batch.
    pub fn of_batch(&self, batch: Batch, cause: OrderCause) -> Result<Batch, Error> {
        let mut unknown = BTreeSet::new();
        let known: HashMap<SignCode, usize> = batch.signs.iter().zip(0..).map(|(sign, at)| (sign.code, at)).collect();
        let mut wanted = BTreeSet::new();
        for given in &self.sign {
            match SignCode::parse(given).ok().and_then(|code| known.get(&code)) {
                Some(at) => drop(wanted.insert(*at)),
                None => drop(unknown.insert(given.chars().take(60).collect::<String>())),
            }
        }
        if !unknown.is_empty() {
            return Err(SelectionError::Unknown(unknown.into_iter().collect()).into());
        }
        let signs =
            wanted.into_iter().map(|at| BatchSign { state: crate::register::PlateState::Ordered, ..batch.signs[at].clone() }).collect();
        let terms = Terms { cause, reprint_of: Some(batch.id), ..Terms::default() };
        let now = crate::office::clock::now();
        Ok(Batch { id: 0, made_at: now, signs, terms, manifest_sha256: None, program: env!("CARGO_PKG_VERSION").to_owned(), ..batch })
    }
}
