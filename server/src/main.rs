//! Lyceum: a self-hosted home for open professional-learning courses.
//!
//! The modules in order from the ground up. A module uses only those declared above it.

// The shared words.
mod ids;
mod events;

// The kit: knows no product words.
mod words;
mod db;
mod config;
mod error;
mod web;
mod files;
mod mail;
mod app;

// What people make.
mod audit;
mod community;
mod members;
mod blogs;
mod posts;
mod comments;

// Pages made of several slices.
mod import;
mod site;
mod listing;
mod reading;

// Joining, signing in, settings.
mod account;

// The community, its blogs and people, and the desks of those who write and run it.
mod home;
mod people;
mod shelf;
mod writing;
mod moderation;
mod manage;
mod house;

// What comes in, what follows, what happens on time.
mod routes;
mod worker;
mod schedule;
mod serve;

#[cfg(test)]
mod testing;

#[cfg(test)]
mod fences;

use clap::{Parser, Subcommand};

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
    /// Bring another site here
    Import {
        #[command(subcommand)]
        from: Import,
    },
    /// Bring the tables of the database up to date
    Migrate,
}

#[derive(Subcommand)]
enum Import {
    /// From WordPress, with the file that its Tools, Export makes
    Wxr(import::Options),
}

fn main() -> std::process::ExitCode {
    match begin(Cli::parse()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lyceum: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn begin(cli: Cli) -> anyhow::Result<()> {
    let settings = cli.given.settle()?;
    serve::log(&settings);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run(cli.command, settings))
}

async fn run(command: Command, settings: config::Settings) -> anyhow::Result<()> {
    let app = serve::open(settings).await?;
    match command {
        Command::Serve => return serve::serve(app).await,
        Command::Import { from: Import::Wxr(options) } => {
            let json = options.json;
            let report = import::run(&app, options).await?;
            if json {
                println!("{}", serde_json::to_string_pretty(&report)?);
            } else {
                print!("{report}");
            }
        }
        Command::Migrate => println!("The tables of this {} database are up to date.", app.db.kind()),
    }
    app.db.close().await
}
