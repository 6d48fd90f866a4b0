//! Pictures: whatever is uploaded is decoded within limits and made anew, so that nothing but the picture is kept;
//! people without one get a small shelf of books of their own.

use std::{fmt::Write, io::Cursor};

use bytes::Bytes;
use fast_image_resize::{MulDiv, ResizeOptions, Resizer};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, metadata::Orientation};
use sha2::{Digest, Sha256};

/// The edge of an avatar, in pixels.
const AVATAR_EDGE_PX: u32 = 256;
/// The longer edge of a picture in a text, in pixels.
const MAX_WIDTH_PX: u32 = 1600;
/// No uploaded picture may be larger than this, on either side, in pixels.
const MAX_EDGE_PX: u32 = 10_000;
/// Nor may it take more memory than this when it is decoded, in bytes: 48 megapixels in four colours of 8 bits.
const MAX_DECODING_BYTES: u64 = 192 * 1024 * 1024;

/// Why a picture was not taken; the text is a message's key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// It is no picture that we know.
    NotAPicture,
    /// It has too many pixels.
    TooLarge,
}

/// An avatar: a square picture, as PNG or JPEG bytes with its ending.
pub fn portrait(bytes: &[u8]) -> Result<(Bytes, &'static str), Refused> {
    let (whole, orientation) = decode(bytes)?;
    encode(resized(whole, AVATAR_EDGE_PX, AVATAR_EDGE_PX)?, orientation)
}

/// A picture in a text, no wider than the page needs.
pub fn illustration(bytes: &[u8]) -> Result<(Bytes, &'static str), Refused> {
    let (whole, orientation) = decode(bytes)?;
    let longer = whole.width().max(whole.height());
    if longer <= MAX_WIDTH_PX {
        return encode(whole, orientation);
    }
    let to_scale = |side: u32| (side * MAX_WIDTH_PX / longer).max(1);
    let (width, height) = (to_scale(whole.width()), to_scale(whole.height()));
    encode(resized(whole, width, height)?, orientation)
}

/// The middle of a picture in another size (Lanczos). The whole is neither copied nor turned, since it may be large: the
/// colours of what is transparent are weighed where they stand.
fn resized(mut whole: DynamicImage, width: u32, height: u32) -> Result<DynamicImage, Refused> {
    let mut picture = DynamicImage::new(width, height, whole.color());
    let has_alpha = whole.color().has_alpha();
    let alpha = MulDiv::new();
    if has_alpha {
        alpha.multiply_alpha_inplace(&mut whole).map_err(|_| Refused::NotAPicture)?;
    }
    let middle = ResizeOptions::new().fit_into_destination(None).use_alpha(false);
    Resizer::new().resize(&whole, &mut picture, &middle).map_err(|_| Refused::NotAPicture)?;
    if has_alpha {
        alpha.divide_alpha_inplace(&mut picture).map_err(|_| Refused::NotAPicture)?;
    }
    Ok(picture)
}

/// The picture as it is stored, and how it is to be turned.
fn decode(bytes: &[u8]) -> Result<(DynamicImage, Orientation), Refused> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Refused::NotAPicture)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_EDGE_PX);
    limits.max_image_height = Some(MAX_EDGE_PX);
    limits.max_alloc = Some(MAX_DECODING_BYTES);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    // The decoder counts only what it needs besides the picture itself.
    limits.reserve(decoder.total_bytes()).map_err(refusal)?;
    let orientation = decoder.orientation().map_err(refusal)?;
    Ok((DynamicImage::from_decoder(decoder).map_err(refusal)?, orientation))
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn refusal(error: image::ImageError) -> Refused {
    if matches!(error, image::ImageError::Limits(_)) { Refused::TooLarge } else { Refused::NotAPicture }
}

fn encode(mut picture: DynamicImage, orientation: Orientation) -> Result<(Bytes, &'static str), Refused> {
    picture.apply_orientation(orientation);
    let (format, ending) =
        if picture.color().has_alpha() { (ImageFormat::Png, "png") } else { (ImageFormat::Jpeg, "jpg") };
    let picture =
        if ending == "jpg" { DynamicImage::from(picture.to_rgb8()) } else { DynamicImage::from(picture.to_rgba8()) };
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).map_err(refusal)?;
    Ok((out.into_inner().into(), ending))
}

/// Grounds and books of the generated pictures: muted, so that a row of them stays calm.
const GROUNDS: [&str; 6] = ["#e7ddc7", "#dbe2d3", "#e6d6cd", "#d5dde2", "#e2d8e0", "#dedccb"];
const BOOKS: [&str; 10] =
    ["#2f5d50", "#8a5a2b", "#7a3b3b", "#3d5a80", "#6b705c", "#9c6644", "#4a4e69", "#5b7553", "#a4763c", "#54494b"];

/// The generated avatar (identicon) for a seed: a shelf of books, the same everywhere, as SVG.
pub fn shelf(seed: &str) -> String {
    let chance = Sha256::digest(seed.as_bytes());
    let pick = |at: usize, from: usize| usize::from(chance[at % 32]) % from;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 72 72\" width=\"72\" height=\"72\"><rect width=\"72\" height=\"72\" fill=\"{}\"/>",
        GROUNDS[pick(0, GROUNDS.len())]
    );
    let (mut left, mut at) = (9, 1);
    let mut last = BOOKS.len();
    while left < 61 {
        let width = (7 + pick(at, 5)).min(63 - left);
        let height = 26 + pick(at + 1, 23);
        let mut colour = pick(at + 2, BOOKS.len());
        if colour == last {
            colour = (colour + 1) % BOOKS.len();
        }
        last = colour;
        let top = 58 - height;
        let _ = write!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{height}\" rx=\"1\" fill=\"{}\"/>\
             <rect x=\"{left}\" y=\"{}\" width=\"{}\" height=\"2\" fill=\"#fff\" opacity=\".55\"/>",
            width - 1,
            BOOKS[colour],
            top + 5 + pick(at + 3, 4),
            width - 1,
        );
        left += width;
        at += 4;
    }
    svg.push_str("<rect x=\"6\" y=\"58\" width=\"60\" height=\"2.5\" fill=\"#3a332b\"/></svg>");
    svg
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::*;

    #[test]
    fn what_is_transparent_lends_its_colour_to_nothing() {
        // Red where it can be seen, and green where it cannot.
        let picture =
            RgbaImage::from_fn(
                1024,
                1024,
                |x, _| {
                    if x / 4 % 2 == 0 { Rgba([255, 0, 0, 255]) } else { Rgba([0, 255, 0, 0]) }
                },
            );
        let mut png = Cursor::new(vec![]);
        DynamicImage::from(picture).write_to(&mut png, ImageFormat::Png).unwrap();
        let (small, ending) = portrait(png.get_ref()).unwrap();
        assert_eq!(ending, "png");
        let small = image::load_from_memory(&small).unwrap().to_rgba8();
        for (x, y, Rgba([red, green, _, alpha])) in small.enumerate_pixels() {
            assert!(*green < 8 && (*alpha < 8 || *red > 240), "at {x} {y}: {red} {green} {alpha}");
        }
    }

    /// In a process of its own, so that nobody else's memory is counted: see the test below.
    #[test]
    #[ignore = "run by the test below"]
    fn takes_memory() {
        let Ok(file) = std::env::var("LYCEUM_TEST_PICTURE") else { return };
        let bytes = std::fs::read(file).unwrap();
        let peak = || {
            let status = std::fs::read_to_string("/proc/self/status").unwrap();
            let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap().to_owned();
            line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap()
        };
        let before = peak();
        portrait(&bytes).unwrap();
        println!("\ntook {} kB", peak() - before);
    }

    /// What a process takes to make a portrait of this, in kilobytes.
    fn taken_by(picture: &DynamicImage) -> u64 {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("picture.png");
        picture.save(&file).unwrap();
        let output = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kit::files::picture::tests::takes_memory", "--ignored", "--nocapture"])
            .env("LYCEUM_TEST_PICTURE", &file)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let took = said.lines().find_map(|line| line.strip_prefix("took ")?.strip_suffix(" kB")?.parse().ok());
        took.unwrap_or_else(|| panic!("{said}"))
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_picture_with_transparency_takes_no_more_memory_than_one_without() {
        // 16 MB each.
        let opaque = taken_by(&DynamicImage::new_rgb8(2364, 2364));
        let transparent = taken_by(&DynamicImage::new_rgba8(2048, 2048));
        assert!(transparent < opaque + 6 * 1024, "{transparent} kB, and {opaque} kB without");
    }
}
