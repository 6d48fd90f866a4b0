//! Settings: from `lyceum.toml`, the environment (`LYCEUM_...`) and flags, under the same names; raw at first, then
//! typed and ready to use.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use anyhow::{Context, bail};
use clap::Args;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::db::Place;

/// The settings as they are given. What is not given here is looked for in the environment, then in the file.
#[derive(Args, Serialize, Deserialize, Default, Clone, Debug)]
#[serde(default, deny_unknown_fields)]
pub struct Given {
    /// The folder for the database and for files [default: ./lyceum-data]
    #[arg(long, value_name = "DIR", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// The database instead of the one in the data folder: `sqlite:PATH` or `postgres://USER@HOST/NAME`
    #[arg(long, value_name = "URL", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR:PORT", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<String>,
    /// The address people reach the site at [default: http:// and where it listens]
    #[arg(long, value_name = "URL", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// The mail server: `smtp://USER:PASSWORD@HOST:PORT`, or `smtps://`
    #[arg(long, value_name = "URL", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_smtp: Option<String>,
    /// A folder to write mail to instead of sending it [default: mail in the data folder]
    #[arg(long, value_name = "DIR", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_folder: Option<String>,
    /// The sender of mail [default: lyceum@ and the host of the base URL]
    #[arg(long, value_name = "ADDRESS", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_from: Option<String>,
    /// How to log: text or json [default: text]
    #[arg(long, value_name = "FORMAT", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<String>,
    /// Proxies whose X-Forwarded-For is believed, separated by commas [default: none]
    #[arg(long, value_name = "ADDR,..", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trusted_proxies: Option<String>,
    /// The largest upload, in megabytes [default: 10]
    #[arg(long, value_name = "N", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upload_megabytes: Option<u32>,
    /// Limits on what a stranger or member may do in a minute: on or off; off only to measure [default: on]
    #[arg(long, value_name = "WORD", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<String>,
    /// This node's number, 0 to 511, if it is not to choose a free one [default: chosen]
    #[arg(long, value_name = "N", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<u16>,
}

/// Where mail goes.
#[derive(Clone, Debug)]
pub enum Post {
    /// To a mail server.
    Smtp(String),
    /// Into files, for trying out.
    Folder(PathBuf),
}

/// The settings, checked and ready to use.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder for the database and for files.
    pub data: PathBuf,
    /// The database.
    pub database: Place,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address people reach the site at, without a slash at its end.
    pub base_url: String,
    /// Where mail goes.
    pub mail: Post,
    /// The sender of mail.
    pub mail_from: String,
    /// Whether logs are JSON, a line each.
    pub log_json: bool,
    /// Proxies whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The largest upload, in bytes.
    pub upload_bytes: usize,
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
        let flags = config::Config::try_from(self)?;
        let given: Self = config::Config::builder()
            .add_source(config::File::with_name("lyceum.toml").format(config::FileFormat::Toml).required(false))
            .add_source(config::Environment::with_prefix("LYCEUM").prefix_separator("_").try_parsing(true))
            .add_source(flags)
            .build()
            .context("lyceum.toml cannot be read")?
            .try_deserialize()
            .context(
                "a setting in lyceum.toml or the environment (LYCEUM_...) is wrong; lyceum.example.toml lists them all",
            )?;
        given.check()
    }

    /// Turns what is given into what is used; an error names the setting, its value and the remedy.
    pub fn check(self) -> anyhow::Result<Settings> {
        let data = PathBuf::from(self.data.as_deref().unwrap_or("lyceum-data"));
        let database = match &self.database {
            None => Place::File(data.join("lyceum.sqlite")),
            Some(url) => match url.parse() {
                Ok(place) => place,
                Err(why) => bail!("the setting `database` is `{}`: {why}", without_password(url)),
            },
        };
        let listen = self.listen.as_deref().unwrap_or("127.0.0.1:8080");
        let listen: SocketAddr = listen.parse().with_context(|| {
            format!("the setting `listen` is `{listen}`: give an address and a port, such as 127.0.0.1:8080")
        })?;
        let base_url = self.base_url.unwrap_or_else(|| format!("http://{listen}"));
        let base =
            Url::parse(&base_url).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.path() == "/");
        let Some(base) = base else {
            bail!("the setting `base_url` is `{base_url}`: give http:// or https:// and a host, without a path")
        };
        let mail = match (self.mail_smtp, self.mail_folder) {
            (Some(_), Some(folder)) => {
                bail!("the settings `mail_smtp` and `mail_folder` (`{folder}`) exclude each other: remove one")
            }
            (Some(url), None) if url.starts_with("smtp://") || url.starts_with("smtps://") => Post::Smtp(url),
            (Some(url), None) => {
                bail!("the setting `mail_smtp` is `{}`: begin it with smtp:// or smtps://", without_password(&url))
            }
            (None, folder) => Post::Folder(folder.map_or_else(|| data.join("mail"), PathBuf::from)),
        };
        let host = base.host_str().unwrap_or("localhost");
        let mail_from = self.mail_from.unwrap_or_else(|| {
            let host = if host.parse::<IpAddr>().is_ok() { "localhost" } else { host };
            format!("lyceum@{host}")
        });
        if mail_from.parse::<lettre::message::Mailbox>().is_err() {
            bail!("the setting `mail_from` is `{mail_from}`: give an address, such as lyceum@example.org");
        }
        let log_json = match self.log.as_deref() {
            None | Some("text") => false,
            Some("json") => true,
            Some(other) => bail!("the setting `log` is `{other}`: give text or json"),
        };
        let limited = match self.limits.as_deref() {
            None | Some("on") => true,
            Some("off") => false,
            Some(other) => bail!("the setting `limits` is `{other}`: give on or off"),
        };
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
        let megabytes = self.upload_megabytes.unwrap_or(10);
        if !(1..=1024).contains(&megabytes) {
            bail!("the setting `upload_megabytes` is `{megabytes}`: give a number from 1 to 1024");
        }
        if let Some(node) = self.node.filter(|node| *node > 511) {
            bail!("the setting `node` is `{node}`: give a number from 0 to 511, another for each node");
        }
        Ok(Settings {
            data,
            database,
            listen,
            base_url: base.as_str().trim_end_matches('/').to_owned(),
            mail,
            mail_from,
            log_json,
            trusted_proxies,
            upload_bytes: megabytes as usize * 1024 * 1024,
            limited,
            node: self.node,
        })
    }
}

/// An address fit for an error message: what stands between `://` and `@` is left out.
fn without_password(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(start), Some(end)) if start < end => format!("{}://…{}", &url[..start], &url[end..]),
        _ => url.to_owned(),
    }
}
