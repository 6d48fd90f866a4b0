//! `lyceum doctor`: looks at everything an operator would, and says what is wrong and what to do.

mod store;
#[cfg(test)]
mod tests;

use std::net::IpAddr;

use crate::{
    kit::{app::App, config::MailDelivery, db::queue},
    people::{community, members},
};

/// What was looked at, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Findings {
    /// What is as it should be.
    pub well: Vec<String>,
    /// What is not, with what to do.
    pub ill: Vec<String>,
}

impl Findings {
    fn note(&mut self, holds: bool, well: impl Into<String>, ill: impl Into<String>) {
        if holds { self.well.push(well.into()) } else { self.ill.push(ill.into()) }
    }
}

/// Looks at the database, the files, the mail and the settings.
pub async fn examine(app: &App) -> anyhow::Result<Findings> {
    let mut found = Findings::default();
    let mut conn = app.db.read().await?;
    let damage = store::damage(&mut conn).await?;
    found.note(
        damage.is_empty(),
        format!("The {} database is whole and its tables are up to date.", app.db.kind()),
        format!("The database is damaged ({}). Stop the server and go back to a backup.", damage.join("; ")),
    );
    let miscounted = store::miscounted(&mut conn).await?;
    found.note(
        miscounted == 0,
        "Every conversation counts what it holds.",
        format!("{miscounted} conversations count wrongly. Please report this."),
    );
    let out_of_sight = store::out_of_sight(&mut conn).await?;
    found.note(
        out_of_sight == 0,
        "Every answer stands where it can be seen.",
        format!("{out_of_sight} answers stand under something that is not shown. Please report this."),
    );
    let (waiting, given_up) = queue::standing(&mut conn).await?;
    found.note(
        given_up == 0,
        format!("{waiting} jobs wait, and none was given up."),
        format!("{given_up} jobs were given up; the logs say why. If letters failed, look at `mail_smtp`."),
    );
    found.note(
        members::has_organiser(&mut conn).await?,
        "Somebody runs this community.",
        "Nobody runs this community. Start the server and open the address it prints, or use `lyceum member add --role organiser`.",
    );
    let served = community::served_at(&mut conn).await?;
    drop(conn);
    files(app, &mut found).await;
    address(app, served.as_deref(), &mut found);
    mail(app, &mut found).await;
    Ok(found)
}

async fn files(app: &App, found: &mut Findings) {
    let folder = app.settings.data.join("files");
    match app.files.try_out().await {
        Ok(()) => found.well.push(format!("Files can be kept in {}.", folder.display())),
        Err(error) => found.ill.push(format!(
            "Files cannot be kept in {} ({error:#}). Give this user the right to write there.",
            folder.display()
        )),
    }
}

fn address(app: &App, served: Option<&str>, found: &mut Findings) {
    let base = &app.settings.base_url;
    if let Some(served) = served.filter(|served| served != base) {
        return found.ill.push(format!(
            "The site was last served at {served}, but the settings here say {base}. Give the settings the server has: \
             start this in the folder of its `lyceum.toml`, or set `base_url`."
        ));
    }
    found.note(
        is_here(base) || base.starts_with("https://"),
        format!("People reach the site at {base}."),
        format!(
            "The setting `base_url` is `{base}`: passwords would travel in the open. Put TLS in front and use https://."
        ),
    );
}

async fn mail(app: &App, found: &mut Findings) {
    let folder = match &app.settings.mail {
        MailDelivery::Smtp(_) => return found.well.push("Letters leave by the mail server.".into()),
        MailDelivery::Folder(folder) => folder,
    };
    let folder_shown = folder.display();
    if let Err(error) = app.mailer.try_out().await {
        let remedy = "Give this user the right to write there, or set `mail_smtp`.";
        return found.ill.push(format!("Letters cannot be written into {folder_shown} ({error:#}). {remedy}"));
    }
    found.note(
        is_here(&app.settings.base_url),
        format!("Letters are written into {folder_shown}."),
        format!("Letters are only written into {folder_shown}. Set `mail_smtp`, or nobody can join."),
    );
}

/// Whether an address is one of this machine, as it is while somebody tries things out.
fn is_here(address: &str) -> bool {
    let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(ToOwned::to_owned)).unwrap_or_default();
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
