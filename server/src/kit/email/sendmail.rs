//! E-mail through a command that takes it as sendmail does.

use std::{os::unix::fs::PermissionsExt, path::Path, process::Stdio, time::Duration};

use anyhow::{Context, bail, ensure};
use lettre::address::Envelope;
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::Command,
    sync::oneshot,
    time::sleep,
};

use super::Refusal;

/// How long it may take.
const PATIENCE: Duration = Duration::from_mins(2);
/// How long what it still says is waited for when it has ended.
const AFTERWARDS: Duration = Duration::from_secs(1);

/// Hands over an e-mail. Lines that are only a dot do not end it (`-i`), and no address is taken for an option.
pub async fn hand_over(command: &Path, envelope: &Envelope, whole: &[u8]) -> anyhow::Result<()> {
    hand_over_until(sleep(PATIENCE), command, envelope, whole).await
}

/// One that does not end in time is ended, with whatever it has started: a command of Postfix that may not write tries
/// for ever.
async fn hand_over_until(
    too_late: impl Future<Output = ()>,
    command: &Path,
    envelope: &Envelope,
    whole: &[u8],
) -> anyhow::Result<()> {
    let shown = command.display();
    let mut call = Command::new(command);
    call.arg("-i").process_group(0).kill_on_drop(true);
    call.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    if let Some(from) = envelope.from() {
        call.arg("-f").arg(from);
    }
    call.arg("--").args(envelope.to());
    let mut running = call.spawn().with_context(|| format!("{shown} cannot be started"))?;
    let group = running.id().and_then(|id| Pid::from_raw(id.try_into().ok()?));
    let mut input = running.stdin.take().context("a command without an input")?;
    let mut errors = running.stderr.take().context("a command without errors")?;
    let (over, is_over) = oneshot::channel::<()>();
    let mut said = vec![];
    // Read while it is written: what complains at length would otherwise wait for us. A command that does not read to the
    // end says why in its answer.
    let written = async {
        let written = input.write_all(whole).await;
        drop(input);
        written
    };
    let ended = async {
        let ended = tokio::select! {
            ended = async { tokio::join!(written, running.wait()) } => Some(ended),
            () = too_late => None,
        };
        if let (None, Some(group)) = (&ended, group) {
            // It may have ended just now.
            let _ = kill_process_group(group, Signal::KILL);
        }
        drop(over);
        ended
    };
    // What it leaves in the background may hold the other end for as long as it delivers.
    let told = async {
        tokio::select! {
            _ = errors.read_to_end(&mut said) => {}
            () = async { let _ = is_over.await; sleep(AFTERWARDS).await } => {}
        }
    };
    let (ended, ()) = tokio::join!(ended, told);
    let said = String::from_utf8_lossy(&said).trim().to_owned();
    let Some((written, status)) = ended else { bail!("{shown} did not end in two minutes: {said}") };
    let exit = status?;
    // No such user, no such host (sysexits.h).
    let status = match exit.code() {
        Some(67) => "5.1.1",
        Some(68) => "5.1.2",
        _ => "",
    };
    if !status.is_empty() {
        return Err(Refusal { status: status.into(), said }.into());
    }
    ensure!(exit.success(), "{shown} did not take it ({exit}): {said}");
    written.with_context(|| format!("{shown} did not read it to the end"))
}

/// Whether there is such a command.
pub async fn look(command: &Path) -> anyhow::Result<()> {
    let found = tokio::fs::metadata(command).await?;
    ensure!(found.is_file() && found.permissions().mode() & 0o111 != 0, "it is no program");
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{fs, future::pending, path::PathBuf};

    use super::*;

    struct Commands(tempfile::TempDir);

    impl Commands {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn shell(&self, name: &str, script: &str) -> PathBuf {
            let file = self.path(name);
            fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
            file
        }
    }

    fn envelope() -> Envelope {
        Envelope::new(Some("a@x.example".parse().unwrap()), vec!["b@x.example".parse().unwrap()]).unwrap()
    }

    /// Until there is something in a file.
    async fn is_written(file: &Path) -> String {
        loop {
            match fs::read_to_string(file) {
                Ok(text) if text.ends_with('\n') => return text.trim().to_owned(),
                _ => sleep(Duration::from_millis(10)).await,
            }
        }
    }

    #[tokio::test]
    async fn a_command_that_does_not_end_is_ended_with_what_it_started_and_says_why() {
        let commands = Commands::new();
        let child = commands.path("hangs.child");
        let hangs = commands.shell(
            "hangs",
            "echo 'may not write' >&2\nsleep 1000 &\necho $! > \"$0.part\"\nmv \"$0.part\" \"$0.child\"\nwait",
        );
        let said = async { drop(is_written(&child).await) };
        let no = hand_over_until(said, &hangs, &envelope(), b"x").await.unwrap_err().to_string();
        assert!(no.contains("may not write"), "{no}");
        let child = format!("/proc/{}/cmdline", is_written(&child).await);
        // Whoever is killed is there until somebody takes note of it, but runs nothing any more.
        while fs::read(&child).is_ok_and(|line| !line.is_empty()) {
            sleep(Duration::from_millis(10)).await;
        }
    }

    #[tokio::test]
    async fn a_command_that_delivers_in_the_background_is_not_waited_for() {
        let commands = Commands::new();
        let (goes_on, still) = (commands.path("goes-on"), commands.path("still"));
        fs::write(&still, "").unwrap();
        let script = format!("cat > /dev/null\nwhile [ -e {} ]; do sleep 0.1; done >&2 &\nexit 0", still.display());
        commands.shell("goes-on", &script);
        hand_over_until(pending(), &goes_on, &envelope(), b"x").await.unwrap();
        fs::remove_file(still).unwrap();
    }

    #[tokio::test]
    async fn a_command_that_complains_at_length_and_reads_nothing_is_heard() {
        let commands = Commands::new();
        let big = vec![b'x'; 1 << 20];
        let loud = commands.shell("loud", "yes complaint | head -c 500000 >&2\nexit 67");
        let no = hand_over_until(pending(), &loud, &envelope(), &big).await.unwrap_err();
        let refusal = no.downcast_ref::<Refusal>().unwrap();
        assert!(refusal.status == "5.1.1" && refusal.said.contains("complaint"), "{no}");
    }
}
