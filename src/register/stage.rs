//! How far has a version of a story come?

use super::token::tokens;

tokens! {
    /// The stage of a version; the published one stays visible until the next is published.
    Stage {
        /// Bản nháp.
        Draft = "draft",
        /// Chờ duyệt.
        InReview = "in-review",
        /// Đã công bố.
        Published = "published",
        /// Đã thu hồi.
        Withdrawn = "withdrawn",
    }
}
