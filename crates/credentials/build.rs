//! Fetches the JSON-LD contexts that credentials are written in: `npm ci` and `node contexts.mjs` in `contexts/`.

use std::{env, path::Path, process::Command};

fn main() {
    let contexts = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR")).join("contexts");
    for watched in ["package-lock.json", "contexts.mjs"] {
        println!("cargo::rerun-if-changed={}", contexts.join(watched).display());
    }
    let lock = std::fs::read(contexts.join("package-lock.json")).expect("contexts/package-lock.json is there");
    let installed = contexts.join("node_modules/.lyceum-lock");
    if std::fs::read(&installed).ok().as_ref() != Some(&lock) {
        run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&contexts));
        std::fs::write(&installed, lock).expect("contexts/node_modules can be written");
    }
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("contexts");
    run(Command::new("node").arg("contexts.mjs").arg(out).current_dir(&contexts));
}

fn run(command: &mut Command) {
    match command.status() {
        Ok(status) if status.success() => {}
        Ok(status) => panic!("{command:?} failed: {status}"),
        Err(error) => panic!("Node.js 20 or newer with npm is needed to build Lyceum; {command:?}: {error}"),
    }
}
