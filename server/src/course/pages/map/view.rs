//! Which part of the world is drawn, and where on it people stand. Pure.

use crate::people::about::gazetteer::{HEIGHT, Point, WIDTH};

/// So wide the drawn part is at least, in units of the map: about thirty degrees.
const NARROWEST: f64 = 900.0;
/// So much wider than where people are.
const AROUND: f64 = 1.25;
/// Marks that lie nearer than this part of the width are one, where there is room and where there is little.
const APART: f64 = 0.022;
const APART_WHEN_NARROW: f64 = 0.045;

/// The part of the map that is drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cut {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// A place with people in it.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Where it is.
    pub point: Point,
    /// How many are there.
    pub people: i64,
    /// What it is called.
    pub name: String,
    /// Where it stands in the list.
    pub address: String,
}

/// A mark on the map, of one place or of several that lie near one another.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    at: Point,
    /// How many people are there.
    pub people: i64,
    /// The places, the largest first.
    pub names: Vec<String>,
    /// Where the first of them stands in the list.
    pub address: String,
}

impl Mark {
    /// How large it is, so that its number has room.
    pub const fn radius(&self) -> i64 {
        match self.people {
            ..100 => 9,
            100..1_000 => 12,
            _ => 15,
        }
    }
}

impl Cut {
    /// The part in which all of these are.
    pub fn around(spots: &[Spot]) -> Self {
        let (mut from, mut to) = ((WIDTH, HEIGHT), (0.0_f64, 0.0_f64));
        for Spot { point, .. } in spots {
            from = (point.x.min(from.0), point.y.min(from.1));
            to = (point.x.max(to.0), point.y.max(to.1));
        }
        let shape = WIDTH / HEIGHT;
        let needed = AROUND * (to.0 - from.0).max((to.1 - from.1) * shape);
        let width = needed.clamp(NARROWEST, WIDTH);
        let height = width / shape;
        let begin =
            |from: f64, to: f64, size: f64, whole: f64| (f64::midpoint(from, to) - size / 2.0).clamp(0.0, whole - size);
        Self { x: begin(from.0, to.0, width, WIDTH), y: begin(from.1, to.1, height, HEIGHT), width, height }
    }

    /// As SVG writes it.
    pub fn view_box(&self) -> String {
        format!("{:.0} {:.0} {:.0} {:.0}", self.x, self.y, self.width, self.height)
    }

    /// How far from the left and from the top a mark is, in parts of a hundred.
    pub fn place(&self, mark: &Mark) -> (String, String) {
        let part = |at: f64, from: f64, size: f64| format!("{:.2}%", (at - from) / size * 100.0);
        (part(mark.at.x, self.x, self.width), part(mark.at.y, self.y, self.height))
    }

    /// The marks where there is room.
    pub fn marks(&self, spots: &[Spot]) -> Vec<Mark> {
        joined(spots, self.width * APART)
    }

    /// The marks where there is little.
    pub fn marks_when_narrow(&self, spots: &[Spot]) -> Vec<Mark> {
        joined(spots, self.width * APART_WHEN_NARROW)
    }
}

/// One mark for whatever lies near where the most people are.
fn joined(spots: &[Spot], apart: f64) -> Vec<Mark> {
    let mut spots: Vec<&Spot> = spots.iter().collect();
    spots.sort_by(|one, other| other.people.cmp(&one.people).then_with(|| one.name.cmp(&other.name)));
    let mut marks: Vec<Mark> = vec![];
    for spot in spots {
        let near = |mark: &&mut Mark| (mark.at.x - spot.point.x).hypot(mark.at.y - spot.point.y) < apart;
        if let Some(mark) = marks.iter_mut().find(near) {
            mark.people += spot.people;
            mark.names.push(spot.name.clone());
        } else {
            marks.push(Mark {
                at: spot.point,
                people: spot.people,
                names: vec![spot.name.clone()],
                address: spot.address.clone(),
            });
        }
    }
    // The largest first, so that the small ones lie upon them.
    marks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spot(x: f64, y: f64, people: i64) -> Spot {
        Spot { point: Point { x, y }, people, name: format!("{x:.0}"), address: String::new() }
    }

    proptest! {
        #[test]
        fn everybody_is_on_the_map_once(places in prop::collection::vec((0.0..WIDTH, 0.0..HEIGHT, 1_i64..50), 1..60)) {
            let spots: Vec<Spot> = places.iter().map(|&(x, y, people)| spot(x, y, people)).collect();
            let cut = Cut::around(&spots);
            prop_assert!(cut.x >= 0.0 && cut.y >= 0.0);
            prop_assert!(cut.x + cut.width <= WIDTH + 0.01 && cut.y + cut.height <= HEIGHT + 0.01);
            let all: i64 = spots.iter().map(|spot| spot.people).sum();
            for marks in [cut.marks(&spots), cut.marks_when_narrow(&spots)] {
                prop_assert_eq!(marks.iter().map(|mark| mark.people).sum::<i64>(), all);
                prop_assert_eq!(marks.iter().map(|mark| mark.names.len()).sum::<usize>(), spots.len());
                for mark in &marks {
                    prop_assert!(mark.at.x >= cut.x - 0.01 && mark.at.x <= cut.x + cut.width + 0.01);
                    prop_assert!(mark.at.y >= cut.y - 0.01 && mark.at.y <= cut.y + cut.height + 0.01);
                }
            }
        }
    }

    #[test]
    fn people_in_one_country_are_not_drawn_on_the_whole_world() {
        let near = Cut::around(&[spot(5_000.0, 1_500.0, 1), spot(5_100.0, 1_520.0, 2)]);
        assert!((near.width - NARROWEST).abs() < 0.1);
        let far = Cut::around(&[spot(500.0, 1_500.0, 1), spot(9_500.0, 3_000.0, 1)]);
        assert!((far.width - WIDTH).abs() < 0.1);
    }

    #[test]
    fn towns_that_lie_close_are_one_mark_with_the_name_of_each() {
        let spots = [spot(5_000.0, 1_500.0, 1), spot(5_010.0, 1_500.0, 4), spot(5_400.0, 1_500.0, 1)];
        let cut = Cut::around(&spots);
        let marks = cut.marks(&spots);
        assert_eq!(marks.iter().map(|mark| mark.people).collect::<Vec<_>>(), [5, 1]);
        assert_eq!(marks[0].names, ["5010", "5000"]);
        assert_eq!(cut.place(&marks[1]).1, "50.00%");
    }
}
