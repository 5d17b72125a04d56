//! How is a drawing made a picture of so many dots an inch?

use super::drawing::Drawing;
use super::rows::Rows;
use super::shapes::{self, Kind};
use super::{Error, svg};
use image::ImageEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use resvg::{tiny_skia, usvg};

/// Most pixels of one picture: 256 MiB while it is drawn.
const MOST_PIXELS: u64 = 64_000_000;

/// Where the chunk with the resolution goes: after the signature and the header.
const AFTER_HEADER: usize = 8 + 25;

/// Writes one page; its true size stands in the file (pHYs). Symbols are of whole dots, none of them grey.
///
/// # Errors
/// Refuses a picture too large for the memory.
pub fn write(drawing: &Drawing, dpi: u32) -> Result<Vec<u8>, Error> {
    let dots = f64::from(dpi) / 25.4;
    let [width, height] = [drawing.width, drawing.height].map(|side| (side * dots).round().max(1.0) as u32);
    let (wide, tall) = (u64::from(width), u64::from(height));
    if wide * tall > MOST_PIXELS {
        return Err(Error::PictureTooLarge { width: wide, height: tall });
    }
    let tree = usvg::Tree::from_str(&svg::without_symbols(drawing), &usvg::Options::default()).map_err(|_| Error::Picture)?;
    let mut canvas = tiny_skia::Pixmap::new(width, height).ok_or(Error::Picture)?;
    canvas.fill(tiny_skia::Color::WHITE);
    // Of a CSS pixel, a 96th of an inch, which is what the tree is measured in.
    let zoom = dpi as f32 / 96.0;
    resvg::render(&tree, tiny_skia::Transform::from_scale(zoom, zoom), &mut canvas.as_mut());
    let mut plain: Vec<u8> = canvas.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    draw_symbols(&mut plain, drawing, dots, (width, height));
    let mut file = Vec::new();
    PngEncoder::new_with_quality(&mut file, CompressionType::Default, FilterType::Up)
        .write_image(&plain, width, height, image::ExtendedColorType::Rgb8)
        .map_err(|_| Error::Picture)?;
    file.splice(AFTER_HEADER..AFTER_HEADER, resolution(dpi));
    Ok(file)
}

/// Symbols over everything else, dot by dot.
fn draw_symbols(pixels: &mut [u8], drawing: &Drawing, dots: f64, size: (u32, u32)) {
    let mut symbols = Vec::new();
    shapes::each(drawing, &mut |shape| {
        if shape.kind == Kind::Symbol {
            symbols.push((shape.paint.screen, shape.covered(0.0, 0.0)));
        }
    });
    for (colour, polygons) in symbols {
        let mut rows = Rows::new(std::iter::once(polygons), dots, size);
        for row in pixels.chunks_exact_mut(3 * size.0 as usize) {
            for (from, to) in rows.next_row() {
                row[3 * *from as usize..3 * *to as usize].chunks_exact_mut(3).for_each(|pixel| pixel.copy_from_slice(&colour));
            }
        }
    }
}

/// The pHYs chunk (PNG, 11.3.4.3): dots a metre, both ways.
fn resolution(dpi: u32) -> Vec<u8> {
    let dots = (f64::from(dpi) / 0.0254).round() as u32;
    let mut body = b"pHYs".to_vec();
    body.extend(dots.to_be_bytes());
    body.extend(dots.to_be_bytes());
    body.push(1);
    let mut sum = flate2::Crc::new();
    sum.update(&body);
    let mut chunk = 9_u32.to_be_bytes().to_vec();
    chunk.extend(body);
    chunk.extend(sum.sum().to_be_bytes());
    chunk
}
