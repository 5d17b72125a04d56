//! Why is an order not taken, or a step not?

use crate::register::{Explained, Fault, PlateStep, Sentence, SignCode};

/// What an order refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OrderError {
    /// An order without plates.
    #[error("an order has no plates")]
    Empty,
    /// No plate of the order is of these signs.
    #[error("not in batch {batch}: {codes:?}")]
    NotInBatch {
        /// The order.
        batch: i64,
        /// Every such sign.
        codes: Vec<SignCode>,
    },
    /// A step does not begin at the states of these plates.
    #[error("{step} does not begin there: {codes:?}")]
    Step {
        /// The step.
        step: PlateStep,
        /// Every such plate; none where none was meant.
        codes: Vec<SignCode>,
    },
    /// The order has no link of this number.
    #[error("there is no shop link {0}")]
    NoSuchShopLink(i64),
}

impl Explained for OrderError {
    fn fault(&self) -> Fault {
        match self {
            Self::NoSuchShopLink(_) => Fault::NotThere,
            Self::Empty | Self::NotInBatch { .. } | Self::Step { .. } => Fault::Refused,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Empty => Sentence::new("print-nothing-selected"),
            Self::NotInBatch { batch, codes } => Sentence::new("batch-lacks").with("batch", batch).with("codes", listed(codes)),
            Self::Step { codes, .. } if codes.is_empty() => Sentence::new("plates-none-meant"),
            Self::Step { codes, .. } => Sentence::new("plates-cannot-step").with("codes", listed(codes)),
            Self::NoSuchShopLink(id) => Sentence::new("store-no-shop-link").with("id", id),
        }
    }
}

/// Codes as people read them.
fn listed(codes: &[SignCode]) -> String {
    codes.iter().map(|code| code.grouped()).collect::<Vec<_>>().join(", ")
}
