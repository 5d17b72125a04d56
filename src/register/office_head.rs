//! Whose papers are they? What stands at the top left of an administrative paper (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.2).

use super::spelling::LONGEST_NAME;
use super::{Line, TextError};

/// The body that issues a paper (cơ quan ban hành), and the one right above it (cơ quan chủ quản trực tiếp); either is empty
/// where nobody has told us.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfficeHead {
    above: Line,
    office: Line,
}

impl OfficeHead {
    /// # Errors
    /// Refuses a name that is too long, or has characters that nobody sees.
    pub fn parse(above: &str, office: &str) -> Result<Self, TextError> {
        let [above, office] = [above, office].map(|name| Line::parse_up_to(name, LONGEST_NAME));
        Ok(Self { above: above?, office: office? })
    }

    /// The body above, empty where it is not known.
    #[must_use]
    pub fn above(&self) -> &str {
        self.above.as_str()
    }

    /// The body that issues the paper, empty where it is not known.
    #[must_use]
    pub fn office(&self) -> &str {
        self.office.as_str()
    }
}
