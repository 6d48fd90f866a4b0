//! Open Badges 3.0 and Verifiable Credentials 2.0: issuing, baking, publishing their state, and an honest verdict on
//! anybody's.
//!
//! | module | what | specification |
//! |---|---|---|
//! | [`badge`] | badges, certificates, statements of participation as JSON | Open Badges 3.0 |
//! | [`canon`] | the one text that is signed | JSON-LD 1.1, RDFC-1.0, RFC 8785 |
//! | [`proof`] | proofs within a document | Data Integrity 1.0, Data Integrity `EdDSA` Cryptosuites 1.0 |
//! | [`jwt`] | proofs around a document | Securing Verifiable Credentials using JOSE and COSE, RFC 7515 |
//! | [`keys`], [`did`] | keys, and whose they are | Controlled Identifiers 1.0, did:web, did:key |
//! | [`status`] | whether something was taken back | Bitstring Status List 1.0 |
//! | [`baking`] | a credential within its picture | Open Badges 3.0, 5.3 |
//! | [`verdict`] | what can be said of a credential | all of them, and Open Badges 2.0 |
//!
//! Nothing here asks a clock, a disk or the network: moments are given, and what has to be fetched goes through a
//! [`did::Resolver`]. A secret is kept no longer than a call.

pub mod badge;
pub mod baking;
pub mod canon;
pub mod did;
pub mod json;
pub mod jwt;
pub mod keys;
mod ob2;
pub mod proof;
pub mod status;
pub mod verdict;

/// A moment as credentials have it: in UTC, to the second (XML Schema, `dateTimeStamp`).
fn moment(at: jiff::Timestamp) -> String {
    jiff::Timestamp::from_second(at.as_second()).expect("a whole second is a moment").to_string()
}
