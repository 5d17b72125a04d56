//! How does the office tell why a file is not taken in as a picture? Which of several files it is comes with it.

use crate::register::{Explained, Fault, Sentence};
use crate::web::picture_head::{LONGEST_SIDE, MOST_PIXELS, UnfitPicture};

impl Explained for UnfitPicture {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Heic => Sentence::new("picture-heic"),
            Self::OtherSort(name) => Sentence::new("picture-other-sort").with("sort", name),
            Self::Unknown => Sentence::new("picture-unknown"),
            Self::Moving => Sentence::new("picture-moving"),
            Self::TooLarge { width, height } => Sentence::new("picture-too-large")
                .with("width", width)
                .with("height", height)
                .with("most", MOST_PIXELS / 1_000_000)
                .with("longest", LONGEST_SIDE),
            Self::TooHeavy => Sentence::new("picture-too-heavy"),
            Self::Damaged => Sentence::new("picture-damaged"),
        }
    }
}
