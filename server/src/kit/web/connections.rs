//! The server loop: HTTP/1.1 on connections that may not be silent for ever, and of which there are only so many.

use std::{
    convert::Infallible,
    io,
    net::SocketAddr,
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task,
    time::Duration,
};

use axum::{
    body::{Body, HttpBody},
    extract::{ConnectInfo, Request},
    response::Response,
};
use bytes::Bytes;
use futures_util::TryFutureExt;
use hyper::{
    body::{Frame, Incoming, SizeHint},
    rt::{Read, ReadBufCursor, Write},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{AcquireError, OwnedSemaphorePermit, Semaphore, watch},
    time::Instant,
};
use tower::Service;

/// Descriptors that are kept for the database, files and what else there is.
const RESERVED: u64 = 128;
/// More connections than this are of no use to anybody.
const ENOUGH: u64 = 65_536;
/// The head of a request is no longer than this, in bytes.
const LARGEST_HEAD: usize = 64 * 1024;

/// How long a connection may keep us waiting, and how many there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// From the beginning of a connection, or of a request, until the head of the request is there.
    pub head: Duration,
    /// Between two requests. Longer than proxies keep a connection that they may send the next request on.
    pub idle: Duration,
    /// The same two when there is no place left and others wait for one: whoever is silent longer makes room.
    pub crowded: Duration,
    /// How many connections there may be; others wait until one of them ends.
    pub most: usize,
}

impl Limits {
    /// Those for people and their proxies, and for as many descriptors as this process may have; it asks for more of
    /// them where that is left to it.
    pub fn for_people() -> Self {
        let allowed = getrlimit(Resource::Nofile);
        let wanted = allowed.maximum.unwrap_or(u64::MAX).min(ENOUGH + RESERVED);
        let mut descriptors = allowed.current.unwrap_or(u64::MAX);
        if descriptors < wanted {
            let more = Rlimit { current: Some(wanted), maximum: allowed.maximum };
            match setrlimit(Resource::Nofile, more) {
                Ok(()) => descriptors = wanted,
                Err(error) => tracing::warn!(%error, descriptors, "the limit of open files cannot be raised"),
            }
        }
        let most = descriptors.saturating_sub(RESERVED).clamp(32, ENOUGH);
        Self {
            head: Duration::from_secs(15),
            idle: Duration::from_secs(75),
            crowded: Duration::from_secs(2),
            most: usize::try_from(most).unwrap_or(usize::MAX),
        }
    }
}

/// Answers whoever connects, until `closing` turns true; then those under way are answered, and it ends.
pub async fn serve<S>(listener: TcpListener, site: S, limits: Limits, mut closing: watch::Receiver<bool>)
where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send + 'static>
        + Clone
        + Send
        + Sync
        + 'static,
{
    let places = Arc::new(Semaphore::new(limits.most));
    let crowding = watch::Sender::new(());
    loop {
        // Not accepted before there is a place: whoever waits is told so by nobody, but comes in as soon as one is free.
        let (place, accepted) = tokio::select! {
            _ = closing.wait_for(|closing| *closing) => break,
            next = async { (free_place(&places, &crowding).await, listener.accept().await) } => next,
        };
        let Ok(place) = place else { break };
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                if !is_of_one_connection(&error) {
                    tracing::error!(%error, "nobody can connect just now");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
                continue;
            }
        };
        // What is small is sent at once: a new entry does not wait for the next.
        let _ = stream.set_nodelay(true);
        let (site, closing, crowded) = (site.clone(), closing.clone(), crowding.subscribe());
        tokio::spawn(async move {
            connection(stream, address, site, limits, closing, crowded).await;
            drop(place);
        });
    }
    drop(listener);
    let all = u32::try_from(limits.most).unwrap_or(u32::MAX);
    let _ = places.acquire_many(all).await;
}

/// A place for one more connection. As long as there is none, those that say nothing are asked for theirs.
async fn free_place(
    places: &Arc<Semaphore>,
    crowding: &watch::Sender<()>,
) -> Result<OwnedSemaphorePermit, AcquireError> {
    loop {
        match tokio::time::timeout(Duration::from_secs(1), places.clone().acquire_owned()).await {
            Ok(place) => return place,
            Err(_) => crowding.send_replace(()),
        }
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

async fn connection<S>(
    stream: TcpStream,
    address: SocketAddr,
    site: S,
    limits: Limits,
    mut closing: watch::Receiver<bool>,
    mut crowded: watch::Receiver<()>,
) where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send + 'static>
        + Clone
        + Send
        + Sync
        + 'static,
{
    let at = Arc::new(Stand::new());
    let answering = at.clone();
    // A router takes a request at any time; there is nothing to be ready for.
    let answer = service_fn(move |request: hyper::Request<Incoming>| {
        let busy = Busy::begin(&answering);
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(address));
        site.clone().call(request).map_ok(move |response| response.map(|body| Answering { body, _busy: busy }))
    });
    let watched = Watched { io: TokioIo::new(stream), at: at.clone() };
    let connection =
        http1::Builder::new().max_buf_size(LARGEST_HEAD).header_read_timeout(None).serve_connection(watched, answer);
    let mut connection = pin!(connection.with_upgrades());
    let mut look = pin!(tokio::time::sleep(limits.head));
    let mut is_closing = false;
    loop {
        tokio::select! {
            // A connection that breaks off is nobody's error.
            _ = connection.as_mut() => return,
            Ok(()) = crowded.changed() => {
                if at.left(limits.crowded, limits.crowded).is_some_and(|left| left.is_zero()) {
                    return;
                }
            }
            () = look.as_mut() => match at.left(limits.head, limits.idle) {
                Some(left) if left.is_zero() => return,
                left => look.as_mut().reset(Instant::now() + left.unwrap_or(limits.head)),
            },
            _ = closing.wait_for(|closing| *closing), if !is_closing => {
                is_closing = true;
                // Nothing was asked yet, or only half of it: there is nobody to answer.
                if at.phase() == HEAD {
                    return;
                }
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

/// Where a connection stands, and since when: three phases in the lowest bits, milliseconds above them.
struct Stand {
    began: Instant,
    word: AtomicU64,
}

/// Waiting for the head of a request, of which some has come or none ever has.
const HEAD: u64 = 0;
/// Answering.
const BUSY: u64 = 1;
/// Between two requests.
const IDLE: u64 = 2;

impl Stand {
    fn new() -> Self {
        Self { began: Instant::now(), word: AtomicU64::new(HEAD) }
    }

    fn set(&self, phase: u64) {
        let since = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX >> 2);
        self.word.store(since << 2 | phase, Ordering::Relaxed);
    }

    fn phase(&self) -> u64 {
        self.word.load(Ordering::Relaxed) & 3
    }

    /// Something came: between two requests, it is the beginning of the next.
    fn read(&self) {
        if self.phase() == IDLE {
            self.set(HEAD);
        }
    }

    /// Something of an answer left: whoever still receives is not idle.
    fn wrote(&self) {
        if self.phase() == IDLE {
            self.set(IDLE);
        }
    }

    /// How long it may still go on like this; none if that is not for us to say.
    fn left(&self, head: Duration, idle: Duration) -> Option<Duration> {
        let word = self.word.load(Ordering::Relaxed);
        let patience = match word & 3 {
            HEAD => head,
            IDLE => idle,
            _ => return None,
        };
        let until = self.began + Duration::from_millis(word >> 2) + patience;
        Some(until.saturating_duration_since(Instant::now()))
    }
}

/// A request is being answered, until this is dropped.
struct Busy(Arc<Stand>);

impl Busy {
    fn begin(at: &Arc<Stand>) -> Self {
        at.set(BUSY);
        Self(at.clone())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.set(IDLE);
    }
}

/// The body of an answer; it ends when it was handed over.
struct Answering {
    body: Body,
    _busy: Busy,
}

impl HttpBody for Answering {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut task::Context<'_>,
    ) -> task::Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A connection that notes when something comes or leaves.
struct Watched {
    io: TokioIo<TcpStream>,
    at: Arc<Stand>,
}

impl Read for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut task::Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> task::Poll<io::Result<()>> {
        let done = Pin::new(&mut self.io).poll_read(context, buffer);
        if done.is_ready() {
            self.at.read();
        }
        done
    }
}

impl Write for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut task::Context<'_>,
        bytes: &[u8],
    ) -> task::Poll<io::Result<usize>> {
        let done = Pin::new(&mut self.io).poll_write(context, bytes);
        if done.is_ready() {
            self.at.wrote();
        }
        done
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut task::Context<'_>) -> task::Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut task::Context<'_>) -> task::Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut task::Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> task::Poll<io::Result<usize>> {
        let done = Pin::new(&mut self.io).poll_write_vectored(context, parts);
        if done.is_ready() {
            self.at.wrote();
        }
        done
    }
}

#[cfg(test)]
mod tests {
    use axum::{Router, routing::get};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    const SHORT: Limits = Limits {
        head: Duration::from_millis(200),
        idle: Duration::from_millis(400),
        crowded: Duration::from_millis(200),
        most: 2,
    };

    /// A small site, and what makes it close.
    async fn site(limits: Limits) -> (SocketAddr, watch::Sender<bool>, tokio::task::JoinHandle<()>) {
        let slow = || async {
            let parts = futures_util::stream::unfold(0, |n| async move {
                tokio::time::sleep(Duration::from_millis(100)).await;
                (n < 10).then(|| (Ok::<_, Infallible>(Bytes::from_static(b"on and ")), n + 1))
            });
            Body::from_stream(parts)
        };
        let pages = Router::new().route("/", get(|| async { "here" })).route("/slow", get(slow));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let closing = watch::Sender::new(false);
        let served = tokio::spawn(serve(listener, pages, limits, closing.subscribe()));
        (address, closing, served)
    }

    /// Everything that still comes until the other side ends the connection.
    async fn rest(stream: &mut TcpStream) -> String {
        let mut all = vec![];
        let ended = tokio::time::timeout(Duration::from_secs(20), stream.read_to_end(&mut all)).await;
        // A connection that is reset has ended, too.
        let _ = ended.expect("the connection is ended");
        String::from_utf8(all).unwrap()
    }

    async fn ask(address: SocketAddr, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes()).await.unwrap();
        stream
    }

    #[tokio::test]
    async fn whoever_sends_nothing_or_half_a_request_is_not_waited_for() {
        let (address, _open, _) = site(SHORT).await;
        let mut silent = TcpStream::connect(address).await.unwrap();
        assert_eq!(rest(&mut silent).await, "");
        let mut half = TcpStream::connect(address).await.unwrap();
        half.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").await.unwrap();
        assert_eq!(rest(&mut half).await, "");
        // Nor is whoever sends a little again and again.
        let mut drip = TcpStream::connect(address).await.unwrap();
        let begun = Instant::now();
        while drip.write_all(b"GET / HTTP/1.1\r\nx: ").await.is_ok() {
            assert!(begun.elapsed() < Duration::from_secs(20), "it is still listened to");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    #[tokio::test]
    async fn a_connection_ends_that_asks_nothing_more() {
        let (address, _open, _) = site(SHORT).await;
        let mut stream = ask(address, "/").await;
        let answer = rest(&mut stream).await;
        assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("here"), "{answer}");
    }

    #[tokio::test]
    async fn an_answer_that_takes_longer_is_not_cut_off() {
        let (address, _open, _) = site(SHORT).await;
        let answer = rest(&mut ask(address, "/slow").await).await;
        assert_eq!(answer.matches("on and ").count(), 10, "{answer}");
    }

    #[tokio::test]
    async fn beyond_the_most_one_comes_in_when_another_has_ended() {
        let (address, _open, _) = site(SHORT).await;
        let mut silent = vec![];
        for _ in 0..10 {
            silent.push(TcpStream::connect(address).await.unwrap());
        }
        let answer = rest(&mut ask(address, "/").await).await;
        assert!(answer.ends_with("here"), "{answer}");
    }

    #[tokio::test]
    async fn where_there_is_no_place_left_the_silent_make_room_and_whoever_is_answered_stays() {
        let patient = Limits { head: Duration::from_hours(1), idle: Duration::from_hours(1), most: 3, ..SHORT };
        let (address, _open, _) = site(patient).await;
        let mut under_way = ask(address, "/slow").await;
        let mut silent = vec![];
        for _ in 0..6 {
            silent.push(TcpStream::connect(address).await.unwrap());
        }
        let mut head = [0; 15];
        let mut new = ask(address, "/").await;
        new.read_exact(&mut head).await.unwrap();
        assert_eq!(&head, b"HTTP/1.1 200 OK");
        assert_eq!(rest(&mut under_way).await.matches("on and ").count(), 10);
    }

    #[tokio::test]
    async fn at_the_end_what_is_under_way_is_answered_and_nobody_is_waited_for() {
        let patient = Limits { head: Duration::from_hours(1), idle: Duration::from_hours(1), most: 10, ..SHORT };
        let (address, closing, served) = site(patient).await;
        let mut idle = ask(address, "/").await;
        let mut head = [0; 12];
        idle.read_exact(&mut head).await.unwrap();
        let mut silent = TcpStream::connect(address).await.unwrap();
        let mut half = TcpStream::connect(address).await.unwrap();
        half.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").await.unwrap();
        let mut under_way = ask(address, "/slow").await;
        under_way.read_exact(&mut head).await.unwrap();
        closing.send_replace(true);
        assert_eq!(rest(&mut under_way).await.matches("on and ").count(), 10);
        rest(&mut idle).await;
        assert_eq!((rest(&mut silent).await, rest(&mut half).await), (String::new(), String::new()));
        tokio::time::timeout(Duration::from_secs(20), served).await.expect("and then it ends").unwrap();
        assert!(TcpStream::connect(address).await.is_err(), "nobody comes in any more");
    }

    #[tokio::test]
    async fn a_head_that_is_too_long_is_refused() {
        let (address, _open, _) = site(SHORT).await;
        let mut stream = TcpStream::connect(address).await.unwrap();
        let head = format!("GET / HTTP/1.1\r\nHost: x\r\nx: {}\r\n\r\n", "x".repeat(500_000));
        let _ = stream.write_all(head.as_bytes()).await;
        let answer = rest(&mut stream).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
    }
}
