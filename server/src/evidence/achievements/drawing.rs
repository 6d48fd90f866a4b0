//! The picture of a badge that nobody made one for: a rosette in a colour of its own, with a tick for a step on the way and
//! a star for the end of it. The same number always has the same picture.

use std::f32::consts::TAU;

use image::{
    ExtendedColorType, ImageEncoder, Rgb, RgbaImage,
    codecs::png::{CompressionType, FilterType, PngEncoder},
};

use super::rules::Level;

/// The edge of a picture, in pixels.
pub const EDGE: u16 = 384;
/// Colours that white stands out from.
const COLOURS: [[u8; 3]; 6] =
    [[22, 101, 82], [30, 82, 132], [122, 74, 12], [112, 48, 94], [16, 92, 104], [134, 50, 38]];
const WHITE: [u8; 3] = [255, 255, 255];
/// Where the tick turns, from the middle, in parts of the radius.
const TICK: [(f32, f32); 3] = [(-0.26, 0.02), (-0.07, 0.22), (0.29, -0.2)];

/// A picture as PNG.
pub fn draw(number: i64, level: Level) -> Vec<u8> {
    // Numbers of one hour differ little: they are stirred first (splitmix64).
    let mut seed = number.unsigned_abs().wrapping_mul(0x9E37_79B9_7F4A_7C15);
    seed = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let of = |shift: u32, count: u8| u8::try_from((seed >> shift) % u64::from(count)).unwrap_or_default();
    let colour = COLOURS[usize::from(of(7, 6))];
    let petals = f32::from(12 + of(19, 9));
    let points = f32::from(5 + of(31, 4));
    let turn = f32::from(of(43, 64)) / 64.0 * TAU;
    let radius = f32::from(EDGE) / 2.0;
    let mut picture = RgbaImage::new(EDGE.into(), EDGE.into());
    for (across, down, pixel) in picture.enumerate_pixels_mut() {
        let place = |at: u32| (f32::from(u16::try_from(at).unwrap_or_default()) + 0.5 - radius) / radius;
        let (x, y) = (place(across), place(down));
        let (far, angle) = (x.hypot(y), y.atan2(x));
        // How much of the pixel is within a line, by how far it is from it.
        let within = |distance: f32| distance.mul_add(-radius, 0.5).clamp(0.0, 1.0);
        let edge = (angle.mul_add(petals, turn)).cos().mul_add(0.035, 0.93);
        let ring = within((far - 0.76).abs() - 0.018);
        let second = if level == Level::Master { within((far - 0.68).abs() - 0.01) } else { 0.0 };
        let sign = match level {
            Level::Checkpoint => within(from_tick(x, y) - 0.065),
            Level::Master => within(far - star(angle, points)),
        };
        let white = ring.max(second).max(sign);
        let Rgb(mixed) = Rgb([0, 1, 2].map(|at| mix(colour[at], WHITE[at], white)));
        pixel.0 = [mixed[0], mixed[1], mixed[2], mix(0, 255, within(far - edge))];
    }
    let mut bytes = vec![];
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive)
        .write_image(&picture, EDGE.into(), EDGE.into(), ExtendedColorType::Rgba8)
        .expect("a picture is written into memory");
    bytes
}

/// How far the edge of a star is from its middle, in a direction.
fn star(angle: f32, points: f32) -> f32 {
    let wave = (angle + TAU / 4.0).mul_add(points, 0.0).cos();
    wave.mul_add(0.15, 0.36)
}

/// How far a place is from the line of the tick.
fn from_tick(x: f32, y: f32) -> f32 {
    let from = |a: (f32, f32), b: (f32, f32)| {
        let (along_x, along_y) = (b.0 - a.0, b.1 - a.1);
        let along = ((x - a.0) * along_x + (y - a.1) * along_y) / (along_x * along_x + along_y * along_y);
        let along = along.clamp(0.0, 1.0);
        (x - along.mul_add(along_x, a.0)).hypot(y - along.mul_add(along_y, a.1))
    };
    from(TICK[0], TICK[1]).min(from(TICK[1], TICK[2]))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between two bytes")]
fn mix(from: u8, to: u8, part: f32) -> u8 {
    f32::from(to).mul_add(part, f32::from(from) * (1.0 - part)).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_a_png_that_stays_the_same_and_differs_from_others() {
        let one = draw(812_345_678_901_234, Level::Master);
        assert_eq!(one, draw(812_345_678_901_234, Level::Master));
        assert_ne!(one, draw(812_345_678_901_234, Level::Checkpoint));
        assert_ne!(one, draw(812_345_678_909_999, Level::Master));
        let read = image::load_from_memory(&one).unwrap().to_rgba8();
        assert_eq!(read.dimensions(), (EDGE.into(), EDGE.into()));
        assert_eq!((read.get_pixel(0, 0).0[3], read.get_pixel(192, 192).0), (0, [255; 4]));
    }
}
