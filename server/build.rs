//! Builds what the browser gets: `npm ci` and `node build.mjs` in `web/`, into the folder that is embedded.

use std::{env, path::Path, process::Command};

fn main() {
    // Asked when it runs: with a target folder of several checkouts, another one may have compiled this.
    let web = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR")).join("../web");
    for watched in ["package-lock.json", "build.mjs", "fonts.mjs", "icons.mjs", "styles", "scripts", "images"] {
        println!("cargo::rerun-if-changed={}", web.join(watched).display());
    }
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("web");
    let lock = std::fs::read(web.join("package-lock.json")).expect("web/package-lock.json is there");
    let installed = web.join("node_modules/.lyceum-lock");
    if std::fs::read(&installed).ok().as_ref() != Some(&lock) {
        run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&web));
        std::fs::write(&installed, lock).expect("web/node_modules can be written");
    }
    run(Command::new("node").arg("build.mjs").arg(&out).current_dir(&web));
}

fn run(command: &mut Command) {
    match command.status() {
        Ok(status) if status.success() => {}
        Ok(status) => panic!("{command:?} failed: {status}"),
        Err(error) => panic!("Node.js 20 or newer with npm is needed to build Lyceum; {command:?}: {error}"),
    }
}
