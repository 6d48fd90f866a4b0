//! What the crate promises, a sentence each; the parts by topic.

#![allow(clippy::unwrap_used)]

mod blocks;
mod comments;
mod letters;
mod posts;
mod robust;
mod safe;
mod setting;
mod shape;
mod words;

use crate::{Context, Format, comment, post};

/// Members with these handles live under `/people/`.
const MEMBERS: [&str; 4] = ["michael", "hmlamond", "libr4rygirl", "anna-lena_b"];

fn member(handle: &str) -> Option<String> {
    MEMBERS.contains(&handle).then(|| format!("/people/{handle}"))
}

fn cx(lang: &str) -> Context<'_> {
    Context { lang, mention: &member, ..Context::default() }
}

/// A comment in Markdown, in English.
fn markdown(source: &str) -> String {
    comment(source, Format::Markdown, &cx("en")).trim_end().replace(">\n<", "><")
}

/// A comment as WordPress stores it, in English.
fn wordpress(source: &str) -> String {
    comment(source, Format::WordPress, &cx("en"))
}

/// A post in Markdown, in English.
fn markdown_post(source: &str) -> String {
    post(source, Format::Markdown, &cx("en")).trim_end().replace(">\n<", "><")
}

/// A post as WordPress stores it, in English.
fn wordpress_post(source: &str) -> String {
    post(source, Format::WordPress, &cx("en"))
}
