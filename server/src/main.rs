//! Lyceum: a self-hosted home for open professional-learning courses.
//!
//! The modules in order from the ground up. A module uses only those declared above it.

// The shared words.
mod events;
mod ids;

// The kit: knows no product words.
mod app;
mod config;
mod db;
mod error;
mod files;
mod mail;
mod queue;
mod web;
mod words;

// What people make.
mod audit;
mod blogs;
mod comments;
mod community;
mod members;
mod posts;

// What every page has.
mod site;

// A post with its conversation; posts in lists.
mod listing;
mod reading;

// Pages made of several slices.
mod home;
mod people;
mod shelf;
mod writing;

// What comes in, what follows, what happens on time.
mod routes;
mod schedule;
mod worker;

mod serve;

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
    /// Bring the tables of the database up to date
    Migrate,
}

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let settings = cli.given.settle()?;
    serve::log(&settings);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run(cli.command, settings))
}

async fn run(command: Command, settings: config::Settings) -> anyhow::Result<()> {
    match command {
        Command::Serve => serve::serve(settings).await,
        Command::Migrate => {
            let app = serve::open(settings).await?;
            println!("The tables of this {} database are up to date.", app.db.kind());
            app.db.close().await
        }
    }
}
