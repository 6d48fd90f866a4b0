//! How long things take: `cargo run --release --example speed -- 2000`.

#[path = "../tests/common/mod.rs"]
mod common;

use common::{METHOD, World, badge, secret, signed};
use credentials::{
    jwt,
    keys::Signer,
    proof::Suite,
    status::{self, Head, List, Purpose},
};
use std::{env, time::Instant};

fn main() {
    let times: u32 = env::args().nth(1).and_then(|times| times.parse().ok()).unwrap_or(100);
    let world = World::new();
    let said = |what: &str, run: &mut dyn FnMut()| {
        let began = Instant::now();
        for _ in 0..times {
            run();
        }
        println!("{what}: {:.3} ms", began.elapsed().as_secs_f64() * 1000.0 / f64::from(times));
    };
    let credential = badge().to_json();
    for suite in [Suite::Rdfc, Suite::Jcs] {
        let name = suite.name();
        said(&format!("{name}, signed"), &mut || drop(signed(credential.clone(), suite)));
        let text = signed(credential.clone(), suite).to_string();
        said(&format!("{name}, verified with its status list"), &mut || {
            assert!(world.verify(text.as_bytes()).expect("it is a credential").is_sound());
        });
    }
    let key = secret(1);
    said("JWT, signed", &mut || drop(jwt::issue(&credential, Signer { secret: &key, method: METHOD })));
    let mut list = List::new(0);
    for place in 0..10_000 {
        list.set(place * 13);
    }
    let head = || Head {
        url: common::STATUS,
        issuer: common::SITE,
        purpose: Purpose::Revocation,
        from: common::at("2026-11-28T00:00:00Z"),
        until: common::at("2026-11-29T00:00:00Z"),
    };
    said("status list of 10,000 revoked, built and signed", &mut || {
        drop(signed(status::credential(head(), &list), Suite::Rdfc));
    });
}
