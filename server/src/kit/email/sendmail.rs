//! E-mail through a command that takes it as sendmail does.

use std::{os::unix::fs::PermissionsExt, path::Path, process::Stdio, time::Duration};

use anyhow::{Context, bail, ensure};
use lettre::address::Envelope;
use tokio::{io::AsyncWriteExt, process::Command, time::timeout};

use super::Refusal;

/// How long it may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// Hands over an e-mail. Lines that are only a dot do not end it (`-i`), and no address is taken for an option.
pub async fn hand_over(command: &Path, envelope: &Envelope, whole: &[u8]) -> anyhow::Result<()> {
    let shown = command.display();
    let mut call = Command::new(command);
    call.arg("-i").kill_on_drop(true).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    if let Some(from) = envelope.from() {
        call.arg("-f").arg(from);
    }
    call.arg("--").args(envelope.to());
    let mut running = call.spawn().with_context(|| format!("{shown} cannot be started"))?;
    let mut input = running.stdin.take().context("a command without an input")?;
    // Read while it is written: what complains at length would otherwise wait for us. A command that does not read to the
    // end says why in its answer.
    let both = async {
        let written = async {
            let written = input.write_all(whole).await;
            drop(input);
            written
        };
        tokio::join!(written, running.wait_with_output())
    };
    let Ok((written, output)) = timeout(PATIENCE, both).await else { bail!("{shown} did not end in two minutes") };
    let output = output?;
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    // No such user, no such host (sysexits.h).
    let status = match output.status.code() {
        Some(67) => "5.1.1",
        Some(68) => "5.1.2",
        _ => "",
    };
    if !status.is_empty() {
        return Err(Refusal { status: status.into(), said }.into());
    }
    ensure!(output.status.success(), "{shown} did not take it ({}): {said}", output.status);
    written.with_context(|| format!("{shown} did not read it to the end"))
}

/// Whether there is such a command.
pub async fn look(command: &Path) -> anyhow::Result<()> {
    let found = tokio::fs::metadata(command).await?;
    ensure!(found.is_file() && found.permissions().mode() & 0o111 != 0, "it is no program");
    Ok(())
}
