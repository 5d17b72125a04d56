//! What does a sketch of the ground look like? Drawn by the program from positions alone: no tile, no third party, no script.

use super::sketch_numbers::{At, DISC, DOT, Taken, places_of};
use super::sketch_paths::path_of;
use super::sketch_view::{View, WIDTH};
use crate::edition::Area;
use crate::register::{Position, StreetLine};
use maud::{Markup, html};

/// Most points of the street's own line, and of all others together: so the picture stays small.
const OWN_POINTS: usize = 300;
const OTHER_POINTS: usize = 1_100;
/// Most rings around a place.
const RINGS: usize = 6;
/// Radius of the mark of the place itself.
const OWN: f64 = 17.0;
/// Half the side of a sign's mark.
const SIGN: f64 = 8.0;
/// Where the scale stands: from the left, and above the lower edge.
const SCALE_LEFT: f64 = 24.0;
const SCALE_UP: f64 = 24.0;

/// Everything on a sketch. Of words it holds only those of its scale and its arrow: what it shows stands in a list beside it.
pub struct Sketch<'a> {
    /// The part of the ground.
    pub view: View,
    /// What it shows, for whoever does not see it.
    pub label: String,
    /// The letter at the arrow to the north.
    pub north: String,
    /// The length of the scale in words.
    pub scale: String,
    /// The place itself, with rings around it.
    pub own: Option<Position>,
    /// The street itself.
    pub own_line: Option<&'a StreetLine>,
    /// The other streets in view.
    pub lines: Vec<&'a StreetLine>,
    /// Surveyed signs.
    pub signs: Vec<Position>,
    /// Other places, each with the number that it has in the list.
    pub numbered: Vec<(usize, Position)>,
    /// A part that another sketch shows larger.
    pub part: Option<Area>,
}

impl Sketch<'_> {
    /// The picture, to stand in a page: its colours are the page's.
    #[must_use]
    pub fn markup(&self) -> Markup {
        let height = self.view.height();
        html! {
            svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label=(self.label) {
                (self.rings())
                (self.streets())
                @if let Some(part) = self.part { (self.part_box(part)) }
                @for at in &self.signs { (self.sign(*at)) }
                (self.numbers())
                @if let Some(own) = self.own { (self.mark(own)) }
                (self.scale_bar())
                (self.arrow())
            }
        }
    }

    fn rings(&self) -> Markup {
        let Some(own) = self.own else { return Markup::default() };
        let ((x, y), step) = (self.view.place(own), self.view.units(self.view.scale()));
        html! {
            g.ring {
                @for ring in (1..=RINGS).map(|ring| ring as f64 * step).filter(|radius| *radius < WIDTH) {
                    circle cx=(whole(x)) cy=(whole(y)) r=(whole(ring)) {}
                }
            }
        }
    }

    fn streets(&self) -> Markup {
        let others = path_of(&self.lines, &self.view, OTHER_POINTS);
        let own = self.own_line.map(|line| path_of(&[line], &self.view, OWN_POINTS)).unwrap_or_default();
        html! {
            @if !others.is_empty() { path.way d=(others) {} }
            @if !own.is_empty() { path.case d=(own) {} path.own d=(own) {} }
        }
    }

    fn part_box(&self, part: Area) -> Markup {
        let corner = |lon, lat| Position::of(lon, lat).map_or((0.0, 0.0), |at| self.view.place(at));
        let ((left, top), (right, bottom)) = (corner(part.west, part.north), corner(part.east, part.south));
        html! { rect.part x=(whole(left)) y=(whole(top)) width=(whole(right - left)) height=(whole(bottom - top)) rx="6" {} }
    }

    fn sign(&self, at: Position) -> Markup {
        let (x, y) = self.view.place(at);
        html! { rect.post x=(whole(x - SIGN)) y=(whole(y - SIGN)) width=(2.0 * SIGN) height=(2.0 * SIGN) rx="3" {} }
    }

    fn numbers(&self) -> Markup {
        let dots: Vec<At> = self.numbered.iter().map(|(_, at)| self.view.place(*at)).collect();
        let places = places_of(&dots, &self.taken());
        let placed = || dots.iter().zip(&places).zip(&self.numbered).map(|((dot, place), (number, _))| (*dot, *place, *number));
        html! {
            @for (dot, place, _) in placed() {
                @if let Some(place) = place.filter(|place| *place != dot) {
                    path.lead d=(format!("M{} {}L{} {}", whole(dot.0), whole(dot.1), whole(place.0), whole(place.1))) {}
                }
            }
            @for (dot, _, _) in placed().filter(|(dot, place, _)| *place != Some(*dot)) {
                circle.dot cx=(whole(dot.0)) cy=(whole(dot.1)) r=(DOT) {}
            }
            @for (_, place, number) in placed() {
                @if let Some((x, y)) = place {
                    circle.disc cx=(whole(x)) cy=(whole(y)) r=(DISC) {}
                    text x=(whole(x)) y=(whole(y) + 10) { (number) }
                }
            }
        }
    }

    fn mark(&self, own: Position) -> Markup {
        let (x, y) = self.view.place(own);
        html! { circle.here cx=(whole(x)) cy=(whole(y)) r=(OWN) {} circle.heart cx=(whole(x)) cy=(whole(y)) r="6" {} }
    }

    fn scale_bar(&self) -> Markup {
        let (length, y) = (self.view.units(self.view.scale()).round(), self.view.height() - SCALE_UP);
        html! {
            path.bar d=(format!("M{SCALE_LEFT} {}v12h{length}v-12", y - 12.0)) {}
            text.scale x=(SCALE_LEFT + 6.0) y=(y - 18.0) { (self.scale) }
        }
    }

    fn arrow(&self) -> Markup {
        html! {
            path.arrow d="M684 20l14 36-14-9-14 9z" {}
            text x="684" y="84" { (self.north) }
        }
    }

    /// What the numbers must not cover.
    fn taken(&self) -> Taken {
        let height = self.view.height();
        let own = self.own.map(|own| (self.view.place(own), OWN));
        let signs = self.signs.iter().map(|at| (self.view.place(*at), SIGN * 1.5));
        let scale = [0.0, height - SCALE_UP - 50.0, SCALE_LEFT + self.view.units(self.view.scale()).max(120.0), height];
        Taken { discs: own.into_iter().chain(signs).collect(), boxes: vec![scale, [662.0, 0.0, WIDTH, 92.0]], height }
    }
}

fn whole(units: f64) -> i32 {
    units.round() as i32
}
