//! What a good subscription is, whom push services may turn to, and when a device is tried again.

use url::{Host, Url};

use super::Subscription;
use crate::{
    ids::Timestamp,
    kit::{web::fetch, webpush::Keys},
};

/// No endpoint is longer than this, in bytes.
const LONGEST: usize = 2048;
/// After so many failures in a row, which takes about five days, a device is lost.
const FAILURES: i64 = 25;
/// A device is tried again after this at the latest, in minutes.
const LONGEST_WAIT: i64 = 6 * 60;

/// What a browser said of itself; nothing if it cannot be written to. The endpoint may be made up: it has to be one that
/// this site asks, and is asked as carefully each time.
pub fn subscription(client: &fetch::Client, endpoint: &str, p256dh: &str, auth: &str) -> Option<Subscription> {
    if endpoint.len() > LONGEST {
        return None;
    }
    let endpoint = Url::parse(endpoint).ok().filter(|endpoint| client.may_send(endpoint))?;
    Some(Subscription { endpoint, keys: Keys::parse(p256dh, auth)? })
}

/// Whom a push service may turn to: the sender of e-mail, or else the site. Some refuse addresses that lead nowhere.
pub fn contact(mail_from: &str, base_url: &str) -> String {
    match mail_from.rsplit_once('@') {
        Some((_, domain)) if is_of_the_web(domain) => format!("mailto:{mail_from}"),
        _ => base_url.to_owned(),
    }
}

fn is_of_the_web(domain: &str) -> bool {
    let kept = ["localhost", "local", "internal", "test", "invalid", "example", "lan", "home"];
    let named = matches!(Host::parse(domain), Ok(Host::Domain(_)));
    named && domain.rsplit_once('.').is_some_and(|(_, last)| !kept.contains(&last.to_ascii_lowercase().as_str()))
}

/// When a device is tried again that failed so often: after 2, 4, 8 … minutes, or as long as its push service wants, but
/// within a day.
pub fn retry_at(now: Timestamp, failures: i64, wait: Option<i64>) -> Timestamp {
    let own = (1_i64 << failures.clamp(1, 20)).min(LONGEST_WAIT);
    let wanted = wait.unwrap_or_default().clamp(0, 24 * 60 * 60);
    Timestamp(now.0 + (own * 60).max(wanted) * 1000)
}

/// Whether a device that failed so often in a row is lost.
pub const fn is_lost(failures: i64) -> bool {
    failures >= FAILURES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::webpush::browser::Browser;

    #[test]
    fn push_services_are_given_a_contact_that_leads_somewhere() {
        for (from, contact) in [
            ("learn@example.org", "mailto:learn@example.org"),
            ("learn@xn--bcher-kva.de", "mailto:learn@xn--bcher-kva.de"),
            ("lyceum@localhost", "https://learn.example.org"),
            ("lyceum@school.local", "https://learn.example.org"),
            ("lyceum@192.0.2.1", "https://learn.example.org"),
            ("", "https://learn.example.org"),
        ] {
            assert_eq!(super::contact(from, "https://learn.example.org"), contact);
        }
    }

    #[test]
    fn a_device_is_tried_again_later_and_later_and_as_its_push_service_wants() {
        let wait = |failures, wait| (retry_at(Timestamp(0), failures, wait).0) / 60_000;
        assert_eq!([wait(1, None), wait(2, None), wait(5, None), wait(24, None)], [2, 4, 32, 360]);
        assert_eq!([wait(1, Some(600)), wait(5, Some(60))], [10, 32]);
        assert_eq!(wait(1, Some(i64::MAX)), 24 * 60, "nobody is put off for years");
    }

    #[test]
    fn only_push_services_on_the_web_are_taken() {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let client = fetch::Client::new().unwrap();
        let (p256dh, auth) = Browser::new().said();
        let taken = |endpoint: &str| subscription(&client, endpoint, &p256dh, &auth).is_some();
        assert!(taken("https://updates.push.services.mozilla.com/wpush/v2/abc"));
        assert!(!taken(&format!("https://push.example.net/{}", "x".repeat(LONGEST))));
        for bad in [
            "",
            "nonsense",
            "http://push.example.net/1",
            "https://127.0.0.1/1",
            "https://[::ffff:10.0.0.1]/1",
            "https://2130706433/1",
            "https://push.example.net:22/1",
            "https://me@push.example.net/1",
            "ftp://push.example.net/1",
            "javascript:alert(1)",
        ] {
            assert!(!taken(bad), "{bad}");
        }
        assert!(subscription(&client, "https://push.example.net/1", &p256dh, "").is_none());
    }
}
