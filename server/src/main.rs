//! Lyceum: a self-hosted home for open professional-learning courses.
//!
//! The modules in order from the ground up. A module uses only those declared above it.

// The shared words: which, when, and what can happen.
mod ids;
mod events;

// How to speak, store, answer, keep files and send e-mail.
mod kit;

// Who may read.
mod audiences;

// Who is here, what they write and learn, what operators run; the pages of each stand in it.
mod people;
mod talk;
mod links;
mod course;
mod evidence;
mod tools;

// What every page has; above it stand the pages of the storeys.
mod site;

// Pages of the site itself: whether it is well, what its parts look like, what no route knows.
mod meta;

// What comes in, what follows, what happens on time.
mod routes;
mod worker;
mod schedule;
mod serve;

#[cfg(test)]
mod checks;

use clap::{Parser, Subcommand};

use crate::{
    kit::{config, db, i18n},
    people::{members, pages::account},
    tools::{backup, demo, doctor, export, import, mail_key},
};

/// A self-hosted home for open professional-learning courses.
#[derive(Parser)]
#[command(name = "lyceum", version, about)]
struct Cli {
    #[command(flatten)]
    given: config::Given,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site
    Serve,
    /// Import another site
    Import {
        #[command(subcommand)]
        from: Import,
    },
    /// Export what is here, for other sites
    Export {
        #[command(subcommand)]
        to: Export,
    },
    /// Back up the database and the files into one verified archive; the site may go on running
    Backup(backup::Options),
    /// Check whether a backup is whole
    VerifyBackup(backup::Made),
    /// Restore a backup where nothing is yet
    Restore(backup::Made),
    /// Create a sample community and serve it
    Demo(demo::Options),
    /// Run the database migrations
    Migrate,
    /// Check the installation
    Doctor(doctor::Options),
    /// Make the key that signs e-mails (DKIM), if there is none yet, and print the record to publish
    MailKey,
    /// Manage members
    #[command(subcommand)]
    Member(MemberCommand),
}

#[derive(Subcommand)]
enum MemberCommand {
    /// Add a member, and print a link that signs them in
    Add(Adding),
}

#[derive(clap::Args)]
struct Adding {
    /// Their e-mail address
    #[arg(long, value_parser = said::<members::Email>)]
    email: members::Email,
    /// Their name, as others see it
    #[arg(long, value_parser = said::<members::Name>)]
    name: members::Name,
    /// Their handle [default: derived from the name]
    #[arg(long, value_parser = said::<members::Handle>)]
    handle: Option<members::Handle>,
    /// Their role: participant, guide, instructor or organiser
    #[arg(long, default_value = "participant", value_parser = said::<members::Role>)]
    role: members::Role,
    /// Read a password for them from standard input
    #[arg(long)]
    password_stdin: bool,
}

/// A value as the pages take it; what is wrong with it is said in the words of the pages.
fn said<T: std::str::FromStr<Err = &'static str>>(text: &str) -> Result<T, String> {
    let words = i18n::Locale::new(i18n::Lang::En, i18n::time_zone("UTC"));
    text.parse().map_err(|key| words.say(key))
}

#[derive(Subcommand)]
enum Import {
    /// From WordPress: the file it makes under Tools, Export
    Wxr(import::Options),
}

#[derive(Subcommand)]
enum Export {
    /// For WordPress: a blog as the file that it reads under Tools, Import
    Wxr(export::Options),
}

fn main() -> std::process::ExitCode {
    match begin(Cli::parse()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lyceum: {}", told(&error));
            std::process::ExitCode::FAILURE
        }
    }
}

/// An error with its causes, each once: some errors say theirs themselves.
fn told(error: &anyhow::Error) -> String {
    let mut told = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !told.ends_with(&cause) {
            told = format!("{told}: {cause}");
        }
    }
    told
}

fn begin(cli: Cli) -> anyhow::Result<()> {
    let settings = cli.given.settle()?;
    serve::log(&settings);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run(cli.command, settings))
}

async fn run(command: Command, mut settings: config::Settings) -> anyhow::Result<()> {
    if matches!(command, Command::MailKey) {
        print!("{}", mail_key::make(&settings)?);
        return Ok(());
    }
    match &command {
        Command::VerifyBackup(made) => {
            print!("{}", backup::verify(made)?);
            return Ok(());
        }
        Command::Restore(made) => {
            print!("{}", backup::restore(&settings, made).await?);
            return Ok(());
        }
        Command::Backup(_) | Command::Export { .. } => backup::expect_a_database(&settings)?,
        _ => {}
    }
    // On SQLite nobody hands out numbers: what runs beside the server makes its ids as another node.
    let beside =
        !matches!(command, Command::Serve | Command::Demo(_)) && matches!(settings.database, db::Location::File(_));
    if beside && settings.node.is_none() {
        settings.node = Some(511);
    }
    let app = serve::open(settings).await?;
    match command {
        Command::Serve => return serve::serve(app).await,
        Command::Demo(options) => {
            let made = demo::run(&app, options).await?;
            let listener = serve::listener(&app).await?;
            print!("{made}");
            println!("\nSign in as");
            for (part, name, link) in demo::sign_in_links(&app).await? {
                println!("  {name} ({part}): {link}");
            }
            println!("\nIt is served on {}, from {}.", app.settings.base_url, app.settings.data.display());
            if let config::MailDelivery::Folder(folder) = &app.settings.mail {
                println!("Its e-mails can be read in {}.", folder.display());
            }
            return serve::answer(app, listener).await;
        }
        Command::Import { from: Import::Wxr(options) } => {
            let json = options.json;
            let report = import::run(&app, options).await?;
            if json {
                println!("{}", serde_json::to_string_pretty(&report)?);
            } else {
                print!("{report}");
            }
        }
        Command::Export { to: Export::Wxr(options) } => {
            let report = export::run(&app, &options).await?;
            eprint!("{report}");
        }
        Command::Backup(options) => {
            let made = backup::run(&app, &options).await;
            app.db.close().await?;
            print!("{}", made?);
            return Ok(());
        }
        Command::Member(MemberCommand::Add(adding)) => {
            let password = if adding.password_stdin { Some(serve::typed_password()?) } else { None };
            let Adding { email, name, handle, role, .. } = adding;
            let link = account::add(&app, &account::Added { email, name, handle, role, password }).await?;
            println!("{link}");
        }
        Command::Doctor(options) => {
            let found = doctor::run(&app, &options, &std::env::var_os("PATH").unwrap_or_default()).await?;
            print!("{found}");
            app.db.close().await?;
            anyhow::ensure!(
                found.ill.is_empty(),
                "{} of {} checks failed",
                found.ill.len(),
                found.ill.len() + found.well.len()
            );
            return Ok(());
        }
        // Done above, without the database.
        Command::MailKey | Command::VerifyBackup(_) | Command::Restore(_) => {}
        Command::Migrate => println!("The {} database is up to date.", app.db.kind()),
    }
    app.db.close().await
}
