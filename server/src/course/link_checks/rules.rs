//! What an answer says about a link, when it is asked again, and when it counts as dead. Pure.

use url::Url;

use crate::{
    ids::Timestamp,
    kit::web::fetch::{NotFetched, Probed},
};

/// How many times in a row nothing was there, before a link counts as dead.
pub const TIMES: i64 = 3;
/// And over how many days.
pub const DAYS: i64 = 7;
/// After how many days a link is asked again that leads somewhere.
const WEEK: i64 = 7;
/// And after how many minutes one that led nowhere, until it counts as dead.
const AGAIN_MINUTES: i64 = DAYS * 24 * 60 / (TIMES - 1);
/// No server keeps a link from being asked for longer than this, in days.
const LONGEST_PATIENCE: i64 = 60;
/// For how many days a link is not asked of which somebody said that it works.
pub const VOUCHED_DAYS: i64 = 90;

/// What an answer says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// Something is there.
    Alive,
    /// Nothing can be said: people may see what programs do not. Why not.
    Unsure(String),
    /// Nothing is there, and what was answered.
    Gone(String),
}

/// What is known of a link so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Known {
    /// How often in a row nothing was there.
    pub gone: i64,
    /// Since when.
    pub gone_since: Option<Timestamp>,
    /// Since when it counts as dead.
    pub dead_at: Option<Timestamp>,
    /// When something was last there.
    pub alive_at: Option<Timestamp>,
}

/// What was found at an address. Dead is only what its server, or the lack of one, says is gone; whatever else may be
/// the matter says something about the asking.
pub fn finding(asked: &Url, found: &Result<Probed, NotFetched>) -> Finding {
    let unsure = |why: &str| Finding::Unsure(why.into());
    match found {
        Ok(Probed { status: 404 | 410, .. }) if leads_to_sign_in(asked, found) => unsure("sign-in"),
        Ok(Probed { status: status @ (404 | 410), .. }) => Finding::Gone(status.to_string()),
        Err(NotFetched::NoSuchHost) => Finding::Gone("no-host".into()),
        Ok(_) if leads_to_sign_in(asked, found) => unsure("sign-in"),
        Ok(Probed { status: 200..300, at, .. }) if leads_to_front(asked, at) => unsure("front"),
        Ok(Probed { status: 200..300, .. }) => Finding::Alive,
        Ok(Probed { status, .. }) => Finding::Unsure(status.to_string()),
        Err(NotFetched::Refused) => unsure("not-public"),
        Err(NotFetched::TooManyRedirects) => unsure("round"),
        Err(_) => unsure("silent"),
    }
}

/// Whether one is led from a page to one where people sign in.
fn leads_to_sign_in(asked: &Url, found: &Result<Probed, NotFetched>) -> bool {
    const WORDS: [&str; 15] = [
        "login",
        "log-in",
        "logon",
        "signin",
        "sign-in",
        "sign_in",
        "sso",
        "auth",
        "authorize",
        "authenticate",
        "oauth",
        "oauth2",
        "saml",
        "saml2",
        "cas",
    ];
    const HOSTS: [&str; 7] = ["login", "signin", "sso", "auth", "accounts", "idp", "account"];
    let names_it = |url: &Url| {
        let by_path = url.path().to_ascii_lowercase();
        let mut words = by_path.split('/').map(|part| part.split('.').next().unwrap_or_default());
        let by_host = url.host_str().and_then(|host| host.split('.').next()).unwrap_or_default();
        words.any(|word| WORDS.contains(&word) || word == "wp-login") || HOSTS.contains(&by_host)
    };
    found.as_ref().is_ok_and(|found| found.at != *asked && names_it(&found.at) && !names_it(asked))
}

/// Whether one is led from a page to the front of a site: what some do with whatever they no longer have.
fn leads_to_front(asked: &Url, at: &Url) -> bool {
    asked.path() != "/" && at.path() == "/" && at.query().is_none()
}

/// What is known of a link after a finding, and when it is asked again. `spread` is a number of the link's own: what was
/// typed on one day is not asked for on one day for ever.
pub fn after(
    known: Known,
    finding: &Finding,
    now: Timestamp,
    spread: u64,
    retry_after: Option<i64>,
) -> (Known, Timestamp) {
    let minutes = i64::try_from(spread % (24 * 60)).unwrap_or_default();
    let week = now.plus_days(WEEK).plus_minutes(minutes);
    match finding {
        Finding::Alive => (Known { alive_at: Some(now), ..Known::default() }, week),
        Finding::Unsure(_) => {
            let patience = retry_after.unwrap_or_default().min(LONGEST_PATIENCE * 24 * 60 * 60);
            let asked_for = Timestamp(now.0 + patience * 1000);
            // What led nowhere before is looked at soon: this was no answer.
            let next = if known.gone > 0 { now.plus_minutes(AGAIN_MINUTES) } else { week };
            (known, next.max(asked_for))
        }
        Finding::Gone(_) => {
            let (gone, since) = (known.gone + 1, known.gone_since.unwrap_or(now));
            let is_dead = gone >= TIMES && now >= since.plus_days(DAYS);
            let dead_at = known.dead_at.or(is_dead.then_some(now));
            let next = if dead_at.is_some() { week } else { now.plus_minutes(AGAIN_MINUTES) };
            (Known { gone, gone_since: Some(since), dead_at, alive_at: known.alive_at }, next)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_788_339_600_000);

    fn found(asked: &str, status: u16, at: &str) -> Finding {
        let at = at.parse().unwrap();
        finding(&asked.parse().unwrap(), &Ok(Probed { status, at, retry_after: None }))
    }

    fn here(status: u16) -> Finding {
        found("https://example.org/a", status, "https://example.org/a")
    }

    #[test]
    fn dead_is_what_is_said_to_be_gone_and_nothing_else() {
        for status in [200, 203, 206] {
            assert_eq!(here(status), Finding::Alive, "{status}");
        }
        for status in [404, 410] {
            assert_eq!(here(status), Finding::Gone(status.to_string()));
        }
        for status in [400, 401, 402, 403, 405, 418, 429, 451, 500, 501, 502, 503, 504, 520, 999] {
            assert_eq!(here(status), Finding::Unsure(status.to_string()));
        }
        let asked: Url = "https://example.org/a".parse().unwrap();
        assert_eq!(finding(&asked, &Err(NotFetched::NoSuchHost)), Finding::Gone("no-host".into()));
        for no in [NotFetched::Refused, NotFetched::TooManyRedirects, NotFetched::TooSlow, NotFetched::Unreachable] {
            assert!(matches!(finding(&asked, &Err(no)), Finding::Unsure(_)));
        }
    }

    #[test]
    fn a_page_to_sign_in_and_a_front_page_are_no_answer() {
        let asked = "https://example.org/course/week-1";
        for at in [
            "https://example.org/login?next=/course/week-1",
            "https://example.org/wp-login.php",
            "https://example.org/users/sign_in",
            "https://example.org/Account/Login.aspx",
            "https://login.example.org/",
            "https://accounts.google.com/v3/x",
        ] {
            assert_eq!(found(asked, 200, at), Finding::Unsure("sign-in".into()), "{at}");
        }
        assert_eq!(found(asked, 404, "https://example.org/login"), Finding::Unsure("sign-in".into()));
        assert_eq!(found(asked, 200, "https://example.org/"), Finding::Unsure("front".into()));
        for (asked, at) in [
            ("http://example.org/a", "https://www.example.org/a/"),
            ("https://example.org/", "https://www.example.org/"),
            ("https://example.org/login", "https://example.org/login/"),
            ("https://example.org/authors", "https://example.org/authors/all"),
        ] {
            assert_eq!(found(asked, 200, at), Finding::Alive, "{asked}");
        }
    }

    #[test]
    fn three_times_over_a_week_and_no_sooner() {
        let gone = Finding::Gone("404".into());
        let (first, at) = after(Known::default(), &gone, NOW, 0, None);
        assert_eq!((first.gone, first.gone_since, first.dead_at), (1, Some(NOW), None));
        let (second, at) = after(first, &gone, at, 0, None);
        assert_eq!((second.gone, second.dead_at), (2, None));
        // What cannot be said changes nothing.
        let (still, _) = after(second, &Finding::Unsure("503".into()), at, 0, None);
        assert_eq!(still, second);
        // Asked out of turn, three times are not enough.
        let (third, _) = after(second, &gone, NOW.plus_days(6), 0, None);
        assert_eq!((third.gone, third.dead_at), (3, None));
        let (third, next) = after(second, &gone, at, 5, None);
        assert_eq!(third.dead_at, Some(at));
        assert!(at >= NOW.plus_days(7));
        assert_eq!(next, at.plus_days(7).plus_minutes(5));
        // And once something is there, all is forgotten.
        let (alive, _) = after(third, &Finding::Alive, next, 0, None);
        assert_eq!(alive, Known { alive_at: Some(next), ..Known::default() });
    }

    #[test]
    fn a_server_says_when_it_may_be_asked_again() {
        let busy = Finding::Unsure("429".into());
        let next = |retry_after| after(Known::default(), &busy, NOW, 0, retry_after).1;
        assert_eq!(next(Some(60)), NOW.plus_days(7));
        assert_eq!(next(Some(10 * 24 * 60 * 60)), NOW.plus_days(10));
        assert_eq!(next(Some(i64::MAX)), NOW.plus_days(60));
    }
}
