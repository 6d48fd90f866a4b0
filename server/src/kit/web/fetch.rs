//! Fetching what strangers name: never from this machine or its network, never much, never for long.
//!
//! An address is checked three times: as it is written, since an address made of numbers is never looked up; when its
//! name is looked up, so that what was checked is what is called; and again for every redirect, which is followed here.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::{Arc, OnceLock},
    time::Duration,
};

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use reqwest::{
    Method, Response, StatusCode,
    dns::{Addrs, Name, Resolve, Resolving},
    header::{ACCEPT, LOCATION, RETRY_AFTER, USER_AGENT},
    redirect::Policy,
};
use url::{Host, Url};

/// No answer may take longer, from the first redirect to the last byte.
const PATIENCE: Duration = Duration::from_secs(10);
/// So much is read of what is answered to something that was sent, in bytes.
const LARGEST_ANSWER: usize = 4096;
/// So many redirects are followed.
const REDIRECTS: usize = 5;

/// Fetches from public addresses only.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    /// One address that tests may reach besides.
    besides: Arc<OnceLock<SocketAddr>>,
}

/// What was answered to something that was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answered {
    /// The status (RFC 9110).
    pub status: u16,
    /// For how many seconds nothing more should be sent.
    pub retry_after: Option<i64>,
    /// The beginning of what was said with it.
    pub said: String,
}

/// What was found at an address, at the end of its redirects.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Probed {
    /// The status (RFC 9110).
    pub status: u16,
    /// Where that was answered.
    pub at: Url,
    /// For how many seconds nothing more should be asked.
    pub retry_after: Option<i64>,
}

/// Why nothing was fetched, as a sentence for an organiser.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotFetched {
    /// The address is none, or one that is not asked.
    #[error("its address is not a public one on the web")]
    Refused,
    /// It leads from one place to the next.
    #[error("its address leads on more than {REDIRECTS} times")]
    TooManyRedirects,
    /// There is an answer, but not what was asked for.
    #[error("the other server answered {0}")]
    Answered(u16),
    /// It is longer than what was asked for may be.
    #[error("it is larger than {} MB", .0 / 1_048_576)]
    TooLarge(usize),
    /// Nobody has this name.
    #[error("there is no host of this name")]
    NoSuchHost,
    /// It takes too long.
    #[error("the other server took longer than {} seconds", PATIENCE.as_secs())]
    TooSlow,
    /// There is no answer.
    #[error("the other server could not be reached")]
    Unreachable,
}

impl Client {
    /// A client that follows no proxy and reaches no private address.
    pub fn new() -> anyhow::Result<Self> {
        let http = reqwest::Client::builder()
            .user_agent(concat!("Lyceum/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .no_proxy()
            .dns_resolver(Public)
            .connect_timeout(PATIENCE)
            .build()?;
        Ok(Self { http, besides: Arc::default() })
    }

    /// Lets tests reach one server of their own.
    #[cfg(test)]
    pub fn also_reach(&self, address: SocketAddr) {
        self.besides.set(address).expect("one at most");
    }

    /// Fetches at most so many bytes.
    pub async fn get(&self, address: &Url, limit: usize) -> Result<Bytes, NotFetched> {
        match tokio::time::timeout(PATIENCE, self.follow(address.clone(), limit)).await {
            Ok(answer) => answer,
            Err(_) => Err(NotFetched::TooSlow),
        }
    }

    async fn follow(&self, mut address: Url, limit: usize) -> Result<Bytes, NotFetched> {
        read(self.ask(&Method::GET, &mut address, None).await?, limit).await
    }

    /// What is answered at the end of the redirects; `address` is then where that was.
    async fn ask(&self, method: &Method, address: &mut Url, agent: Option<&str>) -> Result<Response, NotFetched> {
        for _ in 0..=REDIRECTS {
            if !self.may_ask(address) {
                return Err(NotFetched::Refused);
            }
            let mut request = self.http.request(method.clone(), address.clone());
            if let Some(agent) = agent {
                request = request.header(USER_AGENT, agent).header(ACCEPT, "*/*");
            }
            let answer = request.send().await.map_err(|error| refusal(&error))?;
            if !leads_on(answer.status()) {
                return Ok(answer);
            }
            let next = answer.headers().get(LOCATION).and_then(|place| place.to_str().ok());
            *address = next.and_then(|place| address.join(place).ok()).ok_or(NotFetched::Refused)?;
        }
        Err(NotFetched::TooManyRedirects)
    }

    /// Whether something is at an address, asked for under a name (`User-Agent`): its head alone, or, where a server
    /// does not want that, the beginning of the whole, of which nothing is read.
    pub async fn probe(&self, address: &Url, agent: &str) -> Result<Probed, NotFetched> {
        let by = async |method| {
            let mut at = address.clone();
            let answer = tokio::time::timeout(PATIENCE, self.ask(&method, &mut at, Some(agent)));
            let answer = answer.await.unwrap_or(Err(NotFetched::TooSlow))?;
            let retry_after = answer.headers().get(RETRY_AFTER).and_then(|value| seconds(value.to_str().ok()?));
            Ok(Probed { status: answer.status().as_u16(), at, retry_after })
        };
        match by(Method::HEAD).await {
            Ok(found) if matches!(found.status, 200..300 | 429 | 503) => Ok(found),
            // To ask them once more would tell nothing else.
            Err(no @ (NotFetched::Refused | NotFetched::NoSuchHost | NotFetched::TooManyRedirects)) => Err(no),
            Ok(_) | Err(_) => by(Method::GET).await,
        }
    }

    /// Whether something may be sent to an address: one on the web, by TLS, without a name and password in it.
    pub fn may_send(&self, address: &Url) -> bool {
        let is_bare = address.username().is_empty() && address.password().is_none();
        is_bare && (self.is_besides(address) || (address.scheme() == "https" && may_ask(address)))
    }

    /// Sends something, and reads the beginning of what is answered. No redirect is followed.
    pub async fn post(
        &self,
        address: &Url,
        headers: &[(&'static str, String)],
        body: Vec<u8>,
    ) -> Result<Answered, NotFetched> {
        if !self.may_send(address) {
            return Err(NotFetched::Refused);
        }
        let mut request = self.http.post(address.clone()).body(body);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let answered = async {
            let answer = request.send().await.map_err(|error| refusal(&error))?;
            let status = answer.status().as_u16();
            let retry_after = answer.headers().get(RETRY_AFTER).and_then(|value| seconds(value.to_str().ok()?));
            let mut said = vec![];
            let mut parts = answer.bytes_stream();
            // What is said only explains the status.
            while let Some(Ok(part)) = parts.next().await
                && said.len() < LARGEST_ANSWER
            {
                said.extend_from_slice(&part);
            }
            said.truncate(LARGEST_ANSWER);
            Ok(Answered { status, retry_after, said: String::from_utf8_lossy(&said).trim().to_owned() })
        };
        tokio::time::timeout(PATIENCE, answered).await.unwrap_or(Err(NotFetched::TooSlow))
    }

    fn may_ask(&self, address: &Url) -> bool {
        self.is_besides(address) || may_ask(address)
    }

    fn is_besides(&self, address: &Url) -> bool {
        let Some(Host::Ipv4(ip)) = address.host() else { return false };
        let asked = SocketAddr::new(ip.into(), address.port_or_known_default().unwrap_or_default());
        self.besides.get() == Some(&asked)
    }
}

/// Whether an address as it is written may be asked: on the web, at the web's ports, and not in this network.
fn may_ask(address: &Url) -> bool {
    let on_the_web = matches!(address.scheme(), "http" | "https");
    let at_its_ports = matches!(address.port_or_known_default(), Some(80 | 443));
    let public = match address.host() {
        // A name is checked when it is looked up.
        Some(Host::Domain(_)) => true,
        Some(Host::Ipv4(ip)) => is_public(ip.into()),
        Some(Host::Ipv6(ip)) => is_public(ip.into()),
        None => false,
    };
    on_the_web && at_its_ports && public
}

/// How long to wait by a `Retry-After` (RFC 9110, 10.2.3) in seconds; one that names a day, or is none, says nothing.
fn seconds(said: &str) -> Option<i64> {
    said.trim().parse().ok().filter(|seconds| *seconds >= 0)
}

async fn read(answer: reqwest::Response, limit: usize) -> Result<Bytes, NotFetched> {
    if !answer.status().is_success() {
        return Err(NotFetched::Answered(answer.status().as_u16()));
    }
    if answer.content_length().is_some_and(|length| length > limit as u64) {
        return Err(NotFetched::TooLarge(limit));
    }
    let mut body = BytesMut::new();
    let mut parts = answer.bytes_stream();
    while let Some(part) = parts.next().await {
        let part = part.map_err(|error| refusal(&error))?;
        if body.len() + part.len() > limit {
            return Err(NotFetched::TooLarge(limit));
        }
        body.extend_from_slice(&part);
    }
    Ok(body.freeze())
}

fn leads_on(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

fn refusal(error: &reqwest::Error) -> NotFetched {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        if error.is::<NotPublic>() {
            return NotFetched::Refused;
        }
        if error.is::<NoSuchHost>() {
            return NotFetched::NoSuchHost;
        }
        cause = error.source();
    }
    if error.is_timeout() { NotFetched::TooSlow } else { NotFetched::Unreachable }
}

/// Looks names up and forgets every address that is not public.
struct Public;

/// A name that leads into a private network.
#[derive(Debug, thiserror::Error)]
#[error("the name has no public address")]
struct NotPublic;

/// A name that is nobody's.
#[derive(Debug, thiserror::Error)]
#[error("there is no such host")]
struct NoSuchHost;

/// Whether the resolver says that a name is nobody's, and not that it cannot say: the words for `EAI_NONAME` and
/// `EAI_NODATA` of glibc, musl and macOS. There is no number to go by.
fn is_no_such_host(said: &str) -> bool {
    [
        "Name or service not known",
        "No address associated with hostname",
        "Name does not resolve",
        "nodename nor servname",
    ]
    .iter()
    .any(|words| said.contains(words))
}

impl Resolve for Public {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            // A name that never exists (RFC 6761, 6.4) is looked up nowhere.
            if name
                .as_str()
                .trim_end_matches('.')
                .rsplit('.')
                .next()
                .is_some_and(|top| top.eq_ignore_ascii_case("invalid"))
            {
                return Err(NoSuchHost.into());
            }
            let found = match tokio::net::lookup_host((name.as_str(), 0)).await {
                Ok(found) => found,
                Err(error) if is_no_such_host(&error.to_string()) => return Err(NoSuchHost.into()),
                Err(error) => return Err(error.into()),
            };
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err(NotPublic.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Whether an address belongs to everyone (IANA's special-purpose registries, RFC 6890).
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(four) => is_public_v4(four),
        IpAddr::V6(six) => is_public_v6(six),
    }
}

#[expect(clippy::match_same_arms, reason = "each line is a kind of address of its own")]
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let special = match ip.octets() {
        // This network, private use, loopback; multicast and what is kept for later.
        [0 | 10 | 127 | 224..=255, ..] => true,
        // Between a provider and its customers.
        [100, second, ..] => (64..128).contains(&second),
        // Link-local: where clouds keep their machines' secrets.
        [169, 254, ..] | [192, 168, ..] | [192, 0, 0 | 2, _] => true,
        [172, second, ..] => (16..32).contains(&second),
        // The way to IPv6, benchmarks, documentation.
        [192, 88, 99, _] | [198, 18 | 19, ..] | [198, 51, 100, _] | [203, 0, 113, _] => true,
        _ => false,
    };
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let parts = ip.segments();
    let four = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match parts {
        // An IPv4 address in other clothes: mapped, by NAT64, by 6to4.
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            four(high, low)
        }
        // Protocols' own, Teredo, benchmarks, documentation.
        [0x2001, second, ..] if second < 0x200 => false,
        [0x2001, 0xdb8, ..] | [0x3fff, 0..0x1000, ..] => false,
        // All that is given out so far.
        [first, ..] => (0x2000..0x4000).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use axum::{
        Router,
        response::Redirect,
        routing::{get, post},
    };

    use super::*;

    /// A server that stands for the public web, and a client that may reach it.
    async fn web(pages: Router) -> (Client, Url) {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, pages).await });
        let client = Client::new().unwrap();
        client.also_reach(address);
        (client, format!("http://{address}/").parse().unwrap())
    }

    #[test]
    fn addresses_within_a_machine_or_its_network_are_not_public() {
        for bad in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(bad.parse().unwrap()), "{bad}");
        }
        for good in ["1.1.1.1", "172.15.0.1", "100.63.0.1", "2606:4700::1111", "2002:101:101::1", "::ffff:1.1.1.1"] {
            assert!(is_public(good.parse().unwrap()), "{good}");
        }
    }

    #[test]
    fn only_the_web_and_its_ports_are_asked() {
        for bad in [
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://[::1]/",
            "http://[::ffff:10.0.0.1]/",
            "http://169.254.169.254/latest/meta-data/",
            "http://example.org:22/",
            "http://example.org:8080/",
            "ftp://example.org/",
            "file:///etc/passwd",
            "data:text/plain,x",
        ] {
            assert!(!may_ask(&bad.parse().unwrap()), "{bad}");
        }
        for good in ["http://example.org/", "https://example.org/x?y", "https://1.1.1.1/"] {
            assert!(may_ask(&good.parse().unwrap()), "{good}");
        }
    }

    #[tokio::test]
    async fn what_is_sent_goes_by_tls_to_public_addresses_only_and_is_led_nowhere_else() {
        let home = || async { Redirect::temporary("/other") };
        let other = || async { "it was led on" };
        let full = || async { ([("retry-after", "120")], "x".repeat(100_000)) };
        let pages = Router::new().route("/a", post(home)).route("/other", post(other)).route("/full", post(full));
        let (client, web) = web(pages).await;
        let answer = client.post(&web.join("a").unwrap(), &[], vec![]).await.unwrap();
        assert_eq!((answer.status, answer.retry_after), (307, None));
        let answer = client.post(&web.join("full").unwrap(), &[("ttl", "1".into())], vec![1]).await.unwrap();
        assert_eq!((answer.status, answer.retry_after, answer.said.len()), (200, Some(120), LARGEST_ANSWER));
        for bad in [
            "http://push.example.net/",
            "https://me:you@push.example.net/",
            "https://push.example.net:8443/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://169.254.169.254/",
            "https://localhost/",
        ] {
            let answer = client.post(&bad.parse().unwrap(), &[], vec![]).await;
            assert_eq!(answer.unwrap_err(), NotFetched::Refused, "{bad}");
        }
    }

    #[test]
    fn how_long_to_wait_is_a_number_of_seconds() {
        for (said, wait) in [("0", Some(0)), (" 30 ", Some(30)), ("-1", None), ("soon", None), ("", None)] {
            assert_eq!(seconds(said), wait, "{said}");
        }
        assert_eq!(seconds("Wed, 21 Oct 2026 07:28:00 GMT"), None);
        assert_eq!(seconds("99999999999999999999"), None);
    }

    #[tokio::test]
    async fn a_name_that_leads_home_is_refused() {
        let (client, _) = web(Router::new()).await;
        let answer = client.get(&"http://localhost/".parse().unwrap(), 10).await;
        assert_eq!(answer.unwrap_err(), NotFetched::Refused);
    }

    #[tokio::test]
    async fn a_redirect_to_a_private_address_is_refused() {
        let metadata = || async { Redirect::temporary("http://169.254.169.254/latest/meta-data/") };
        let home = || async { Redirect::permanent("http://127.0.0.1/") };
        let mapped = || async { Redirect::to("http://[::ffff:127.0.0.1]/") };
        let pages = Router::new().route("/a", get(metadata)).route("/b", get(home)).route("/c", get(mapped));
        let (client, web) = web(pages).await;
        for page in ["a", "b", "c"] {
            let answer = client.get(&web.join(page).unwrap(), 10).await;
            assert_eq!(answer.unwrap_err(), NotFetched::Refused, "{page}");
        }
    }

    #[tokio::test]
    async fn a_name_that_is_nobodys_is_told_from_a_server_that_does_not_answer() {
        let (client, web) = web(Router::new()).await;
        let nobodys: Url = "http://nobody.invalid/".parse().unwrap();
        assert_eq!(client.get(&nobodys, 10).await.unwrap_err(), NotFetched::NoSuchHost);
        assert_eq!(client.probe(&nobodys, "test").await.unwrap_err(), NotFetched::NoSuchHost);
        assert!(!is_no_such_host("failed to lookup address information: Temporary failure in name resolution"));
        assert!(client.probe(&web, "test").await.is_ok_and(|found| found.status == 404));
    }

    #[tokio::test]
    async fn a_redirect_that_never_ends_is_given_up() {
        let (client, web) = web(Router::new().route("/", get(|| async { Redirect::to("/") }))).await;
        assert_eq!(client.get(&web, 10).await.unwrap_err(), NotFetched::TooManyRedirects);
    }

    #[tokio::test]
    async fn what_is_too_large_is_not_read_to_its_end() {
        let stream = || async {
            let parts = futures_util::stream::repeat_with(|| Ok::<_, std::io::Error>(Bytes::from_static(&[7; 1000])));
            axum::body::Body::from_stream(parts)
        };
        let pages = Router::new().route("/", get(|| async { "0123456789" })).route("/endless", get(stream));
        let (client, web) = web(pages).await;
        assert_eq!(client.get(&web, 9).await.unwrap_err(), NotFetched::TooLarge(9));
        assert_eq!(client.get(&web, 10).await.unwrap().as_ref(), b"0123456789");
        let endless = client.get(&web.join("endless").unwrap(), 50_000).await;
        assert_eq!(endless.unwrap_err(), NotFetched::TooLarge(50_000));
    }

    #[tokio::test]
    async fn an_answer_that_says_no_is_told() {
        let (client, web) = web(Router::new()).await;
        assert_eq!(client.get(&web, 10).await.unwrap_err(), NotFetched::Answered(404));
    }
}
