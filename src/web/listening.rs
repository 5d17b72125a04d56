//! How is a page listened to? A recording where the office has one, else the device's own voice where it has one.

use super::assets::asset_address;
use super::photos::licence_shown;
use super::recording_files::RecordingAsked;
use super::words::Words;
use crate::register::{Lang, Recording};
use maud::{Markup, html};

/// What there is to listen to on a page.
pub enum Listening {
    /// The labels of the buttons that a script puts there, if the device has a voice.
    Voice(String),
    /// A recording.
    Recorded {
        /// Its address.
        address: String,
        /// Its language, where it is not the page's.
        lang: Option<Lang>,
        /// What it is called.
        label: String,
        /// Who speaks, and under which terms it may be heard.
        credit: String,
    },
}

impl Listening {
    /// What there is to listen to, with this recording or without one.
    #[must_use]
    pub fn of(recording: Option<&Recording>, words: &Words) -> Self {
        let Some(one) = recording else {
            return Self::Voice(["listen", "listen-pause", "listen-stop"].map(|key| words.say(key)).join("|"));
        };
        let said: [(&str, &dyn std::fmt::Display); 2] =
            [("speaker", &one.speaker), ("licence", &licence_shown(one.licence.as_str(), words))];
        Self::Recorded {
            address: format!("/assets/{}", RecordingAsked::of(one).name()),
            lang: Some(one.lang).filter(|lang| *lang != words.lang()),
            label: words.say("recording"),
            credit: words.say_with("recording-credit", &said),
        }
    }

    /// The labels for the script, as the lead carries them.
    #[must_use]
    pub fn labels(&self) -> Option<&str> {
        if let Self::Voice(labels) = self { Some(labels) } else { None }
    }

    /// The script, where it has something to do.
    #[must_use]
    pub fn script(&self) -> Markup {
        html! { @if let Self::Voice(_) = self { script defer src=(asset_address("listen.js")) {} } }
    }

    /// The recording, under the lead.
    #[must_use]
    pub fn markup(&self) -> Markup {
        html! {
            @if let Self::Recorded { address, lang, label, credit } = self {
                figure { audio controls preload="none" src=(address) lang=[lang] aria-label=(label) {} figcaption { (credit) } }
            }
        }
    }
}
