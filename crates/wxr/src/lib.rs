//! A streaming reader for WXR 1.0, 1.1 and 1.2, the export format of WordPress, and a writer of 1.2.
//!
//! ```
//! # fn main() -> Result<(), wxr::Error> {
//! # let file = &br#"<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>
//! #   <title>Garden</title><wp:wxr_version>1.2</wp:wxr_version></channel></rss>"#[..];
//! let mut export = wxr::Reader::new(file);
//! while let Some(record) = export.next()? {
//!     if let wxr::Record::Site(site) = record {
//!         assert_eq!(site.title, "Garden");
//!     }
//! }
//! # Ok(()) }
//! ```
//!
//! Only the record being read is held in memory, so a file of any size is read in a few
//! megabytes. Nothing is fetched, no entity is expanded beyond the five of XML itself, and what is
//! too long to be a text is refused. Elements that are not part of WXR are passed over.
//!
//! WXR has no specification; this follows `wp-admin/includes/export.php` of WordPress and what its
//! own importer accepts.

mod date;
mod error;
mod reader;
mod record;
mod source;
mod writer;
mod xml;

pub use date::Date;
pub use error::Error;
pub use reader::Reader;
pub use record::{Approved, Author, Comment, Item, ItemTerm, Kind, Record, Site, Term, TermKind};
pub use writer::Writer;
