//! Drawings for posts of the sample: lines as a hand draws them, from nothing but code.

use image::{Rgb, RgbImage};

use super::chance::Chance;

const WIDTH_PX: u32 = 1200;
const HEIGHT_PX: u32 = 800;

const INK: Rgb<u8> = Rgb([52, 66, 84]);
const PENCIL: Rgb<u8> = Rgb([176, 170, 158]);
const RED: Rgb<u8> = Rgb([190, 52, 46]);
const GREEN: Rgb<u8> = Rgb([47, 110, 84]);

type Point = (f64, f64);

/// The drawing of this name, if there is one.
pub fn draw(name: &str) -> Option<RgbImage> {
    let paper = if name == "notebook" { GREEN } else { Rgb([250, 246, 236]) };
    let mut sheet = Sheet { picture: RgbImage::from_pixel(WIDTH_PX, HEIGHT_PX, paper), chance: Chance::named(name) };
    match name {
        "valve" => sheet.valve(),
        "pages" => sheet.pages(),
        "notebook" => sheet.notebook(),
        _ => return None,
    }
    Some(sheet.picture)
}

struct Sheet {
    picture: RgbImage,
    chance: Chance,
}

impl Sheet {
    /// Two pumps between two pipes, and on the left, behind a panel, the valve that was on no drawing.
    fn valve(&mut self) {
        for height in [180.0, 640.0] {
            self.line(&[(60.0, height), (1140.0, height)], 5.0, INK);
            self.line(&[(60.0, height + 26.0), (1140.0, height + 26.0)], 5.0, INK);
        }
        for x in [560.0, 880.0] {
            for side in [-13.0, 13.0] {
                self.line(&[(x + side, 206.0), (x + side, 330.0)], 4.0, INK);
                self.line(&[(x + side, 510.0), (x + side, 640.0)], 4.0, INK);
            }
            self.ring((x, 420.0), 90.0, 6.0, INK);
            self.line(&[(x - 45.0, 470.0), (x, 345.0), (x + 45.0, 470.0), (x - 45.0, 470.0)], 5.0, INK);
        }
        // The panel is not quite shut.
        for step in 0..12 {
            let y = 300.0 + 30.0 * f64::from(step);
            self.line(&[(330.0, y), (330.0, y + 16.0)], 4.0, PENCIL);
            self.line(&[(90.0, y), (90.0, y + 16.0)], 4.0, PENCIL);
        }
        for side in [-13.0, 13.0] {
            self.line(&[(190.0 + side, 206.0), (190.0 + side, 500.0)], 4.0, INK);
            self.line(&[(190.0 + side, 580.0), (190.0 + side, 640.0)], 4.0, INK);
        }
        let tie = [(150.0, 502.0), (230.0, 578.0), (150.0, 578.0), (230.0, 502.0), (150.0, 502.0)];
        self.line(&tie, 6.0, RED);
        self.ring((190.0, 540.0), 92.0, 6.0, RED);
        self.line(&[(430.0, 760.0), (360.0, 720.0), (280.0, 610.0)], 6.0, RED);
        self.line(&[(330.0, 640.0), (278.0, 606.0), (290.0, 668.0)], 6.0, RED);
    }

    /// How many pages there were in each month: four for long, and then eleven.
    fn pages(&mut self) {
        self.line(&[(110.0, 90.0), (110.0, 700.0), (1120.0, 700.0)], 5.0, INK);
        for page in 1..=11 {
            let y = 700.0 - 50.0 * f64::from(page);
            self.line(&[(98.0, y), (110.0, y)], 3.0, INK);
        }
        for month in 0..12_u32 {
            let (left, is_last) = (140.0 + 80.0 * f64::from(month), month == 11);
            let (count, colour) = if is_last { (11, GREEN) } else { (4.min(month + 1), PENCIL) };
            for page in 0..count {
                let (top, bottom) = (700.0 - 50.0 * f64::from(page + 1), 694.0 - 50.0 * f64::from(page));
                let sheet = [
                    (left, bottom),
                    (left, top + 4.0),
                    (left + 52.0, top + 4.0),
                    (left + 52.0, bottom),
                    (left, bottom),
                ];
                self.line(&sheet, 4.0, colour);
                for line in 1..4 {
                    let y = top + 4.0 + 10.0 * f64::from(line);
                    self.line(&[(left + 9.0, y), (left + 42.0, y)], 2.5, colour);
                }
            }
        }
    }

    /// A ruled page with the writing of several people, and the pump that is started twice.
    fn notebook(&mut self) {
        let page = Rgb([247, 242, 226]);
        for (x, y, pixel) in self.picture.enumerate_pixels_mut() {
            if (90..1110).contains(&x) && (60..740).contains(&y) {
                *pixel = page;
            }
        }
        // Its edges are not quite straight.
        self.line(&[(90.0, 60.0), (1110.0, 60.0), (1110.0, 740.0), (90.0, 740.0), (90.0, 60.0)], 24.0, page);
        for y in (150..720).step_by(66) {
            self.line(&[(100.0, f64::from(y)), (1100.0, f64::from(y))], 2.0, Rgb([168, 190, 206]));
        }
        self.line(&[(200.0, 62.0), (200.0, 738.0)], 2.0, RED);
        let hands = [Rgb([38, 54, 110]), INK, Rgb([38, 54, 110]), Rgb([96, 70, 44]), Rgb([38, 54, 110]), INK];
        for (row, colour) in (0_u32..).zip(hands) {
            let y = 138.0 + 66.0 * f64::from(row);
            let mut x = 230.0;
            let end = self.chance.between(620.0, 700.0);
            while x < end {
                let word = self.chance.between(50.0, 130.0);
                let letters: Vec<Point> = (0_u32..24)
                    .map(|at| {
                        let share = f64::from(at) / 23.0;
                        (x + word * share, y - 12.0 * (share * word / 7.0).sin().abs() - self.chance.between(0.0, 7.0))
                    })
                    .collect();
                self.line(&letters, 3.5, colour);
                x += word + 26.0;
            }
        }
        self.ring((900.0, 420.0), 110.0, 6.0, INK);
        self.line(&[(900.0, 310.0), (900.0, 200.0), (1040.0, 200.0)], 6.0, INK);
        self.line(&[(900.0, 530.0), (900.0, 680.0)], 6.0, INK);
        for side in [-34.0, 34.0] {
            self.line(&[(900.0 + side, 380.0), (900.0 + side, 460.0)], 8.0, RED);
        }
    }

    /// A round spot without a hard edge.
    fn dot(&mut self, (x, y): Point, radius: f64, colour: Rgb<u8>) {
        for py in whole(y - radius - 1.0)..=whole(y + radius + 1.0).min(HEIGHT_PX - 1) {
            for px in whole(x - radius - 1.0)..=whole(x + radius + 1.0).min(WIDTH_PX - 1) {
                let far = (f64::from(px) - x).hypot(f64::from(py) - y);
                let share = (radius + 0.5 - far).clamp(0.0, 1.0);
                let under = self.picture.get_pixel_mut(px, py);
                for (below, above) in under.0.iter_mut().zip(colour.0) {
                    let mixed = f64::from(*below) + (f64::from(above) - f64::from(*below)) * share;
                    *below = u8::try_from(whole(mixed.round())).unwrap_or(u8::MAX);
                }
            }
        }
    }

    /// A line through these points, no straighter than a hand draws it.
    fn line(&mut self, points: &[Point], width: f64, colour: Rgb<u8>) {
        for pair in points.windows(2) {
            let [(x, y), (to_x, to_y)] = [pair[0], pair[1]];
            let length = (to_x - x).hypot(to_y - y).max(1.0);
            let (bow, phase) = (self.chance.between(-0.004, 0.004) * length, self.chance.between(0.0, 6.3));
            let steps = whole(length / 1.5).max(1);
            for step in 0..=steps {
                let share = f64::from(step) / f64::from(steps);
                let off = bow * (share * std::f64::consts::PI).sin() + 0.7 * (share * length / 26.0 + phase).sin();
                let across = ((to_y - y) / length * off, (x - to_x) / length * off);
                self.dot((x + (to_x - x) * share + across.0, y + (to_y - y) * share + across.1), width / 2.0, colour);
            }
        }
    }

    fn ring(&mut self, (x, y): Point, radius: f64, width: f64, colour: Rgb<u8>) {
        let points: Vec<Point> = (0_u32..=40)
            .map(|at| {
                let angle = f64::from(at) / 40.0 * std::f64::consts::TAU;
                (x + radius * angle.cos(), y + radius * angle.sin())
            })
            .collect();
        self.line(&points, width, colour);
    }
}

/// The whole part of a number that is not below zero.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is not below zero, and small")]
fn whole(number: f64) -> u32 {
    number.max(0.0) as u32
}
