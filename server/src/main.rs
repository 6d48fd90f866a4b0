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

// Pages made of several slices.
mod demo;
mod import;
mod reading;
mod site;

// What comes in, what follows, what happens on time.
mod routes;
mod schedule;
mod worker;

mod serve;

#[cfg(test)]
mod testing;

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
    // Wiring for trying things out on this branch; the lead's commands replace it.
    /// Bring a WordPress site here
    ImportWxr(import::Options),
    /// Make a sample community
    DemoMake(demo::Options),
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
        Command::ImportWxr(options) => {
            let (app, json) = (serve::open(settings).await?, options.json);
            let report = import::run(&app, options).await?;
            if json { println!("{}", serde_json::to_string_pretty(&report)?) } else { print!("{report}") }
            app.db.close().await
        }
        Command::DemoMake(options) => {
            let app = serve::open(settings).await?;
            print!("{}", demo::run(&app, options).await?);
            for (role, name, link) in demo::sign_in_links(&app).await? {
                println!("{} {name}: {link}", role.word());
            }
            app.db.close().await
        }
        Command::Migrate => {
            let app = serve::open(settings).await?;
            println!("The tables of this {} database are up to date.", app.db.kind());
            app.db.close().await
        }
    }
}
