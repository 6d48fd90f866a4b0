//! How far an import is, on the terminal of whoever runs it.

use std::{
    io::{IsTerminal, Write},
    time::{Duration, Instant},
};

use super::report::{Report, duration};

/// Tells on the standard error how far the work is, now and then.
pub struct Progress {
    out: Out,
    began: Instant,
    told: Option<Instant>,
}

enum Out {
    /// One line that is written over again.
    Terminal,
    /// Lines, further apart.
    Lines,
    Nobody,
}

impl Progress {
    /// For whoever runs the command.
    pub fn shown() -> Self {
        let out = if std::io::stderr().is_terminal() { Out::Terminal } else { Out::Lines };
        Self { out, began: Instant::now(), told: None }
    }

    /// For nobody.
    pub fn silent() -> Self {
        Self { out: Out::Nobody, began: Instant::now(), told: None }
    }

    /// The file was checked up to here.
    pub fn checked(&mut self, done: u64, whole: u64) {
        self.tell(done, whole, || format!("Checking the file: {} %", percent(done, whole)));
        if done == whole {
            // The estimate is of the second reading alone, which takes much longer.
            (self.began, self.told) = (Instant::now(), None);
        }
    }

    /// The file was brought in up to here.
    pub fn brought(&mut self, done: u64, whole: u64, report: &Report) {
        let began = self.began;
        let posts = report.posts + report.pages + report.drafts + report.posts_known;
        let comments = report.comments + report.pings + report.comments_known;
        self.tell(done, whole, || {
            format!(
                "Bringing in: {} %, {posts} posts and pages, {comments} comments{}",
                percent(done, whole),
                left(began.elapsed(), done, whole)
            )
        });
    }

    fn tell(&mut self, done: u64, whole: u64, words: impl FnOnce() -> String) {
        let pause = match self.out {
            Out::Nobody => return,
            Out::Terminal => Duration::from_millis(200),
            Out::Lines => Duration::from_secs(5),
        };
        let at_the_end = done >= whole;
        if !at_the_end && self.told.is_some_and(|told| told.elapsed() < pause) {
            return;
        }
        self.told = Some(Instant::now());
        let end = if at_the_end || matches!(self.out, Out::Lines) { "\n" } else { "" };
        let begin = if matches!(self.out, Out::Terminal) { "\r\x1b[2K" } else { "" };
        // Nobody may be there to read it; that stops no import.
        let _ = write!(std::io::stderr(), "{begin}{}{end}", words());
    }
}

fn percent(done: u64, whole: u64) -> u64 {
    (done.min(whole) * 100).checked_div(whole).unwrap_or(100)
}

/// How long the rest takes if it goes on like this.
#[expect(clippy::cast_precision_loss, reason = "an estimate is no more precise than that")]
fn left(spent: Duration, done: u64, whole: u64) -> String {
    if done == 0 || done >= whole || spent < Duration::from_secs(2) {
        return String::new();
    }
    let rest = spent.as_secs_f64() * (whole - done) as f64 / done as f64;
    format!(", about {} left", duration(rest))
}
