//! Settings: from `lyceum.toml`, the environment (`LYCEUM_...`) and flags, under the same names; raw at first, then
//! typed and ready to use.

use std::{
    io::ErrorKind,
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use anyhow::{Context, anyhow, bail, ensure};
use clap::Args;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};
use url::Url;

use crate::kit::db::Location;

/// Where settings are looked for, in the folder Lyceum is started in.
const FILE: &str = "lyceum.toml";

/// The settings as they are given, numbers too as they were written. What is not given here is looked for in the
/// environment, then in the file.
#[derive(Args, Serialize, Deserialize, Default, Clone, Debug)]
#[serde(default, deny_unknown_fields)]
pub struct Given {
    /// The folder for the database and for files [default: ./lyceum-data]
    #[arg(long, value_name = "DIR", global = true)]
    pub data: Option<String>,
    /// The database instead of the one in the data folder: `sqlite:PATH` or `postgres://USER@HOST/NAME`
    #[arg(long, value_name = "URL", global = true)]
    pub database: Option<String>,
    /// The address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR:PORT", global = true)]
    pub listen: Option<String>,
    /// The public address of the site [default: http:// and the listen address]
    #[arg(long, value_name = "URL", global = true)]
    pub base_url: Option<String>,
    /// The mail server: `smtp://USER:PASSWORD@HOST:PORT`, or `smtps://`
    #[arg(long, value_name = "URL", global = true)]
    pub mail_smtp: Option<String>,
    /// The command that takes e-mail, instead of a mail server: `/usr/sbin/sendmail` [default: none]
    #[arg(long, value_name = "COMMAND", global = true)]
    pub mail_sendmail: Option<String>,
    /// A folder to write e-mail to instead of sending it [default: mail in the data folder]
    #[arg(long, value_name = "DIR", global = true)]
    pub mail_folder: Option<String>,
    /// The sender of e-mail [default: lyceum@ and the host of the base URL]
    #[arg(long, value_name = "ADDRESS", global = true)]
    pub mail_from: Option<String>,
    /// The name of the DKIM key in the DNS, under which e-mails are signed [default: none]
    #[arg(long, value_name = "NAME", global = true)]
    pub mail_dkim_selector: Option<String>,
    /// The file with the private DKIM key; `lyceum mail-key` makes one [default: none]
    #[arg(long, value_name = "FILE", global = true)]
    pub mail_dkim_key: Option<String>,
    /// The addresses for answers by e-mail, with {} where each differs: `answers+{}@example.org` [default: none]
    #[arg(long, value_name = "ADDRESS", global = true)]
    pub mail_answers: Option<String>,
    /// The addresses e-mails are sent from, with {} where each differs, so that what comes back is known [default: none]
    #[arg(long, value_name = "ADDRESS", global = true)]
    pub mail_bounces: Option<String>,
    /// How many e-mails about news go to one receiving domain in a minute; 0: as fast as it goes [default: 300]
    #[arg(long, value_name = "N", global = true, allow_negative_numbers = true)]
    pub mail_rate: Option<String>,
    /// Where a mail server hands over answers (LMTP): an address and a port, or `unix:PATH` [default: nowhere]
    #[arg(long, value_name = "PLACE", global = true)]
    pub mail_lmtp: Option<String>,
    /// The mailbox that answers come to: `imaps://USER:PASSWORD@HOST/INBOX` [default: none]
    #[arg(long, value_name = "URL", global = true)]
    pub mail_imap: Option<String>,
    /// The log format: text or json [default: text]
    #[arg(long, value_name = "FORMAT", global = true)]
    pub log: Option<String>,
    /// Trusted proxies, whose X-Forwarded-For is believed, separated by commas [default: none]
    #[arg(long, value_name = "ADDR,..", global = true)]
    pub trusted_proxies: Option<String>,
    /// The upload limit, in megabytes [default: 10]
    #[arg(long, value_name = "N", global = true, allow_negative_numbers = true)]
    pub upload_megabytes: Option<String>,
    /// The largest file of a module or a tribe, such as a video, in megabytes [default: 512]
    #[arg(long, value_name = "N", global = true, allow_negative_numbers = true)]
    pub file_megabytes: Option<String>,
    /// What the files of one tribe may take together, in megabytes [default: 1024]
    #[arg(long, value_name = "N", global = true, allow_negative_numbers = true)]
    pub tribe_megabytes: Option<String>,
    /// What the pictures and files that one member puts into texts may take together, in megabytes [default: 512]
    #[arg(long, value_name = "N", global = true, allow_negative_numbers = true)]
    pub member_megabytes: Option<String>,
    /// Asking now and then whether the links of modules lead somewhere: on or off [default: on, once there is a base URL]
    #[arg(long, value_name = "WORD", global = true)]
    pub link_checks: Option<String>,
    /// Rate limits for visitors and members: on or off; off only for load tests [default: on]
    #[arg(long, value_name = "WORD", global = true)]
    pub limits: Option<String>,
    /// This node's number, 0 to 511 [default: the next free one]
    #[arg(long, value_name = "N", global = true, allow_negative_numbers = true)]
    pub node: Option<String>,
}

/// Where e-mail goes.
#[derive(Clone, Debug)]
pub enum MailDelivery {
    /// To a mail server.
    Smtp(String),
    /// To a command that takes it as sendmail does.
    Sendmail(PathBuf),
    /// Into files, for trying out.
    Folder(PathBuf),
}

/// What e-mails are signed with (DKIM).
#[derive(Clone, Debug)]
pub struct Dkim {
    /// The name of the key in the DNS.
    pub selector: String,
    /// The file that holds it.
    pub key: PathBuf,
}

/// Where a mail server hands over what came.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Lmtp {
    /// A port of an address.
    Port(SocketAddr),
    /// A socket in the file system.
    Socket(PathBuf),
}

/// A mailbox that is looked through.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Whether everything is encrypted; without it only to this machine.
    pub is_encrypted: bool,
    /// Who signs in there.
    pub user: String,
    /// With what.
    pub password: String,
    /// The folder in it.
    pub folder: String,
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}/{}", self.host, self.port, self.folder)
    }
}

/// The settings, checked and ready to use.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder for the database and for files.
    pub data: PathBuf,
    /// A file of SQLite, in the data folder unless said otherwise, or the address of a PostgreSQL.
    pub database: Location,
    /// The address and port on which HTTP is served.
    pub listen: SocketAddr,
    /// The address people reach the site at, without a slash at its end.
    pub base_url: String,
    /// Whether that was said, or is only where this program listens.
    pub base_url_is_given: bool,
    /// Where e-mail goes.
    pub mail: MailDelivery,
    /// The sender of e-mail.
    pub mail_from: String,
    /// What e-mails are signed with, if they are.
    pub mail_dkim: Option<Dkim>,
    /// The addresses for answers, with {} where each differs.
    pub mail_answers: Option<String>,
    /// The addresses e-mails are sent from, with {} where each differs.
    pub mail_bounces: Option<String>,
    /// So many e-mails about news a minute go to one receiving domain; 0 for as fast as it goes.
    pub mail_rate: u16,
    /// Where a mail server hands over answers.
    pub mail_lmtp: Option<Lmtp>,
    /// The mailbox that answers come to.
    pub mail_imap: Option<Mailbox>,
    /// Whether logs are JSON, a line each.
    pub log_json: bool,
    /// Proxies whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The largest upload, in bytes.
    pub upload_bytes: usize,
    /// The largest file of a module or a tribe, in bytes.
    pub file_bytes: u64,
    /// What the files of one tribe may take together, in bytes.
    pub tribe_bytes: u64,
    /// What one member puts into texts may take together, in bytes.
    pub member_bytes: u64,
    /// Whether other servers are asked if the links of modules lead somewhere.
    pub checks_links: bool,
    /// Whether people are limited in what they may do in a minute.
    pub limited: bool,
    /// This node's number, if it was given.
    pub node: Option<u16>,
}

impl Settings {
    /// Whether people reach the site over TLS.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

impl Given {
    /// Reads the file and the environment under the flags, and checks everything.
    pub fn settle(&self) -> anyhow::Result<Settings> {
        let file = from_file(Path::new(FILE))?;
        let environment = from_environment(std::env::vars_os())?;
        self.over(&environment.over(&file)?)?.check()
    }

    /// What is given here, and where nothing is, what is given below.
    fn over(&self, below: &Self) -> anyhow::Result<Self> {
        let mut table = Table::try_from(below)?;
        table.extend(Table::try_from(self)?);
        Ok(table.try_into()?)
    }

    /// Turns what is given into what is used; an error names the setting, its value and the remedy.
    pub fn check(self) -> anyhow::Result<Settings> {
        let data = folder("data", self.data)?.unwrap_or_else(|| "lyceum-data".into());
        let database = match &self.database {
            None => Location::File(data.join("lyceum.sqlite")),
            Some(url) => match url.parse() {
                Ok(place) => place,
                Err(why) => bail!("the setting `database` is `{}`: {why}", without_password(url)),
            },
        };
        let listen = self.listen.as_deref().unwrap_or("127.0.0.1:8080");
        let listen: SocketAddr = listen.parse().with_context(|| {
            format!("the setting `listen` is `{listen}`: give an address and a port, such as 127.0.0.1:8080")
        })?;
        let base_url_is_given = self.base_url.is_some();
        let base_url = self.base_url.unwrap_or_else(|| format!("http://{listen}"));
        let base = Url::parse(&base_url).ok().filter(is_root_of_a_host);
        let Some(base) = base else {
            bail!(
                "the setting `base_url` is `{}`: give http:// or https:// and a host, and nothing after it",
                without_password(&base_url)
            )
        };
        let mail_folder = folder("mail_folder", self.mail_folder)?;
        let ways = [
            ("mail_smtp", self.mail_smtp.is_some()),
            ("mail_sendmail", self.mail_sendmail.is_some()),
            ("mail_folder", mail_folder.is_some()),
        ];
        let given: Vec<&str> = ways.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect();
        if let [one, other, ..] = given[..] {
            bail!("the settings `{one}` and `{other}` exclude each other: remove one")
        }
        let mail = match (self.mail_smtp, self.mail_sendmail) {
            (Some(url), _) => MailDelivery::Smtp(mail_server(url)?),
            (None, Some(command)) => MailDelivery::Sendmail(sendmail(&command)?),
            (None, None) => MailDelivery::Folder(mail_folder.unwrap_or_else(|| data.join("mail"))),
        };
        let host = base.host_str().unwrap_or("localhost");
        let mail_from = self.mail_from.unwrap_or_else(|| {
            let host = if host.parse::<IpAddr>().is_ok() { "localhost" } else { host };
            format!("lyceum@{host}")
        });
        if mail_from.parse::<lettre::message::Mailbox>().is_err() {
            bail!("the setting `mail_from` is `{mail_from}`: give an address, such as lyceum@example.org");
        }
        let mail_dkim = dkim(self.mail_dkim_selector, self.mail_dkim_key)?;
        let mail_lmtp = self.mail_lmtp.map(|place| lmtp(&place)).transpose()?;
        let mail_imap = self.mail_imap.map(|url| mailbox(&url)).transpose()?;
        if mail_imap.is_some() && self.mail_answers.is_none() && self.mail_bounces.is_none() {
            bail!("the setting `mail_imap` is there and `mail_answers` is not: give the addresses that answers come to")
        }
        let log_json = match self.log.as_deref() {
            None | Some("text") => false,
            Some("json") => true,
            Some(other) => bail!("the setting `log` is `{other}`: give text or json"),
        };
        let limited = switch("limits", self.limits.as_deref())?.unwrap_or(true);
        let checks_links = switch("link_checks", self.link_checks.as_deref())?.unwrap_or(base_url_is_given);
        let proxies = self.trusted_proxies.unwrap_or_default();
        let trusted_proxies = proxies
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| {
                part.parse().with_context(|| {
                    format!("the setting `trusted_proxies` has `{part}`: give addresses such as 127.0.0.1, with commas")
                })
            })
            .collect::<anyhow::Result<_>>()?;
        let megabytes = number("upload_megabytes", self.upload_megabytes, 1..=1024, "a number")?.unwrap_or(10);
        let file_megabytes = number("file_megabytes", self.file_megabytes, 1..=u16::MAX, "a number")?.unwrap_or(512);
        let tribe_megabytes =
            number("tribe_megabytes", self.tribe_megabytes, 1..=u16::MAX, "a number")?.unwrap_or(1024);
        let member_megabytes =
            number("member_megabytes", self.member_megabytes, 1..=u16::MAX, "a number")?.unwrap_or(512);
        let mail_rate = number("mail_rate", self.mail_rate, 0..=u16::MAX, "how many e-mails a minute,")?;
        let node = number("node", self.node, 0..=511, "another number for each node,")?;
        Ok(Settings {
            data,
            database,
            listen,
            base_url_is_given,
            base_url: base.as_str().trim_end_matches('/').to_owned(),
            mail,
            mail_from,
            mail_dkim,
            mail_answers: self.mail_answers,
            mail_bounces: self.mail_bounces,
            mail_rate: mail_rate.unwrap_or(300),
            mail_lmtp,
            mail_imap,
            log_json,
            trusted_proxies,
            upload_bytes: usize::from(megabytes) * 1024 * 1024,
            file_bytes: u64::from(file_megabytes) * 1024 * 1024,
            tribe_bytes: u64::from(tribe_megabytes) * 1024 * 1024,
            member_bytes: u64::from(member_megabytes) * 1024 * 1024,
            checks_links,
            limited,
            node,
        })
    }
}

/// What a file says; nothing, if there is none. One that is there and cannot be read is an error: whoever wrote it
/// relies on it.
fn from_file(file: &Path) -> anyhow::Result<Given> {
    let shown = file.display();
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Given::default()),
        Err(error) => {
            bail!("{shown} cannot be read ({error}): make it a text file that this user may read, or move it away")
        }
    };
    let mut table: Table = text.parse().map_err(|error: toml::de::Error| {
        // Without the line itself, which may hold a password.
        let line = error.span().map_or(1, |at| text[..at.start].matches('\n').count() + 1);
        let what = error.message().trim_end().replace('\n', ", ");
        anyhow!("{shown}, line {line}: {what}; put texts in quotation marks, as in lyceum.example.toml")
    })?;
    known(table.keys().map(|name| (name.clone(), Value::String(String::new()))).collect(), &shown.to_string())?;
    for (name, value) in &mut table {
        let is_number = matches!(
            name.as_str(),
            "upload_megabytes" | "file_megabytes" | "tribe_megabytes" | "member_megabytes" | "node" | "mail_rate"
        );
        let as_text = match value {
            Value::String(_) => continue,
            Value::Integer(number) if is_number => number.to_string(),
            _ if is_number => bail!("the setting `{name}` in {shown} is {value}: give a whole number"),
            _ => bail!("the setting `{name}` in {shown} is {value}: write {name} = \"...\""),
        };
        *value = Value::String(as_text);
    }
    known(table, &shown.to_string())
}

/// What the environment says under names that begin with `LYCEUM_`.
fn from_environment(vars: impl Iterator<Item = (std::ffi::OsString, std::ffi::OsString)>) -> anyhow::Result<Given> {
    let mut table = Table::new();
    for (name, value) in vars {
        let Some(setting) = name.to_str().and_then(|name| name.strip_prefix("LYCEUM_")) else { continue };
        let Ok(value) = value.into_string() else {
            bail!("the setting LYCEUM_{setting} in the environment is not text: give it in UTF-8")
        };
        table.insert(setting.to_lowercase(), Value::String(value));
    }
    known(table, "the environment (LYCEUM_...)")
}

fn known(table: Table, place: &str) -> anyhow::Result<Given> {
    table.try_into().map_err(|error: toml::de::Error| {
        anyhow!("there is an unknown setting in {place}: {}", error.message().trim_end())
    })
}

fn folder(setting: &str, given: Option<String>) -> anyhow::Result<Option<PathBuf>> {
    ensure!(given.as_deref() != Some(""), "the setting `{setting}` is empty: give a path, or leave it out");
    Ok(given.map(PathBuf::from))
}

fn switch(setting: &str, given: Option<&str>) -> anyhow::Result<Option<bool>> {
    match given {
        None => Ok(None),
        Some("on") => Ok(Some(true)),
        Some("off") => Ok(Some(false)),
        Some(other) => bail!("the setting `{setting}` is `{other}`: give on or off"),
    }
}

fn number(
    setting: &str,
    given: Option<String>,
    range: std::ops::RangeInclusive<u16>,
    what: &str,
) -> anyhow::Result<Option<u16>> {
    let Some(given) = given else { return Ok(None) };
    match given.parse() {
        Ok(number) if range.contains(&number) => Ok(Some(number)),
        _ => bail!("the setting `{setting}` is `{given}`: give {what} from {} to {}", range.start(), range.end()),
    }
}

/// Whether it is a scheme and a host, perhaps with a port, and no more.
fn is_root_of_a_host(url: &Url) -> bool {
    let only_host = url.username().is_empty() && url.password().is_none();
    let nothing_after = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    matches!(url.scheme(), "http" | "https") && only_host && nothing_after
}

/// The address of a mail server, if e-mails can be sent there as far as it says.
fn mail_server(url: String) -> anyhow::Result<String> {
    let parsed = Url::parse(&url).ok().filter(|parsed| matches!(parsed.scheme(), "smtp" | "smtps"));
    let has_host = parsed.is_some_and(|parsed| parsed.host_str().is_some_and(|host| !host.is_empty()));
    if !has_host || AsyncSmtpTransport::<Tokio1Executor>::from_url(&url).is_err() {
        bail!(
            "the setting `mail_smtp` is `{}`: give smtp://USER:PASSWORD@HOST:PORT, with ?tls=required for STARTTLS, or \
             smtps://",
            without_password(&url)
        )
    }
    Ok(url)
}

/// A command that takes e-mail. It is called as it stands, without a shell.
fn sendmail(command: &str) -> anyhow::Result<PathBuf> {
    ensure!(
        command.starts_with('/') && !command.contains(" -"),
        "the setting `mail_sendmail` is `{command}`: give the path of a command, such as /usr/sbin/sendmail, without options"
    );
    Ok(command.into())
}

/// What e-mails are signed with: both settings, or neither.
fn dkim(selector: Option<String>, key: Option<String>) -> anyhow::Result<Option<Dkim>> {
    let is_label = |label: &str| {
        let inside = !label.starts_with('-') && !label.ends_with('-') && !label.is_empty() && label.len() < 64;
        inside && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if let Some(selector) = selector.as_deref().filter(|selector| !selector.split('.').all(is_label)) {
        bail!("the setting `mail_dkim_selector` is `{selector}`: give a name of letters, digits and hyphens")
    }
    match (selector, folder("mail_dkim_key", key)?) {
        (Some(selector), Some(key)) => Ok(Some(Dkim { selector, key })),
        (Some(_), None) => bail!("the setting `mail_dkim_selector` is there and `mail_dkim_key` is not: give both"),
        (None, Some(_)) => bail!("the setting `mail_dkim_key` is there and `mail_dkim_selector` is not: give both"),
        (None, None) => Ok(None),
    }
}

/// A place where a mail server hands over.
fn lmtp(place: &str) -> anyhow::Result<Lmtp> {
    if let Some(path) = place.strip_prefix("unix:").filter(|path| !path.is_empty()) {
        return Ok(Lmtp::Socket(path.into()));
    }
    let port = place.parse().with_context(|| {
        format!("the setting `mail_lmtp` is `{place}`: give an address and a port, such as 127.0.0.1:24, or unix:PATH")
    })?;
    Ok(Lmtp::Port(port))
}

/// A mailbox, if its address says everything that it takes.
fn mailbox(url: &str) -> anyhow::Result<Mailbox> {
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned);
    let parsed = Url::parse(url).ok().filter(|parsed| matches!(parsed.scheme(), "imap" | "imaps"));
    let found = parsed.and_then(|parsed| {
        let is_encrypted = parsed.scheme() == "imaps";
        let host = parsed.host_str().filter(|host| !host.is_empty())?.trim_matches(['[', ']']).to_owned();
        let is_here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        let folder = decoded(parsed.path().trim_matches('/'))?;
        let (user, password) = (decoded(parsed.username())?, decoded(parsed.password()?)?);
        (is_encrypted || is_here).then_some(())?;
        (!user.is_empty()).then_some(())?;
        Some(Mailbox {
            port: parsed.port().unwrap_or(if is_encrypted { 993 } else { 143 }),
            folder: if folder.is_empty() { "INBOX".into() } else { folder },
            host,
            is_encrypted,
            user,
            password,
        })
    });
    found.with_context(|| {
        format!(
            "the setting `mail_imap` is `{}`: give imaps://USER:PASSWORD@HOST/INBOX, and write an @ in the user as %40",
            without_password(url)
        )
    })
}

/// An address fit for an error message: what stands between `://` and `@` is left out.
fn without_password(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(start), Some(end)) if start < end => format!("{}://…{}", &url[..start], &url[end..]),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a setting given as a flag, in the environment, and in the file.
    fn refusals(name: &str, value: &str) -> Vec<String> {
        let by_file = |text: String| {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join(FILE), text).unwrap();
            from_file(&folder.path().join(FILE)).and_then(Given::check)
        };
        let by_environment =
            from_environment([(format!("LYCEUM_{}", name.to_uppercase()).into(), value.into())].into_iter());
        let flags: Given = Table::from_iter([(name.to_owned(), Value::String(value.into()))]).try_into().unwrap();
        [flags.check(), by_environment.and_then(Given::check), by_file(format!("{name} = {value:?}"))]
            .map(|settled| format!("{:#}", settled.map(drop).expect_err(&format!("{name} = {value}"))))
            .to_vec()
    }

    #[test]
    fn a_wrong_setting_is_named_with_its_value_wherever_it_is_given() {
        for (name, value) in [
            ("listen", "8080"),
            ("base_url", "https://learn.example.org/path"),
            ("base_url", "https://learn.example.org/?q=1"),
            ("base_url", "https://learn.example.org/#top"),
            ("mail_smtp", "mail.example.org"),
            ("mail_smtp", "smtp://"),
            ("mail_smtp", "smtp://:25"),
            ("mail_smtp", "smtp://mail.example.org:port"),
            ("mail_smtp", "smtp://mail.example.org?tls=maybe"),
            ("mail_from", "nobody"),
            ("mail_sendmail", "sendmail"),
            ("mail_sendmail", "/usr/sbin/sendmail -t"),
            ("mail_dkim_selector", "a key"),
            ("mail_dkim_selector", "key."),
            ("mail_dkim_selector", "-key"),
            ("mail_lmtp", "24"),
            ("mail_lmtp", "unix:"),
            ("mail_imap", "mail.example.org"),
            ("mail_imap", "imaps://mail.example.org/INBOX"),
            ("mail_imap", "imap://mail.example.org/INBOX"),
            ("log", "xml"),
            ("limits", "true"),
            ("trusted_proxies", "localhost"),
            ("upload_megabytes", "0"),
            ("upload_megabytes", "1.5"),
            ("upload_megabytes", "ten"),
            ("upload_megabytes", "99999999999"),
            ("file_megabytes", "0"),
            ("file_megabytes", "65536"),
            ("tribe_megabytes", "0"),
            ("member_megabytes", "0"),
            ("link_checks", "weekly"),
            ("node", "512"),
            ("node", "70000"),
            ("node", "-1"),
            ("node", "x"),
            ("node", ""),
        ] {
            for no in refusals(name, value) {
                assert!(no.contains(&format!("`{name}`")) && no.contains(&format!("`{value}`")), "{no}");
                assert!(no.contains("give "), "{no}");
            }
        }
        for name in ["data", "mail_folder", "mail_dkim_key"] {
            for no in refusals(name, "") {
                assert!(no.contains(&format!("`{name}` is empty")), "{no}");
            }
        }
    }

    #[test]
    fn e_mail_goes_one_way_and_is_signed_with_a_whole_key() {
        let of = |settings: &[(&str, &str)]| {
            let texts = settings.iter().map(|(name, value)| ((*name).to_owned(), Value::String((*value).into())));
            let given = texts.collect::<Table>();
            let given: Given = given.try_into().unwrap();
            given.check().map_err(|error| format!("{error:#}"))
        };
        let ways = [("mail_smtp", "smtp://localhost"), ("mail_sendmail", "/usr/sbin/sendmail"), ("mail_folder", "x")];
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            let no = of(&[ways[a], ways[b]]).unwrap_err();
            assert!(no.contains(&format!("`{}` and `{}` exclude each other", ways[a].0, ways[b].0)), "{no}");
        }
        let sendmail = of(&[ways[1]]).unwrap().mail;
        assert!(
            matches!(&sendmail, MailDelivery::Sendmail(path) if path == Path::new("/usr/sbin/sendmail")),
            "{sendmail:?}"
        );
        let key = [("mail_dkim_selector", "2026.lyceum"), ("mail_dkim_key", "dkim.pem")];
        for alone in key {
            assert!(of(&[alone]).unwrap_err().contains("give both"));
        }
        let dkim = of(&key).unwrap().mail_dkim.unwrap();
        assert_eq!((dkim.selector.as_str(), dkim.key.as_path()), ("2026.lyceum", Path::new("dkim.pem")));
    }

    #[test]
    fn no_password_is_in_an_error() {
        for (name, value) in [
            ("mail_smtp", "smtp://me:s3cret@mail.example.org:port"),
            ("mail_smtp", "smtp://me:s3cret@mail.example.org?tls=maybe"),
            ("mail_imap", "imaps://me:s3cret@mail.example.org:port"),
            ("base_url", "https://me:s3cret@learn.example.org"),
            ("database", "postgres://me:s3cret@db.example.org:port/lyceum"),
        ] {
            for no in refusals(name, value) {
                assert!(no.contains(&format!("`{name}`")) && !no.contains("s3cret"), "{no}");
            }
        }
    }

    #[test]
    fn the_file_says_text_and_whole_numbers_and_names_that_are_known() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        let said = |text: &str| {
            std::fs::write(&file, text).unwrap();
            from_file(&file).and_then(Given::check).map_err(|error| format!("{error:#}"))
        };
        let settings = said("node = 7\nupload_megabytes = \"20\"\ndata = \"007\"").unwrap();
        assert_eq!((settings.node, settings.upload_bytes), (Some(7), 20 * 1024 * 1024));
        assert_eq!(settings.data, Path::new("007"));
        for (text, words) in [
            ("node = true", "the setting `node` in"),
            ("node = 1.7", "is 1.7"),
            ("upload_megabytes = [1]", "the setting `upload_megabytes` in"),
            ("data = true", "write data = \"...\""),
            ("listen = 8080", "the setting `listen` in"),
            ("base-url = \"http://x\"", "base_url"),
            ("[section]", "section"),
            ("listen \"x\"", "line 1"),
        ] {
            let no = said(text).map(drop).expect_err(text);
            assert!(no.contains(words) && no.contains(FILE), "{text}: {no}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_taken_for_none() {
        let folder = tempfile::tempdir().unwrap();
        assert!(from_file(&folder.path().join(FILE)).is_ok());
        let no = from_file(folder.path()).map(drop).unwrap_err().to_string();
        assert!(no.contains("cannot be read") && no.contains(&folder.path().display().to_string()), "{no}");
    }

    #[test]
    fn flags_win_over_the_environment_and_the_environment_over_the_file() {
        let of = |listen: &str| Given { listen: Some(listen.into()), ..Given::default() };
        let (flags, environment, file) = (of("127.0.0.1:1"), of("127.0.0.1:2"), of("127.0.0.1:3"));
        let port = |given: Given| given.check().unwrap().listen.port();
        assert_eq!(port(flags.over(&environment.over(&file).unwrap()).unwrap()), 1);
        assert_eq!(port(Given::default().over(&environment.over(&file).unwrap()).unwrap()), 2);
        assert_eq!(port(Given::default().over(&Given::default().over(&file).unwrap()).unwrap()), 3);
    }
}
