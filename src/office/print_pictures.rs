//! What will a plate or a sheet look like? A picture of the same drawing that is printed, small enough for a page.

use super::answer::Answer;
use super::asked::Asked;
use super::plates::plates;
use super::press_room::job_to_look_at;
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::print::{self, Format, Grid};
use crate::qr::BaseUrl;
use crate::register::{Act, PlateState, STARTER_DATED, SignCode};
use crate::store::{Batch, BatchSign, Recipe, Terms};
use crate::web::form::Form;
use actix_web::http::header::CACHE_CONTROL;
use image::ImageEncoder;
use image::codecs::png::PngEncoder;
use quick_cache::sync::Cache;
use resvg::{tiny_skia, usvg};
use std::sync::{Arc, LazyLock};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/print/picture.png", OpenTo::WhoMay(Act::Read), show_picture),
    Route::get(r"/office/print/{batch:\d+}/plates/{code}.png", OpenTo::WhoMay(Act::Read), show_plate),
    Route::get(r"/office/print/{batch:\d+}/sheets/{number:\d+}.png", OpenTo::WhoMay(Act::Read), show_sheet),
];

/// Pixels of the longer side.
const PLATE_PIXELS: f32 = 640.0;
const SHEET_PIXELS: f32 = 900.0;
/// Pictures kept, so that a page that is looked at again costs nothing.
const MOST_KEPT: usize = 200;
/// Plates on one picture at most.
const MOST_PLATES: usize = 120;
/// The sign of a plate that stands for all: the code of the documents, which is never given out.
const EXAMPLE: &str = "K7M2Q2";
/// The address of an example where none is set: only a picture shows it.
const EXAMPLE_BASE: &str = "https://qr.haiphong.gov.vn";
/// What is the same for an hour need not be asked for again.
const FOR_AN_HOUR: &str = "private, max-age=3600";

static KEPT: LazyLock<Cache<String, Arc<Vec<u8>>>> = LazyLock::new(|| Cache::new(MOST_KEPT));

/// A picture of plates as a form asks for them: before there is an order.
fn show_picture(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let batch = batch_of_query(office, &asked.query)?;
    let pixels = if batch.recipe.sheet.is_empty() { PLATE_PIXELS } else { SHEET_PIXELS };
    picture(office, batch, pixels)
}

/// One plate of an order.
fn show_plate(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut batch = ordered(office, asked)?;
    let code = SignCode::parse(asked.part("code")).map_err(|_| Error::NotThere)?;
    batch.signs.retain(|sign| sign.code == code);
    if batch.signs.is_empty() {
        return Err(Error::NotThere);
    }
    (batch.recipe.sheet, batch.recipe.skip) = (String::new(), 0);
    picture(office, batch, PLATE_PIXELS)
}

/// One sheet of an order, from 1.
fn show_sheet(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut batch = ordered(office, asked)?;
    let (job, format) = job_to_look_at(&batch)?;
    let pages = print::page_count(&job, format)?;
    let number = usize::try_from(asked.number("number").unwrap_or_default()).unwrap_or_default();
    if number == 0 || number > pages {
        return Err(Error::NotThere);
    }
    if batch.recipe.sheet.is_empty() && format == Format::Pdf {
        "a3".clone_into(&mut batch.recipe.sheet);
    }
    let places = plates_a_sheet(&batch)?;
    let skip = usize::try_from(batch.recipe.skip).unwrap_or_default();
    let sides = if job.plate.is_two_sided() { 2 } else { 1 };
    let sheet = (number - 1) / sides;
    let from = (sheet * places).saturating_sub(skip);
    let until = ((sheet + 1) * places).saturating_sub(skip).min(batch.signs.len());
    batch.signs = batch.signs.get(from..until).ok_or(Error::NotThere)?.to_vec();
    if sheet > 0 {
        batch.recipe.skip = 0;
    }
    picture_of_page(office, batch, SHEET_PIXELS, (number - 1) % sides)
}

/// How many plates a full sheet of this order holds: the fewest more than one that ask for a second sheet, less one.
fn plates_a_sheet(batch: &Batch) -> Result<usize, Error> {
    let (mut job, format) = job_to_look_at(batch)?;
    job.skip = 0;
    let first = job.signs.first().cloned().ok_or(Error::NotThere)?;
    let sides = if job.plate.is_two_sided() { 2 } else { 1 };
    let (mut low, mut high) = (1_usize, 4096);
    while low < high {
        let middle = (low + high).div_ceil(2);
        job.signs = vec![first.clone(); middle];
        if print::page_count(&job, format)? / sides > 1 { high = middle - 1 } else { low = middle }
    }
    Ok(low)
}

fn ordered(office: &Office, asked: &Asked) -> Result<Batch, Error> {
    Ok(office.store()?.get_batch(asked.number("batch").ok_or(Error::NotThere)?)?)
}

fn batch_of_query(office: &Office, query: &Form) -> Result<Batch, Error> {
    let codes: Vec<SignCode> = query.get("codes").split('.').filter_map(|code| SignCode::parse(code).ok()).take(MOST_PLATES).collect();
    let signs = if codes.is_empty() { vec![example()?] } else { plates_of(office, &codes)? };
    let base = office.base().map_or_else(|| EXAMPLE_BASE.to_owned(), |base| base.as_str().to_owned());
    BaseUrl::parse(&base)?;
    let recipe = Recipe {
        format: Format::Svg.to_string(),
        sheet: query.get("sheet"),
        skip: query.get("skip").parse().unwrap_or_default(),
        dated: STARTER_DATED.to_owned(),
        ..Recipe::default()
    };
    Ok(Batch {
        id: 0,
        made_at: clock::now(),
        ordered_by: String::new(),
        base_url: base,
        plate: query.get("plate"),
        program: String::new(),
        recipe,
        terms: Terms::default(),
        manifest_sha256: None,
        signs,
    })
}

fn plates_of(office: &Office, codes: &[SignCode]) -> Result<Vec<BatchSign>, Error> {
    let register = office.store()?.read_places_and_signs()?;
    let signs: Vec<_> = codes.iter().filter_map(|code| register.signs.iter().find(|sign| sign.code == *code)).collect();
    Ok(plates(&signs, &register))
}

fn example() -> Result<BatchSign, Error> {
    Ok(BatchSign {
        code: SignCode::parse(EXAMPLE).map_err(|_| Error::NotThere)?,
        kind_word: "Phố".to_owned(),
        name: "Cầu Đất".to_owned(),
        number: None,
        place: String::new(),
        ward: String::new(),
        mounting_m: None,
        distance_m: None,
        state: PlateState::Ordered,
    })
}

fn picture(office: &Office, batch: Batch, pixels: f32) -> Result<Answer, Error> {
    picture_of_page(office, batch, pixels, 0)
}

/// Draws the page with this number of what is asked for, one picture at a time, or gives the one drawn before.
fn picture_of_page(office: &Office, batch: Batch, pixels: f32, page: usize) -> Result<Answer, Error> {
    let signs: Vec<_> = batch.signs.iter().map(|sign| (sign.code, &sign.kind_word, &sign.name, sign.number)).collect();
    let Recipe { plate_file, sheet, skip, .. } = &batch.recipe;
    let key = format!("{} {plate_file} {sheet} {skip} {page} {} {signs:?}", batch.plate, batch.base_url);
    let drawn = match KEPT.get(&key) {
        Some(drawn) => drawn,
        None => {
            let _turn = office.picture_turn();
            let drawn = Arc::new(draw(&batch, pixels, page)?);
            KEPT.insert(key, drawn.clone());
            drawn
        }
    };
    Ok(Answer::file("image/png", drawn.to_vec()).with(CACHE_CONTROL, FOR_AN_HOUR))
}

fn draw(batch: &Batch, pixels: f32, page: usize) -> Result<Vec<u8>, Error> {
    let (mut job, _) = job_to_look_at(batch)?;
    // A picture has dots of its own.
    job.device = Grid::new(None, 0)?;
    let (mut svg, mut at) = (None, 0);
    print::write(&job, Format::Svg, |finished| {
        if at == page {
            svg = Some(finished.bytes);
        }
        at += 1;
        Ok::<_, Error>(())
    })?;
    raster(&svg.ok_or(Error::NotThere)?, pixels)
}

fn raster(svg: &[u8], pixels: f32) -> Result<Vec<u8>, Error> {
    let unfit = || Error::Print(print::Error::Picture);
    let tree = usvg::Tree::from_data(svg, &usvg::Options::default()).map_err(|_| unfit())?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = pixels / width.max(height);
    let mut canvas = tiny_skia::Pixmap::new((width * scale).ceil() as u32, (height * scale).ceil() as u32).ok_or_else(unfit)?;
    canvas.fill(tiny_skia::Color::WHITE);
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let plain: Vec<u8> = canvas.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut file = Vec::new();
    let written = PngEncoder::new(&mut file).write_image(&plain, canvas.width(), canvas.height(), image::ExtendedColorType::Rgb8);
    written.map_err(|_| unfit()).map(|()| file)
}
