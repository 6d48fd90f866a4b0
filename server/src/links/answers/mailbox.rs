//! A mailbox that answers come to, looked through by IMAP (RFC 9051), for those whose mail server is somewhere else.

use std::{sync::Arc, time::Duration};

use anyhow::Context;
use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, pki_types::ServerName},
};

use super::store;
use crate::kit::{
    app::App,
    config::Mailbox,
    email::lmtp::{LARGEST_BYTES, Outcome},
};

/// So many e-mails are taken at one look.
const AT_ONCE: usize = 200;
/// A look takes no longer than this.
const PATIENCE: Duration = Duration::from_mins(5);

/// Looks through the mailbox once. What goes wrong is written down for `lyceum doctor`.
pub async fn look(app: &App) -> anyhow::Result<()> {
    let Some(mailbox) = &app.settings.mail_imap else { return Ok(()) };
    let looked = tokio::time::timeout(PATIENCE, connect(app, mailbox)).await;
    let trouble = match looked {
        Ok(Ok(())) => String::new(),
        Ok(Err(error)) => format!("{error:#}"),
        Err(_) => "it took too long".into(),
    };
    if trouble.is_empty() && store::trouble(&mut app.db.read().await?).await?.is_none() {
        return Ok(());
    }
    if !trouble.is_empty() {
        tracing::warn!(error = trouble, "the mailbox for answers could not be looked through");
    }
    app.db.always(async |tx| Ok(store::note_trouble(tx, &trouble).await?)).await
}

async fn connect(app: &App, mailbox: &Mailbox) -> anyhow::Result<()> {
    let stream = TcpStream::connect((mailbox.host.as_str(), mailbox.port)).await.context("no connection")?;
    if !mailbox.is_encrypted {
        return look_through(app, mailbox, stream).await;
    }
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from(mailbox.host.clone()).context("the name of the host")?;
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.context("no encrypted connection")?;
    look_through(app, mailbox, stream).await
}

async fn look_through<S>(app: &App, mailbox: &Mailbox, stream: S) -> anyhow::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + std::fmt::Debug + Send,
{
    let mut client = Client::new(stream);
    client.read_response().await?.context("the mail server hung up")?;
    let mut session =
        client.login(&mailbox.user, &mailbox.password).await.map_err(|(error, _)| error).context("no sign-in")?;
    session.select(&mailbox.folder).await.context("the folder cannot be opened")?;
    let mut unseen: Vec<u32> = session.uid_search("UNSEEN UNDELETED").await?.into_iter().collect();
    unseen.sort_unstable();
    let mut taken = false;
    for uid in unseen.into_iter().take(AT_ONCE) {
        match fetched(app, &mut session, uid).await? {
            // What was taken is here now, and nobody misses it there.
            Outcome::Taken => {
                flag(&mut session, uid, "\\Seen \\Deleted").await?;
                taken = true;
            }
            // Whatever else comes there is left to whoever reads it.
            Outcome::Unknown => flag(&mut session, uid, "\\Seen").await?,
            Outcome::Later => {}
        }
    }
    if taken {
        session.expunge().await?.try_collect::<Vec<_>>().await?;
    }
    Ok(session.logout().await?)
}

async fn flag<S>(session: &mut Session<S>, uid: u32, flags: &str) -> anyhow::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + std::fmt::Debug + Send,
{
    let stored = session.uid_store(uid.to_string(), format!("+FLAGS.SILENT ({flags})")).await?;
    stored.try_collect::<Vec<_>>().await?;
    Ok(())
}

/// Takes one e-mail, for each address of ours that it came to.
async fn fetched<S>(app: &App, session: &mut Session<S>, uid: u32) -> anyhow::Result<Outcome>
where
    S: AsyncRead + AsyncWrite + Unpin + std::fmt::Debug + Send,
{
    let sizes: Vec<_> = session.uid_fetch(uid.to_string(), "(UID RFC822.SIZE)").await?.try_collect().await?;
    let size = sizes.iter().find_map(|fetch| fetch.size).unwrap_or_default();
    if usize::try_from(size)? > LARGEST_BYTES {
        return Ok(Outcome::Unknown);
    }
    // Looking at it does not mark it as seen.
    let found: Vec<_> = session.uid_fetch(uid.to_string(), "(UID BODY.PEEK[])").await?.try_collect().await?;
    let Some(raw) = found.iter().find_map(|fetch| fetch.body()) else { return Ok(Outcome::Unknown) };
    handed_over(app, raw).await
}

/// Takes an e-mail whose envelope is gone: where it came to stands in it.
pub(super) async fn handed_over(app: &App, raw: &[u8]) -> anyhow::Result<Outcome> {
    let bytes = raw.to_vec();
    let recipients = crate::kit::app::render(raw.len(), move || mailin::recipients(&bytes)).await?;
    let mut ours: Vec<String> = vec![];
    for address in recipients {
        let patterns = [&app.answer_addresses, &app.bounce_addresses];
        let is_ours = patterns.into_iter().flatten().any(|pattern| pattern.token_in(&address).is_some());
        if is_ours && !ours.contains(&address) {
            ours.push(address);
        }
    }
    let mut outcome = Outcome::Unknown;
    for address in ours.iter().take(20) {
        match super::take(app, None, address, raw).await {
            Outcome::Later => return Ok(Outcome::Later),
            Outcome::Taken => outcome = Outcome::Taken,
            Outcome::Unknown => {}
        }
    }
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
        net::TcpListener,
    };

    use super::*;
    use crate::checks::testing::Site;

    /// A mail server with these e-mails; answers what was asked of it, in order.
    async fn mail_server(listener: TcpListener, emails: Vec<String>) -> Vec<String> {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        stream.get_mut().write_all(b"* OK [CAPABILITY IMAP4rev1] ready\r\n").await.unwrap();
        let mut asked = vec![];
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap() == 0 {
                return asked;
            }
            let (tag, command) = line.trim_end().split_once(' ').unwrap();
            let uid = || -> usize { command.split(' ').nth(2).unwrap().parse().unwrap() };
            let mut answer = match command {
                _ if command.starts_with("LOGIN") => {
                    if !command.contains("\"pass word\"") {
                        stream.get_mut().write_all(format!("{tag} NO wrong\r\n").as_bytes()).await.unwrap();
                        return asked;
                    }
                    String::new()
                }
                _ if command.starts_with("SELECT") => format!("* {} EXISTS\r\n* FLAGS (\\Seen)\r\n", emails.len()),
                _ if command.starts_with("UID SEARCH") => {
                    let uids: Vec<String> = (1..=emails.len()).map(|uid| uid.to_string()).collect();
                    format!("* SEARCH {}\r\n", uids.join(" "))
                }
                _ if command.contains("RFC822.SIZE") => {
                    format!("* {0} FETCH (UID {0} RFC822.SIZE {1})\r\n", uid(), emails[uid() - 1].len())
                }
                _ if command.contains("BODY.PEEK[]") => {
                    let email = &emails[uid() - 1];
                    format!("* {0} FETCH (UID {0} BODY[] {{{1}}}\r\n{email})\r\n", uid(), email.len())
                }
                _ if command.starts_with("LOGOUT") => "* BYE\r\n".into(),
                _ => String::new(),
            };
            answer.push_str(tag);
            answer.push_str(" OK done\r\n");
            asked.push(command.to_owned());
            stream.get_mut().write_all(answer.as_bytes()).await.unwrap();
        }
    }

    fn mailbox(port: u16, password: &str) -> Mailbox {
        Mailbox {
            host: "127.0.0.1".into(),
            port,
            is_encrypted: false,
            user: "answers@lyceum.test".into(),
            password: password.into(),
            folder: "INBOX".into(),
        }
    }

    #[tokio::test]
    async fn what_comes_to_a_mailbox_is_taken_and_what_is_not_ours_is_left_there() {
        let site = Site::new().await;
        let (ines, _) = site.member("ines").await;
        let post = site.post(&ines, "Week one").await;
        let to = site.answers_to(&ines, post).await;
        let answer = format!(
            "Delivered-To: {to}\r\nFrom: ines@example.org\r\nTo: x@y.example\r\nMessage-ID: <1@x>\r\n\r\nBy IMAP.\r\n"
        );
        let advertisement = "From: shop@example.net\r\nTo: answers@lyceum.test\r\n\r\nBuy!\r\n".to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = tokio::spawn(mail_server(listener, vec![answer, advertisement]));
        connect(&site.app, &mailbox(port, "pass word")).await.unwrap();
        let asked = server.await.unwrap();
        assert!(site.stranger().get(&site.url(post).await).await.text(".entry").contains("By IMAP."));
        let has = |wanted: &str| asked.iter().any(|command| command == wanted);
        assert!(has("UID STORE 1 +FLAGS.SILENT (\\Seen \\Deleted)"), "{asked:?}");
        assert!(has("UID STORE 2 +FLAGS.SILENT (\\Seen)") && has("EXPUNGE"), "{asked:?}");
        assert!(!asked.iter().any(|command| command.contains("BODY[]")), "nothing is marked by looking");
    }

    #[tokio::test]
    async fn what_is_wrong_with_a_mailbox_is_said_and_names_no_password() {
        let site = Site::new().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = tokio::spawn(mail_server(listener, vec![]));
        let error = format!("{:#}", connect(&site.app, &mailbox(port, "s3cret")).await.unwrap_err());
        server.await.unwrap();
        assert!(error.contains("no sign-in") && !error.contains("s3cret"), "{error}");
        // Something that is no mail server, and hangs up.
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.write_all(b"HTTP/1.1 400 Bad\r\n\r\n").await.unwrap();
            let _ = stream.read(&mut [0; 100]).await;
        });
        assert!(connect(&site.app, &mailbox(port, "pass word")).await.is_err());
        server.await.unwrap();
    }
}
