//! Where a mail server hands over what came: a port or a socket for LMTP.

use std::{os::unix::fs::FileTypeExt, os::unix::fs::PermissionsExt, path::Path, sync::Arc, time::Duration};

use anyhow::Context;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, UnixListener},
    sync::Semaphore,
    task::JoinSet,
};

use crate::kit::{
    app::App,
    config::Lmtp,
    email::lmtp::{Outcome, Session, Step},
};

/// So many connections at once; others wait.
const MOST_CONNECTIONS: usize = 8;
/// Whoever says nothing for so long is hung up on (RFC 5321, 4.5.3.2.7).
const PATIENCE: Duration = Duration::from_mins(5);

/// A place to listen at.
pub enum Listener {
    /// A port.
    Port(TcpListener),
    /// A socket in the file system.
    Socket(UnixListener),
}

/// Takes the place that the settings name, if they name one.
pub async fn listener(app: &App) -> anyhow::Result<Option<Listener>> {
    let at =
        |what: &str| format!("the setting `mail_lmtp` is `{what}`: nothing can listen there; choose another place");
    Ok(match &app.settings.mail_lmtp {
        None => None,
        Some(Lmtp::Port(port)) => {
            Some(Listener::Port(TcpListener::bind(port).await.with_context(|| at(&port.to_string()))?))
        }
        Some(Lmtp::Socket(path)) => {
            let shown = format!("unix:{}", path.display());
            Some(Listener::Socket(socket(path).with_context(|| at(&shown))?))
        }
    })
}

/// A socket that mail servers may write to. One that a server left behind is replaced.
fn socket(path: &Path) -> anyhow::Result<UnixListener> {
    let is_left_behind = std::fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_socket())
        && std::os::unix::net::UnixStream::connect(path).is_err();
    if is_left_behind {
        std::fs::remove_file(path)?;
    }
    let listener = UnixListener::bind(path)?;
    // The mail server is another user. Whoever reaches it can only hand over to addresses that were signed here.
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o666))?;
    Ok(listener)
}

/// Takes what mail servers hand over, for as long as the server runs.
pub async fn run(app: Arc<App>, listener: Listener) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let mut connections = JoinSet::new();
    loop {
        let Ok(place) = places.clone().acquire_owned().await else { return };
        let accepted = match &listener {
            Listener::Port(port) => port.accept().await.map(|(stream, _)| Connection::Port(stream)),
            Listener::Socket(socket) => socket.accept().await.map(|(stream, _)| Connection::Socket(stream)),
        };
        while connections.try_join_next().is_some() {}
        let app = app.clone();
        match accepted {
            Ok(Connection::Port(stream)) => connections.spawn(async move {
                let _place = place;
                talk(&app, stream).await;
            }),
            Ok(Connection::Socket(stream)) => connections.spawn(async move {
                let _place = place;
                talk(&app, stream).await;
            }),
            Err(error) => {
                tracing::warn!(%error, "a connection for LMTP could not be taken");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
    }
}

enum Connection {
    Port(tokio::net::TcpStream),
    Socket(tokio::net::UnixStream),
}

/// One connection. What was handed over and not yet answered for is handed over again by the mail server.
pub async fn talk(app: &App, mut stream: impl AsyncRead + AsyncWrite + Unpin) {
    let name = url::Url::parse(&app.settings.base_url).ok().and_then(|url| url.host_str().map(ToOwned::to_owned));
    let (mut session, hello) = Session::new(name.as_deref().unwrap_or("localhost"));
    if let Err(error) = converse(app, &mut session, &hello, &mut stream).await {
        tracing::debug!(error = format!("{error:#}"), "a connection for LMTP broke");
    }
}

async fn converse(
    app: &App,
    session: &mut Session,
    hello: &str,
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
) -> anyhow::Result<()> {
    stream.write_all(hello.as_bytes()).await?;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let length = tokio::time::timeout(PATIENCE, stream.read(&mut buffer)).await??;
        if length == 0 {
            return Ok(());
        }
        let mut bytes = buffer[..length].iter();
        while !bytes.as_slice().is_empty() {
            let line = match session.next(&mut bytes) {
                Step::Wait => continue,
                Step::Say(line) => line,
                Step::Recipient(address) => {
                    let known = super::knows(app, &address).await;
                    session.recipient(address, known).to_owned()
                }
                Step::Deliver(envelope) => {
                    let mut outcomes: Vec<Outcome> = vec![];
                    for recipient in &envelope.recipients {
                        outcomes.push(super::take(app, Some(&envelope.sender), recipient, &envelope.message).await);
                    }
                    session.handed_over(&outcomes)
                }
                Step::End(line) => {
                    stream.write_all(line.as_bytes()).await?;
                    return Ok(stream.shutdown().await?);
                }
            };
            tokio::time::timeout(PATIENCE, stream.write_all(line.as_bytes())).await??;
        }
        stream.flush().await?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_socket_that_was_left_behind_is_replaced_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lmtp.sock");
        let first = socket(&path).unwrap();
        assert!(socket(&path).is_err(), "a server listens there");
        drop(first);
        let second = socket(&path).unwrap();
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o666, "the mail server is another user");
        drop(second);
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, "somebody's file").unwrap();
        assert!(socket(&path).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "somebody's file");
    }
}
