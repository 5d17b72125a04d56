//! What does a phone put on its home screen? The manifest of a web app (W3C), in Vietnamese, as the signs are.

use crate::register::Lang;
use crate::web::assets::asset_address;
use crate::web::words::Words;
use serde_json::json;

/// The manifest.
pub fn manifest() -> String {
    let words = Words::of(Lang::Vi);
    let icon = |name: &str, sizes: &str, kind: &str| json!({ "src": asset_address(name), "sizes": sizes, "type": kind });
    let manifest = json!({
        "id": "/",
        "name": format!("{} {}", words.say("product"), words.say("city")),
        "short_name": words.say("product"),
        "description": words.say("home-lead"),
        "lang": Lang::Vi.as_str(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": "#12306b",
        "background_color": "#fbfaf6",
        "icons": [
            icon("icon.svg", "any", "image/svg+xml"),
            icon("icon-192.png", "192x192", "image/png"),
            icon("icon-512.png", "512x512", "image/png"),
        ],
    });
    format!("{manifest}\n")
}
