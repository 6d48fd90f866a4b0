//! Pictures: whatever is uploaded is decoded within limits and made anew, so that nothing but the picture is kept;
//! people without one get a small shelf of books of their own.
//!
//! A crate by itself, so that it is optimised in development, too: nothing else there works on so many numbers.

use std::{fmt::Write, io::Cursor};

use bytes::Bytes;
use fast_image_resize::{MulDiv, ResizeOptions, Resizer};
use image::{
    AnimationDecoder, DynamicImage, Frames, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage,
    codecs::{
        gif::{GifDecoder, GifEncoder, Repeat},
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType, PngEncoder},
        webp::WebPDecoder,
    },
    metadata::Orientation,
};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use sha2::{Digest, Sha256};

/// The widths that a picture has besides its own, in pixels, where they are smaller.
pub const WIDTHS: [u32; 3] = [400, 800, 1600];
/// No picture is kept larger, on its longer side, in pixels.
pub const LARGEST: u32 = 2560;
/// The edge of an avatar, in pixels.
const AVATAR_EDGE_PX: u32 = 256;
/// The edge of the picture of a badge, in pixels.
const MEDAL_EDGE_PX: u32 = 512;
/// The longer edge of a picture that an import brings, in pixels.
const MAX_WIDTH_PX: u32 = 1600;
/// No uploaded picture may be larger than this, on either side, in pixels.
const MAX_EDGE_PX: u32 = 10_000;
/// Nor may it take more memory than this when it is decoded, in bytes: 48 megapixels in four colours of 8 bits.
const MAX_DECODING_BYTES: u64 = 192 * 1024 * 1024;
/// What moves has no more pictures, and all of them together no more pixels.
const MAX_FRAMES: u64 = 300;
const MAX_MOVING_PIXELS: u64 = 100_000_000;
/// How well JPEGs look, of 100: in a text, and where a page shows many small ones.
const JPEG_QUALITY: u8 = 82;
const AVATAR_QUALITY: u8 = 70;
/// How fast the colours of what moves are chosen: 1 is best, 30 fastest.
const GIF_SPEED: i32 = 10;

/// Why a picture was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// It is no picture that we know.
    NotAPicture,
    /// It is what some telephones keep and few browsers show (HEIF, ISO/IEC 23008-12).
    Heif,
    /// It ends in the midst, or something in it is wrong.
    Damaged,
    /// It has too many pixels.
    TooLarge,
    /// It moves for too long.
    TooLong,
}

/// A picture in one size.
pub struct OneSize {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// JPEG or PNG.
    pub bytes: Bytes,
}

/// A picture for a text, in all its sizes.
pub struct ForText {
    /// As large as it is kept.
    pub largest: OneSize,
    /// The same in smaller widths.
    pub smaller: Vec<OneSize>,
    /// What moves (GIF), if it does; the others are its first picture then.
    pub moving: Option<Bytes>,
}

/// An avatar: a square picture, as PNG or JPEG bytes with its ending.
pub fn portrait(bytes: &[u8]) -> Result<(Bytes, &'static str), Refused> {
    let (picture, rest) = decode(bytes)?;
    encode(&rest.finished(resized(picture, AVATAR_EDGE_PX, AVATAR_EDGE_PX)?), AVATAR_QUALITY)
}

/// The picture of a badge: a square PNG, since credentials are put into those.
pub fn medal(bytes: &[u8]) -> Result<Bytes, Refused> {
    let (picture, rest) = decode(bytes)?;
    png(&rest.finished(resized(picture, MEDAL_EDGE_PX, MEDAL_EDGE_PX)?))
}

/// A picture of an imported text, no wider than the page needs.
pub fn illustration(bytes: &[u8]) -> Result<(Bytes, &'static str), Refused> {
    let (picture, rest) = decode(bytes)?;
    encode(&rest.finished(within(picture, MAX_WIDTH_PX)?), JPEG_QUALITY)
}

/// A picture that a member puts into a text.
pub fn for_text(bytes: &[u8]) -> Result<ForText, Refused> {
    let moves = frames(bytes)? > 1;
    let (picture, rest) = decode(bytes)?;
    let moving = if moves { Some(moving(bytes, rest.format)?) } else { None };
    let mut picture = rest.finished(within(picture, LARGEST)?);
    // What was drawn is often smaller, and always truer, without loss.
    let is_jpeg = !picture.color().has_alpha() && (rest.format == ImageFormat::Jpeg || !is_smaller_as_png(&picture)?);
    let one = |picture: &DynamicImage| -> Result<OneSize, Refused> {
        let bytes = if is_jpeg { jpeg(picture)? } else { png(picture)? };
        Ok(OneSize { width: picture.width(), height: picture.height(), bytes })
    };
    let largest = one(&picture)?;
    let mut smaller = vec![];
    for width in WIDTHS.into_iter().rev().filter(|width| *width < largest.width) {
        let height = scaled(largest.height, width, largest.width);
        picture = resized(picture, width, height)?;
        smaller.push(one(&picture)?);
    }
    Ok(ForText { largest, smaller, moving })
}

/// What was drawn, as PNG.
pub fn drawn(picture: RgbImage) -> Result<Bytes, Refused> {
    png(&picture.into())
}

/// A side in the proportion of two others.
fn scaled(side: u32, to: u32, from: u32) -> u32 {
    (u64::from(side) * u64::from(to) / u64::from(from)).try_into().unwrap_or(u32::MAX).max(1)
}

/// A picture with no side longer than this.
fn within(picture: DynamicImage, longest: u32) -> Result<DynamicImage, Refused> {
    let longer = picture.width().max(picture.height());
    if longer <= longest {
        return Ok(picture);
    }
    let (width, height) = (scaled(picture.width(), longest, longer), scaled(picture.height(), longest, longer));
    resized(picture, width, height)
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

/// What else a file says of its picture.
struct Rest {
    format: ImageFormat,
    /// How it is to be turned.
    orientation: Orientation,
    /// What its colours mean (ICC.1).
    profile: Option<Vec<u8>>,
}

impl Rest {
    /// The picture as it is kept: 8 bits for each colour of sRGB, upright, and opaque where all of it is.
    fn finished(&self, picture: DynamicImage) -> DynamicImage {
        let is_opaque = !picture.color().has_alpha() || picture.to_rgba8().pixels().all(|pixel| pixel.0[3] == 255);
        let plain = if is_opaque { picture.into_rgb8().into() } else { picture.into_rgba8().into() };
        let mut picture = in_srgb(plain, self.profile.as_deref());
        picture.apply_orientation(self.orientation);
        picture
    }
}

/// The colours that a profile of red, green and blue or of grey means, as a browser shows them without one.
fn in_srgb(picture: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let Some(profile) = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok()) else { return picture };
    let has_alpha = picture.color().has_alpha();
    let layout = if has_alpha { Layout::Rgba } else { Layout::Rgb };
    let (from, grey) = match profile.color_space {
        DataColorSpace::Rgb => (layout, None),
        DataColorSpace::Gray if has_alpha => (Layout::GrayAlpha, Some(picture.to_luma_alpha8().into_raw())),
        DataColorSpace::Gray => (Layout::Gray, Some(picture.to_luma8().into_raw())),
        _ => return picture,
    };
    let to = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(from, &to, layout, TransformOptions::default()) else {
        return picture;
    };
    let mut colours = vec![0; picture.as_bytes().len()];
    if transform.transform(grey.as_deref().unwrap_or(picture.as_bytes()), &mut colours).is_err() {
        return picture;
    }
    let (width, height) = (picture.width(), picture.height());
    let shown = match layout {
        Layout::Rgba => image::RgbaImage::from_raw(width, height, colours).map(Into::into),
        _ => image::RgbImage::from_raw(width, height, colours).map(Into::into),
    };
    shown.unwrap_or(picture)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_EDGE_PX);
    limits.max_image_height = Some(MAX_EDGE_PX);
    limits.max_alloc = Some(MAX_DECODING_BYTES);
    limits
}

/// The picture as it is stored, and how it is to be shown. One that is too large is refused by what it says of itself.
fn decode(bytes: &[u8]) -> Result<(DynamicImage, Rest), Refused> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Refused::NotAPicture)?;
    let Some(format) = reader.format().filter(ImageFormat::reading_enabled) else {
        return Err(if is_heif(bytes) { Refused::Heif } else { Refused::NotAPicture });
    };
    let mut limits = limits();
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    // The decoder counts only what it needs besides the picture itself.
    limits.reserve(decoder.total_bytes()).map_err(refusal)?;
    // What is wrong beside the picture harms nothing.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    if format == ImageFormat::Jpeg && !is_whole_jpeg(bytes) {
        return Err(Refused::Damaged);
    }
    let picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    Ok((picture, Rest { format, orientation, profile }))
}

/// Whether a file says that it is HEIF, by its brand (ISO/IEC 14496-12, 4.3).
fn is_heif(bytes: &[u8]) -> bool {
    let brand = bytes.get(4..12).and_then(|head| head.strip_prefix(b"ftyp"));
    brand.is_some_and(|brand| {
        [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"].iter().any(|one| brand == *one)
    })
}

/// Whether a JPEG goes on to its end (ITU-T T.81, B.1). One that was cut off is decoded as well, with grey for the rest.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xff)) else {
            return false;
        };
        at += found;
        match bytes.get(at + 1) {
            None => return false,
            // More of the same may stand before a marker.
            Some(0xff) => at += 1,
            // What stands within a scan, and markers that stand alone.
            Some(0x00 | 0x01 | 0xd0..=0xd8) => at += 2,
            Some(0xd9) => return true,
            Some(_) => match bytes.get(at + 2..at + 4) {
                Some(length) => at += 2 + usize::from(u16::from_be_bytes([length[0], length[1]])),
                None => return false,
            },
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn refusal(error: image::ImageError) -> Refused {
    if matches!(error, image::ImageError::Limits(_)) { Refused::TooLarge } else { Refused::Damaged }
}

/// How many pictures what moves says it has; one, if it stands still. Nothing of them is decoded before that is known to be
/// within the limits.
fn frames(bytes: &[u8]) -> Result<u64, Refused> {
    let (count, width, height) = match image::guess_format(bytes) {
        Ok(ImageFormat::Gif) => {
            let mut options = gif::DecodeOptions::new();
            options.skip_frame_decoding(true);
            let mut decoder = options.read_info(bytes).map_err(|_| Refused::Damaged)?;
            let mut count = 0;
            while count <= MAX_FRAMES && decoder.next_frame_info().map_err(|_| Refused::Damaged)?.is_some() {
                count += 1;
            }
            (count, u32::from(decoder.width()), u32::from(decoder.height()))
        }
        Ok(ImageFormat::WebP) => {
            let decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
            let (width, height) = decoder.dimensions();
            (if decoder.is_animated() { decoder.num_frames().into() } else { 1 }, width, height)
        }
        _ => return Ok(1),
    };
    if count > 1 && width.max(height) > LARGEST {
        return Err(Refused::TooLarge);
    }
    let pixels = u64::from(width) * u64::from(height);
    if count > MAX_FRAMES || (count > 1 && count * pixels > MAX_MOVING_PIXELS) {
        return Err(Refused::TooLong);
    }
    Ok(count)
}

/// What moves, made anew picture by picture.
fn moving(bytes: &[u8], format: ImageFormat) -> Result<Bytes, Refused> {
    let from = Cursor::new(bytes);
    let frames: Frames<'_> = if format == ImageFormat::Gif {
        let mut decoder = GifDecoder::new(from).map_err(refusal)?;
        decoder.set_limits(limits()).map_err(refusal)?;
        decoder.into_frames()
    } else {
        let mut decoder = WebPDecoder::new(from).map_err(refusal)?;
        decoder.set_limits(limits()).map_err(refusal)?;
        decoder.into_frames()
    };
    let mut out = vec![];
    {
        let mut encoder = GifEncoder::new_with_speed(&mut out, GIF_SPEED);
        encoder.set_repeat(Repeat::Infinite).map_err(refusal)?;
        for frame in frames {
            encoder.encode_frame(frame.map_err(refusal)?).map_err(refusal)?;
        }
    }
    Ok(out.into())
}

fn encode(picture: &DynamicImage, quality: u8) -> Result<(Bytes, &'static str), Refused> {
    if picture.color().has_alpha() { Ok((png(picture)?, "png")) } else { Ok((jpeg_of(picture, quality)?, "jpg")) }
}

fn jpeg(picture: &DynamicImage) -> Result<Bytes, Refused> {
    jpeg_of(picture, JPEG_QUALITY)
}

fn jpeg_of(picture: &DynamicImage, quality: u8) -> Result<Bytes, Refused> {
    let mut out = vec![];
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut out, quality)).map_err(refusal)?;
    Ok(out.into())
}

fn png(picture: &DynamicImage) -> Result<Bytes, Refused> {
    let mut out = vec![];
    let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Default, FilterType::Adaptive);
    picture.write_with_encoder(encoder).map_err(refusal)?;
    Ok(out.into())
}

fn is_smaller_as_png(picture: &DynamicImage) -> Result<bool, Refused> {
    Ok(png(picture)?.len() <= jpeg(picture)?.len())
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

    fn png_of(picture: &DynamicImage) -> Vec<u8> {
        let mut out = Cursor::new(vec![]);
        picture.write_to(&mut out, ImageFormat::Png).unwrap();
        out.into_inner()
    }

    fn kind(made: &ForText) -> ImageFormat {
        image::guess_format(&made.largest.bytes).unwrap()
    }

    /// Red above on the left, green above on the right, blue below.
    fn scene(width: u32, height: u32) -> DynamicImage {
        image::RgbImage::from_fn(width, height, |x, y| {
            image::Rgb(match (x < width / 2, y < height / 2) {
                (true, true) => [230, 20, 20],
                (false, true) => [20, 200, 20],
                _ => [20, 20, 230],
            })
        })
        .into()
    }

    /// A JPEG with this segment (APP1 or APP2) after its beginning.
    fn with_segment(jpeg: &[u8], marker: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xff, marker], &length, data, &jpeg[2..]].concat()
    }

    fn exif(orientation: u8) -> Vec<u8> {
        [b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", &[orientation][..], b"\0\0\0\0\0\0"].concat()
    }

    fn is_near(found: [u8; 3], wanted: [u8; 3]) -> bool {
        found.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) < 24)
    }

    #[test]
    fn whichever_way_a_camera_was_held_the_picture_stands_upright_in_every_size() {
        // How the scene lies in the file for each of the eight (Exif 2.32, 4.6.4).
        let upright = scene(900, 600);
        for orientation in 1..=8 {
            let stored = match orientation {
                2 => upright.fliph(),
                3 => upright.rotate180(),
                4 => upright.flipv(),
                5 => upright.rotate90().fliph(),
                6 => upright.rotate270(),
                7 => upright.rotate270().fliph(),
                8 => upright.rotate90(),
                _ => upright.clone(),
            };
            let file = with_segment(&jpeg(&stored).unwrap(), 0xe1, &exif(orientation));
            let made = for_text(&file).unwrap();
            assert_eq!((made.largest.width, made.largest.height), (900, 600), "{orientation}");
            assert_eq!(kind(&made), ImageFormat::Jpeg);
            let widths: Vec<u32> = made.smaller.iter().map(|one| one.width).collect();
            assert_eq!(widths, [800, 400]);
            for one in std::iter::once(&made.largest).chain(&made.smaller) {
                let (width, height) = (one.width, one.height);
                assert!(!one.bytes.windows(4).any(|part| part == b"Exif"), "nothing else is in it");
                let shown = image::load_from_memory(&one.bytes).unwrap().to_rgb8();
                assert_eq!(shown.dimensions(), (width, height));
                for (x, y, colour) in [(1, 1, [230, 20, 20]), (3, 1, [20, 200, 20]), (1, 3, [20, 20, 230])] {
                    let found = shown.get_pixel(width * x / 4, height * y / 4).0;
                    assert!(is_near(found, colour), "{orientation}: {found:?} and not {colour:?}");
                }
            }
            assert_eq!(image::load_from_memory(&portrait(&file).unwrap().0).unwrap().width(), AVATAR_EDGE_PX);
        }
    }

    #[test]
    fn nothing_but_the_picture_is_kept_and_what_is_wrong_beside_it_harms_nothing() {
        // Where it was taken (Exif 2.32, 4.6.6), words of the camera, a thumbnail of more than is shown.
        let upright = jpeg(&scene(60, 40)).unwrap();
        let place = [
            &b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0"[..],
            b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0 GPS-here",
        ]
        .concat();
        let with_all = with_segment(&upright, 0xe1, &place);
        let with_all = with_segment(&with_all, 0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS-here</x:xmpmeta>");
        let with_all = with_segment(&with_all, 0xed, b"Photoshop 3.0\08BIM GPS-here");
        let with_all = with_segment(&with_all, 0xfe, b"GPS-here");
        let mut lossless = vec![];
        {
            let mut encoder = image::codecs::png::PngEncoder::new(&mut lossless);
            image::ImageEncoder::set_exif_metadata(&mut encoder, place[6..].to_vec()).unwrap();
            scene(60, 40).write_with_encoder(encoder).unwrap();
        }
        for file in [with_all, lossless] {
            assert!(file.windows(8).any(|part| part == b"GPS-here"));
            for bytes in [for_text(&file).unwrap().largest.bytes, portrait(&file).unwrap().0] {
                for word in [&b"GPS"[..], b"Exif", b"eXIf", b"xmp"] {
                    assert!(!bytes.windows(word.len()).any(|part| part == word), "{word:?}");
                }
            }
        }
        for odd in [
            &b"Exif\0\0"[..],
            b"Exif\0\0MM\0\x2a\xff\xff\xff\xff",
            b"Exif\0\0II\x2a\0\x08\0\0\0\xff\xff",
            b"ICC_PROFILE\0\x02\x01",
        ] {
            for marker in [0xe1, 0xe2] {
                assert!(for_text(&with_segment(&upright, marker, odd)).is_ok(), "{odd:?}");
            }
        }
    }

    #[test]
    fn a_webp_that_was_held_otherwise_stands_upright() {
        let stored = scene(90, 60).rotate270();
        let mut file = vec![];
        {
            let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut file);
            image::ImageEncoder::set_exif_metadata(&mut encoder, exif(6)[6..].to_vec()).unwrap();
            stored.write_with_encoder(encoder).unwrap();
        }
        let made = for_text(&file).unwrap();
        assert_eq!((made.largest.width, made.largest.height), (90, 60));
        let shown = image::load_from_memory(&made.largest.bytes).unwrap().to_rgb8();
        assert!(is_near(shown.get_pixel(20, 10).0, [230, 20, 20]) && is_near(shown.get_pixel(70, 10).0, [20, 200, 20]));
    }

    #[test]
    fn colours_are_those_that_were_meant() {
        // Display P3, whose strongest red no other screen has.
        let profile = ColorProfile::new_display_p3().encode().unwrap();
        let red = DynamicImage::from(image::RgbImage::from_pixel(64, 64, image::Rgb([250, 30, 30])));
        let data = [b"ICC_PROFILE\0\x01\x01", &profile[..]].concat();
        let file = with_segment(&jpeg(&red).unwrap(), 0xe2, &data);
        for bytes in [for_text(&file).unwrap().largest.bytes, portrait(&file).unwrap().0] {
            let found = image::load_from_memory(&bytes).unwrap().to_rgb8().get_pixel(30, 30).0;
            assert!(found[0] > 250 && found[1] < 12 && found[2] < 24, "{found:?}");
        }
        let deep =
            image::ImageBuffer::from_fn(3000, 2000, |x, _| image::Rgb([u16::try_from(x * 20).unwrap(), 0, 65535]));
        let made = for_text(&png_of(&DynamicImage::ImageRgb16(deep))).unwrap();
        assert_eq!((made.largest.width, made.largest.height), (2560, 1706));
        let found = image::load_from_memory(&made.largest.bytes).unwrap().to_rgb8().get_pixel(1280, 800).0;
        assert!(is_near(found, [117, 0, 255]), "{found:?}");
        // Greys that are meant lighter than they are written; transparent or not.
        let profile = ColorProfile::new_gray_with_gamma(1.0).encode().unwrap();
        let grey = |picture: DynamicImage| {
            let mut out = vec![];
            let mut encoder = image::codecs::png::PngEncoder::new(&mut out);
            image::ImageEncoder::set_icc_profile(&mut encoder, profile.clone()).unwrap();
            picture.write_with_encoder(encoder).unwrap();
            image::load_from_memory(&for_text(&out).unwrap().largest.bytes).unwrap().to_rgba8().get_pixel(5, 5).0
        };
        let found = grey(image::GrayImage::from_pixel(20, 20, image::Luma([100])).into());
        assert!(is_near([found[0], found[1], found[2]], [168, 168, 168]) && found[3] == 255, "{found:?}");
        let found = grey(image::GrayAlphaImage::from_pixel(20, 20, image::LumaA([100, 128])).into());
        assert!(is_near([found[0], found[1], found[2]], [168, 168, 168]) && found[3] == 128, "{found:?}");
        // A profile that is none harms nothing.
        let odd = with_segment(&jpeg(&red).unwrap(), 0xe2, b"ICC_PROFILE\0\x01\x01no profile");
        let found = image::load_from_memory(&for_text(&odd).unwrap().largest.bytes).unwrap().to_rgb8();
        assert!(is_near(found.get_pixel(30, 30).0, [250, 30, 30]));
    }

    /// A PNG that says it is so large, and has nothing in it.
    fn bomb(width: u32, height: u32) -> Vec<u8> {
        let mut head = b"IHDR".to_vec();
        head.extend_from_slice(&width.to_be_bytes());
        head.extend_from_slice(&height.to_be_bytes());
        head.extend_from_slice(&[8, 2, 0, 0, 0]);
        let mut crc = flate2::Crc::new();
        crc.update(&head);
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0d", &head[..], &crc.sum().to_be_bytes(), b"\0\0\x10\0IDAT", &[0; 4096]].concat()
    }

    #[test]
    fn what_is_no_good_picture_is_refused_with_its_reason() {
        let no = |bytes: &[u8]| for_text(bytes).err();
        assert_eq!(no(&bomb(50_000, 50_000)), Some(Refused::TooLarge));
        assert_eq!(no(&bomb(10_000, 10_000)), Some(Refused::TooLarge), "by what it would take");
        assert_eq!(no(&bomb(1, 65_535)), Some(Refused::TooLarge));
        assert_eq!(no(&bomb(100, 100)), Some(Refused::Damaged));
        let thin = for_text(&png_of(&scene(1, 9_000))).unwrap();
        assert_eq!((thin.largest.width, thin.largest.height, thin.smaller.len()), (1, 2560, 0));
        let photo = jpeg(&scene(400, 300)).unwrap();
        for third in 1..3 {
            assert_eq!(no(&photo[..photo.len() * third / 3]), Some(Refused::Damaged));
            assert_eq!(portrait(&photo[..photo.len() * third / 3]).err(), Some(Refused::Damaged));
        }
        // What a camera appends is no part of the picture.
        assert!(for_text(&[&photo[..], b"and more"].concat()).is_ok());
        let drawing = png_of(&scene(400, 300));
        assert_eq!(no(&drawing[..drawing.len() / 2]), Some(Refused::Damaged));
        for other in [
            &b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"[..],
            b"%PDF-1.7",
            b"GIF8",
            b"",
            b"\xff\xd8",
        ] {
            assert!(matches!(no(other), Some(Refused::NotAPicture | Refused::Damaged)), "{other:?}");
        }
        assert_eq!(no(b"\0\0\0\x20ftypheic\0\0\0\0mif1heic"), Some(Refused::Heif));
    }

    #[test]
    fn what_was_drawn_is_kept_without_loss_and_a_photograph_is_not() {
        let made = for_text(&png_of(&scene(900, 600))).unwrap();
        assert_eq!(kind(&made), ImageFormat::Png);
        assert_eq!(image::load_from_memory(&made.largest.bytes).unwrap().to_rgb8(), scene(900, 600).to_rgb8());
        let mut chance = 7_u32;
        let noisy = image::RgbImage::from_fn(300, 300, |x, y| {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let by = u8::try_from(chance >> 27).unwrap();
            image::Rgb([by + u8::try_from(x / 2).unwrap(), by + u8::try_from(y / 2).unwrap(), by])
        });
        assert_eq!(kind(&for_text(&png_of(&noisy.into())).unwrap()), ImageFormat::Jpeg);
        let glass = RgbaImage::from_fn(500, 500, |x, _| Rgba([200, 0, 0, u8::try_from(x / 2).unwrap()]));
        let made = for_text(&png_of(&glass.into())).unwrap();
        assert_eq!(kind(&made), ImageFormat::Png);
        assert!(image::load_from_memory(&made.smaller[0].bytes).unwrap().color().has_alpha());
        // Who says that something is transparent and has nothing that is, needs no alpha.
        let opaque = RgbaImage::from_pixel(50, 50, Rgba([1, 2, 3, 255]));
        assert!(
            !image::load_from_memory(&for_text(&png_of(&opaque.into())).unwrap().largest.bytes)
                .unwrap()
                .color()
                .has_alpha()
        );
    }

    fn gif(width: u32, height: u32, count: usize) -> Vec<u8> {
        let mut out = vec![];
        {
            let mut encoder = GifEncoder::new_with_speed(&mut out, 30);
            for at in 0..count {
                let shade = u8::try_from(at % 250).unwrap();
                let picture = RgbaImage::from_pixel(width, height, Rgba([shade, 0, 0, 255]));
                encoder.encode_frame(image::Frame::new(picture)).unwrap();
            }
        }
        out
    }

    #[test]
    fn what_moves_has_a_still_picture_and_an_end() {
        let made = for_text(&gif(420, 40, 3)).unwrap();
        assert_eq!((made.largest.width, made.smaller.len()), (420, 1));
        let moving = made.moving.unwrap();
        let frames = GifDecoder::new(Cursor::new(&moving[..])).unwrap().into_frames().collect_frames().unwrap();
        assert_eq!((frames.len(), frames[0].buffer().dimensions()), (3, (420, 40)));
        assert!(for_text(&gif(40, 40, 1)).unwrap().moving.is_none());
        assert_eq!(for_text(&gif(4, 4, 301)).err(), Some(Refused::TooLong));
        // By what it says of itself: a screen of 2500 by 2500 with 20 small pictures on it, or one that is larger than any.
        let mut wide = gif(4, 4, 20);
        wide[6..10].copy_from_slice(&[0xc4, 0x09, 0xc4, 0x09]);
        assert_eq!(for_text(&wide).err(), Some(Refused::TooLong));
        wide[6..10].copy_from_slice(&[0xff, 0xff, 0x01, 0x00]);
        assert_eq!(for_text(&wide).err(), Some(Refused::TooLarge));
        assert!(for_text(&png_of(&scene(40, 40))).unwrap().moving.is_none());
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
            .args(["--exact", "tests::takes_memory", "--ignored", "--nocapture"])
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
