//! Who draws the pictures of shared pages? The room that draws the plates.

use crate::print::share_picture;
use crate::web::share_pictures::Painter;

/// Draws them; one that cannot be drawn is logged, and nothing is handed over.
#[must_use]
pub fn painter() -> Painter {
    Box::new(|drawn| {
        let picture = share_picture::write(drawn.above.as_deref(), &drawn.name, &drawn.foot);
        picture.inspect_err(|error| tracing::error!(error = error as &dyn std::error::Error, "a picture cannot be drawn")).ok()
    })
}
