//! Pictures for the people of the sample: small painted landscapes, one like no other, from nothing but a name.

use image::{Rgb, RgbImage};

use super::chance::Chance;

/// The edge of a picture, in pixels.
const EDGE_PX: u32 = 256;

type Colour = [f64; 3];

/// Colours that go together: the sky from above to the horizon, the light, and the ground from far to near.
struct Palette {
    sky: [u32; 2],
    light: u32,
    ground: [u32; 2],
}

const PALETTES: [Palette; 12] = [
    Palette { sky: [0x002f_4858, 0x00f6_ae2d], light: 0x00ff_f1c9, ground: [0x0086_6a5c, 0x001f_2d33] },
    Palette { sky: [0x008f_b8c9, 0x00f4_ead2], light: 0x00ff_ffff, ground: [0x009d_b5a0, 0x002f_5d50] },
    Palette { sky: [0x00f2_c6a0, 0x00fb_efdf], light: 0x00e2_6d5a, ground: [0x00d9_9a7c, 0x006b_3a3a] },
    Palette { sky: [0x001d_2a44, 0x005a_6f94], light: 0x00f5_efd8, ground: [0x003e_5070, 0x000e_1626] },
    Palette { sky: [0x00d8_cfe3, 0x00f7_e7dc], light: 0x00f2_a65a, ground: [0x00a3_8fb5, 0x0046_3a5e] },
    Palette { sky: [0x00f3_d9b1, 0x00e8_9f71], light: 0x00b2_3a48, ground: [0x008c_5e58, 0x003b_2a31] },
    Palette { sky: [0x00bf_d7c1, 0x00f1_f0dd], light: 0x00f7_d488, ground: [0x007f_a67d, 0x0029_4936] },
    Palette { sky: [0x005b_8a9d, 0x00dc_ebe8], light: 0x00ff_e8b8, ground: [0x006f_97a0, 0x001e_3f4f] },
    Palette { sky: [0x00e9_d8a6, 0x00f5_f0dc], light: 0x00ca_6702, ground: [0x0094_a684, 0x003c_4f3a] },
    Palette { sky: [0x003a_3156, 0x00e0_7a7f], light: 0x00ff_d6a5, ground: [0x007d_4e6e, 0x0024_1b36] },
    Palette { sky: [0x00c9_dbe8, 0x00fc_f6ec], light: 0x00e9_b44c, ground: [0x008c_a0b3, 0x0033_4255] },
    Palette { sky: [0x0012_3c3b, 0x007f_b69b], light: 0x00f4_f1bb, ground: [0x003f_7d6d, 0x000b_2524] },
];

/// A picture for whoever has this name and comes at this place in the row; neighbours in the row differ most.
pub fn paint(name: &str, place: usize) -> RgbImage {
    let mut chance = Chance::named(name);
    let palette = &PALETTES[place * 5 % PALETTES.len()];
    // Colours come again after twelve; the landscape is another one then.
    let motif = (place + place / PALETTES.len()) % 4;
    let mut canvas = Canvas { pixels: vec![[0.0; 3]; (EDGE_PX * EDGE_PX) as usize] };
    canvas.sky(palette);
    match motif {
        0 => canvas.hills(palette, &mut chance, 5),
        1 => canvas.sea(palette, &mut chance),
        2 => canvas.wood(palette, &mut chance),
        _ => canvas.peaks(palette, &mut chance),
    }
    canvas.finished(&mut chance)
}

struct Canvas {
    pixels: Vec<Colour>,
}

impl Canvas {
    /// Lays a colour over every point, as thick as the shape says: 0 to 1.
    fn lay(&mut self, colour: impl Fn(f64, f64) -> Colour, shape: impl Fn(f64, f64) -> f64) {
        for (at, pixel) in (0_u32..).zip(&mut self.pixels) {
            let (x, y) = (unit(at % EDGE_PX), unit(at / EDGE_PX));
            let thick = shape(x, y);
            if thick > 0.0 {
                *pixel = mix(*pixel, colour(x, y), thick.min(1.0));
            }
        }
    }

    fn sky(&mut self, palette: &Palette) {
        let (above, below) = (colour(palette.sky[0]), colour(palette.sky[1]));
        self.lay(|_, y| mix(above, below, smooth(0.0, 0.8, y)), |_, _| 1.0);
    }

    /// A sun or a moon with its glow.
    fn light(&mut self, palette: &Palette, x: f64, y: f64, size: f64) {
        let light = colour(palette.light);
        let far = move |px: f64, py: f64| (px - x).hypot(py - y);
        self.lay(|_, _| light, |px, py| 0.55 * (1.0 - smooth(0.0, size * 3.2, far(px, py))));
        self.lay(|_, _| light, |px, py| 1.0 - smooth(size - 0.006, size + 0.006, far(px, py)));
    }

    /// Ground that reaches up to a line, with haze towards its foot.
    fn ridge(&mut self, colour: Colour, haze: Colour, line: impl Fn(f64) -> f64) {
        self.lay(
            |x, y| mix(colour, haze, 0.35 * smooth(0.0, 0.35, y - line(x))),
            |x, y| smooth(-0.004, 0.004, y - line(x)),
        );
    }

    fn hills(&mut self, palette: &Palette, chance: &mut Chance, count: u32) {
        let (x, y, size) = (chance.between(0.2, 0.8), chance.between(0.2, 0.38), chance.between(0.06, 0.11));
        self.light(palette, x, y, size);
        let haze = colour(palette.sky[1]);
        for layer in 0..count {
            let near = f64::from(layer) / f64::from(count - 1);
            let wave = Wave::new(chance, 0.05 + 0.05 * near);
            let height = 0.45 + 0.42 * near;
            self.ridge(between(palette.ground, near), haze, |x| height + wave.at(x));
        }
    }

    fn sea(&mut self, palette: &Palette, chance: &mut Chance) {
        let horizon = chance.between(0.5, 0.62);
        let (x, size) = (chance.between(0.25, 0.75), chance.between(0.09, 0.15));
        self.light(palette, x, horizon - chance.between(0.01, 0.16), size);
        let (far, near, light) = (between(palette.ground, 0.15), between(palette.ground, 0.9), colour(palette.light));
        let depth = move |y: f64| ((y - horizon) / (1.0 - horizon)).clamp(0.0, 1.0);
        self.lay(|_, y| mix(far, near, depth(y).sqrt()), |_, y| smooth(-0.003, 0.003, y - horizon));
        let (first, second) = (chance.between(0.0, 6.0), chance.between(0.0, 6.0));
        // The light lies on the water in strokes that grow towards us.
        self.lay(
            |_, _| light,
            |px, py| {
                let down = depth(py);
                let stroke = (90.0 * down.powf(0.55) + first + 0.7 * (14.0 * px + second).sin()).sin();
                let width = size * (0.7 + 1.5 * down);
                let path = 1.0 - smooth(0.35 * width, width, (px - x).abs());
                if py < horizon { 0.0 } else { 0.75 * path * smooth(0.0, 0.8, stroke) * (1.0 - 0.5 * down) }
            },
        );
        let wave = Wave::new(chance, 0.03);
        let lean = chance.between(-0.5, 0.5);
        self.ridge(between(palette.ground, 1.0), far, |px| 0.93 + wave.at(px) + lean * (px - 0.5) * 0.4);
    }

    fn wood(&mut self, palette: &Palette, chance: &mut Chance) {
        let (x, y, size) = (chance.between(0.3, 0.7), chance.between(0.25, 0.45), chance.between(0.1, 0.17));
        self.light(palette, x, y, size);
        let haze = colour(palette.sky[1]);
        for layer in 0..3_u32 {
            let near = f64::from(layer) / 2.0;
            let (ground, paint) = (0.7 + 0.12 * near, between(palette.ground, 0.2 + 0.8 * near));
            let trees: Vec<(f64, f64, f64)> = (0..9 - 2 * layer)
                .map(|_| {
                    (chance.between(-0.05, 1.05), chance.between(0.22, 0.5) + 0.12 * near, chance.between(0.05, 0.1))
                })
                .collect();
            self.lay(
                |_, py| mix(paint, haze, 0.25 * (1.0 - near) * smooth(0.2, 0.9, py)),
                |px, py| {
                    let tree = |(x, height, width): &(f64, f64, f64)| {
                        // A fir: wider towards its foot, in steps of branches.
                        let down = (py - (ground - height)) / height;
                        let branch = 0.75 + 0.25 * (down * 7.0).fract();
                        let half = width * down * branch * (0.6 + 0.4 * near);
                        if (0.0..1.1).contains(&down) {
                            1.0 - smooth(half - 0.005, half + 0.005, (px - x).abs())
                        } else {
                            0.0
                        }
                    };
                    trees.iter().map(tree).fold(0.0, f64::max)
                },
            );
            let wave = Wave::new(chance, 0.02);
            self.ridge(paint, haze, |px| ground + 0.03 + wave.at(px));
        }
    }

    fn peaks(&mut self, palette: &Palette, chance: &mut Chance) {
        let (x, size) = (chance.between(0.15, 0.85), chance.between(0.05, 0.09));
        self.light(palette, x, chance.between(0.14, 0.3), size);
        let (haze, snow) = (colour(palette.sky[1]), colour(palette.light));
        for layer in 0..3_u32 {
            let near = f64::from(layer) / 2.0;
            let (top, tilt) = (chance.between(0.2, 0.8), chance.between(0.9, 1.5));
            let height = 0.36 + 0.2 * near + chance.between(-0.05, 0.05);
            let rough = Wave::new(chance, 0.035);
            let line = |px: f64| (height + (px - top).abs() * tilt * 0.55 + 0.7 * rough.at(px * 2.3)).min(0.95);
            self.ridge(between(palette.ground, 0.1 + 0.6 * near), haze, line);
            if layer < 2 {
                let edge = Wave::new(chance, 0.04);
                self.lay(
                    |_, _| snow,
                    |px, py| {
                        let below = py - line(px);
                        let lies = 0.11 - (px - top).abs() * 0.45 + edge.at(px * 5.0);
                        0.8 * smooth(-0.004, 0.004, below) * (1.0 - smooth(lies - 0.01, lies + 0.01, below))
                    },
                );
            }
        }
        let wave = Wave::new(chance, 0.04);
        self.ridge(between(palette.ground, 1.0), haze, |px| 0.86 + wave.at(px));
    }

    /// With the grain of paper, and a little darker towards the corners.
    fn finished(self, chance: &mut Chance) -> RgbImage {
        let mut picture = RgbImage::new(EDGE_PX, EDGE_PX);
        for (at, pixel) in (0_u32..).zip(self.pixels) {
            let (x, y) = (unit(at % EDGE_PX) - 0.5, unit(at / EDGE_PX) - 0.5);
            let shade = 1.0 - 0.35 * (x * x + y * y);
            let grain = chance.between(-5.0, 5.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
            let byte = |value: f64| (value * shade * 255.0 + grain).clamp(0.0, 255.0) as u8;
            picture.put_pixel(at % EDGE_PX, at / EDGE_PX, Rgb(pixel.map(byte)));
        }
        picture
    }
}

/// A line that rises and falls.
struct Wave([(f64, f64, f64); 4]);

impl Wave {
    fn new(chance: &mut Chance, height: f64) -> Self {
        Self([1.0, 2.1, 4.3, 9.2].map(|step| {
            (step * chance.between(2.4, 4.4), chance.between(0.0, 6.3), height / step * chance.between(0.6, 1.2))
        }))
    }

    fn at(&self, x: f64) -> f64 {
        self.0.iter().map(|(step, shift, height)| height * (step * x + shift).sin()).sum()
    }
}

fn unit(pixel: u32) -> f64 {
    (f64::from(pixel) + 0.5) / f64::from(EDGE_PX)
}

fn colour(hex: u32) -> Colour {
    let [_, red, green, blue] = hex.to_be_bytes();
    [red, green, blue].map(|part| f64::from(part) / 255.0)
}

fn mix(under: Colour, over: Colour, share: f64) -> Colour {
    std::array::from_fn(|at| under[at] + (over[at] - under[at]) * share)
}

fn between(ends: [u32; 2], share: f64) -> Colour {
    mix(colour(ends[0]), colour(ends[1]), share)
}

/// From 0 to 1 between two edges, without a corner.
fn smooth(from: f64, to: f64, value: f64) -> f64 {
    let share = ((value - from) / (to - from)).clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}
