//! Builds what the browser gets, and the gazetteer: `npm ci`, `node build.mjs` and `node places.mjs` in `web/`.

use std::{env, path::Path, process::Command};

fn main() {
    // Asked when it runs: with a target folder of several checkouts, another one may have compiled this.
    let web = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR")).join("../web");
    for watched in [
        "package-lock.json",
        "build.mjs",
        "fonts.mjs",
        "icons.mjs",
        "world.mjs",
        "places.mjs",
        "styles",
        "scripts",
        "images",
    ] {
        println!("cargo::rerun-if-changed={}", web.join(watched).display());
    }
    let out_dir = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out_dir).join("web");
    let lock = std::fs::read(web.join("package-lock.json")).expect("web/package-lock.json is there");
    let installed = web.join("node_modules/.lyceum-lock");
    if std::fs::read(&installed).ok().as_ref() != Some(&lock) {
        run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&web));
        std::fs::write(&installed, lock).expect("web/node_modules can be written");
    }
    run(Command::new("node").arg("build.mjs").arg(&out).current_dir(&web));
    // What is asked for towns in is searched by the server alone, and is no asset.
    fonts(&web.join("../crates/paper/fonts"), &Path::new(&out_dir).join("fonts"));
    run(Command::new("node").arg("places.mjs").arg(Path::new(&out_dir).join("places.txt")).current_dir(&web));
}

/// The fonts that papers are written with, from npm by the lock file beside them.
fn fonts(from: &Path, to: &Path) {
    println!("cargo::rerun-if-changed={}", from.join("package-lock.json").display());
    let lock = std::fs::read(from.join("package-lock.json")).expect("crates/paper/fonts/package-lock.json is there");
    let installed = from.join("node_modules/.lyceum-lock");
    if std::fs::read(&installed).ok().as_ref() != Some(&lock) {
        run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(from));
        std::fs::write(&installed, lock).expect("crates/paper/fonts/node_modules can be written");
    }
    std::fs::create_dir_all(to).expect("OUT_DIR can be written");
    let families = [
        ("noto-sans", "NotoSans"),
        ("noto-sans-arabic", "NotoSansArabic"),
        ("noto-sans-hebrew", "NotoSansHebrew"),
        ("noto-sans-thai", "NotoSansThai"),
    ];
    for (family, name) in families {
        for face in ["400Regular", "700Bold"] {
            let file = format!("{name}_{face}.ttf");
            let font = from.join("node_modules/@expo-google-fonts").join(family).join(face).join(&file);
            std::fs::copy(&font, to.join(&file)).unwrap_or_else(|error| panic!("{}: {error}", font.display()));
        }
    }
}

fn run(command: &mut Command) {
    match command.status() {
        Ok(status) if status.success() => {}
        Ok(status) => panic!("{command:?} failed: {status}"),
        Err(error) => panic!("Node.js 20 or newer with npm is needed to build Lyceum; {command:?}: {error}"),
    }
}
