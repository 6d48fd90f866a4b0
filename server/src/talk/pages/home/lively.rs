//! Which conversations are lively.

use crate::{ids::Timestamp, talk::posts::Post};

/// Of the conversations that changed last, those in which most is going on: many entries weigh, and so does how lately
/// something was said. What nobody has touched for weeks sinks, however long it is.
pub fn liveliest(mut posts: Vec<Post>, now: Timestamp, count: usize) -> Vec<Post> {
    posts.sort_by(|one, other| weight(other, now).total_cmp(&weight(one, now)));
    posts.truncate(count);
    posts
}

fn weight(post: &Post, now: Timestamp) -> f64 {
    of(post.count, now.0.saturating_sub(post.changed_at.0))
}

#[expect(clippy::cast_precision_loss, reason = "only an order is made of it")]
fn of(count: i64, silent_ms: i64) -> f64 {
    let silent_days = silent_ms.max(0) as f64 / 86_400_000.0;
    (1.0 + count as f64).ln() / (silent_days + 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000;

    #[test]
    fn a_long_conversation_is_livelier_than_a_short_one_of_the_same_day() {
        assert!(of(55, DAY) > of(3, DAY));
        assert!(of(55, 2 * DAY) > of(2, DAY / 24), "and stays so for some days");
    }

    #[test]
    fn a_conversation_that_fell_silent_makes_room() {
        assert!(of(2_000, 60 * DAY) < of(2, DAY));
    }
}
