//! Asking the DNS for text records, through whichever program for that is there.

use std::{
    ffi::OsStr,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use tokio::process::Command;

/// How long a question may take.
const PATIENCE: Duration = Duration::from_secs(12);
/// So much of what a program says is looked at, in bytes.
const LONGEST_ANSWER: usize = 64 * 1024;

/// The programs, the one that says most first, each with what stands before the name that is asked for.
const PROGRAMS: [(&str, &[&str]); 5] = [
    ("dig", &["+noall", "+answer", "+comments", "+time=3", "+tries=2", "-t", "TXT", "-q"]),
    ("host", &["-W", "4", "-t", "TXT"]),
    ("drill", &["TXT"]),
    ("nslookup", &["-type=TXT", "-timeout=4"]),
    ("resolvectl", &["query", "--legend=no", "--type=TXT"]),
];

/// What the DNS answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// The texts that stand there, each with its parts put together; none if there is no such name.
    Texts(Vec<String>),
    /// It could not be asked, and why.
    Unknown(String),
}

/// A program that asks the DNS.
pub struct Resolver {
    name: &'static str,
    file: PathBuf,
    before: &'static [&'static str],
    patience: Duration,
}

impl Resolver {
    /// The first of the programs that is in one of these folders, a list as `PATH` is.
    pub fn on(path: &OsStr) -> Option<Self> {
        let folders: Vec<PathBuf> = std::env::split_paths(path).filter(|folder| folder.is_absolute()).collect();
        PROGRAMS.into_iter().find_map(|(name, before)| {
            let file = folders.iter().map(|folder| folder.join(name)).find(|file| is_program(file))?;
            Some(Self { name, file, before, patience: PATIENCE })
        })
    }

    /// What it is called.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The same, with less patience.
    #[cfg(test)]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Asks for the text records of a name.
    pub async fn texts(&self, name: &str) -> Answer {
        // Not what a program would take for an option, or for a place in the local network.
        if !name.contains('.') || name.starts_with(['-', '@', '+']) {
            return Answer::Unknown(format!("{name} is no name in the DNS"));
        }
        let mut call = Command::new(&self.file);
        call.args(self.before).arg(format!("{name}.")).env("LC_ALL", "C").env("HOME", "/").kill_on_drop(true);
        call.stdin(Stdio::null());
        match tokio::time::timeout(self.patience, call.output()).await {
            Ok(Ok(output)) => {
                let said = [&output.stdout[..], b"\n", &output.stderr].concat();
                read(&String::from_utf8_lossy(&said[..said.len().min(LONGEST_ANSWER)]))
            }
            Ok(Err(error)) => Answer::Unknown(error.to_string()),
            Err(_) => Answer::Unknown(format!("no answer in {} seconds", self.patience.as_secs())),
        }
    }
}

fn is_program(file: &Path) -> bool {
    std::fs::metadata(file).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

/// What one of the programs said.
fn read(said: &str) -> Answer {
    let texts: Vec<String> = said.lines().filter_map(text).collect();
    if !texts.is_empty() {
        return Answer::Texts(texts);
    }
    let lower = said.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&["servfail", "refused", "formerr", "notimp"]) {
        return Answer::Unknown("the name server has trouble with it".into());
    }
    if has(&["noerror", "nxdomain", "no txt record", "no answer", "any rr of the requested type", "not found"]) {
        return Answer::Texts(vec![]);
    }
    let line = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("it said nothing");
    Answer::Unknown(line.chars().filter(|c| !c.is_control()).take(120).collect())
}

/// The text in a line that has one, with its parts put together.
fn text(line: &str) -> Option<String> {
    let begin = line.find('"')?;
    let before = line[..begin].trim_end();
    let is_answer = !before.starts_with(';')
        && (before.ends_with("text =")
            || before.ends_with("descriptive text")
            || before.split_whitespace().next_back() == Some("TXT"));
    is_answer.then(|| parts(&line[begin..]).concat())
}

/// Parts in quotation marks, as zone files write them (RFC 1035, 5.1).
fn parts(line: &str) -> Vec<String> {
    let (mut parts, mut part, mut rest) = (vec![], None::<Vec<u8>>, line.as_bytes());
    while let [byte, after @ ..] = rest {
        rest = after;
        match (byte, &mut part) {
            (b'"', None) => part = Some(vec![]),
            (b'"', Some(whole)) => {
                parts.push(String::from_utf8_lossy(whole).into_owned());
                part = None;
            }
            (b'\\', Some(whole)) => {
                let code = rest.get(..3).and_then(|code| std::str::from_utf8(code).ok()?.parse().ok());
                let taken = if code.is_some() { 3 } else { 1.min(rest.len()) };
                whole.extend(code.or_else(|| rest.first().copied()));
                rest = &rest[taken..];
            }
            (&other, Some(whole)) => whole.push(other),
            (_, None) => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn texts(all: &[&str]) -> Answer {
        Answer::Texts(all.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn what_the_programs_say_is_read() {
        let dig = ";; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n\n;; ANSWER SECTION:\n\
                   www.x.test.\t60\tIN\tCNAME\tx.test.\n\
                   x.test.\t\t300\tIN\tTXT\t\"v=spf1 mx \" \"~all\"\n\
                   x.test.\t\t300\tIN\tTXT\t\"say \\\"hi\\\" \\\\ b\\195\\188\"\n";
        assert_eq!(read(dig), texts(&["v=spf1 mx ~all", "say \"hi\" \\ b\u{fc}"]));
        for (said, one) in [
            ("Using domain server:\nx.test descriptive text \"v=spf1 mx \" \"~all\"", "v=spf1 mx ~all"),
            (";; rcode: NOERROR\n;; x.test.\tIN\tTXT\nx.test.\t300\tIN\tTXT\t\"a\"", "a"),
            ("Non-authoritative answer:\nx.test\ttext = \"a\" \"b\"", "ab"),
            ("x.test IN TXT \"a b\"                     -- link: eth0", "a b"),
            (";; communications error to 10.0.0.1#53: timed out\nx.test. 1 IN TXT \"a\"", "a"),
        ] {
            assert_eq!(read(said), texts(&[one]), "{said}");
        }
        for nothing in [
            ";; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1",
            ";; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1",
            "Host x.test. not found: 3(NXDOMAIN)",
            "x.test has no TXT record",
            "*** Can't find x.test.: No answer",
            "x.test: resolve call failed: 'x.test' not found",
            "x.test: resolve call failed: Name 'x.test' does not have any RR of the requested type",
        ] {
            assert_eq!(read(nothing), texts(&[]), "{nothing}");
        }
        for unknown in [
            ";; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 1",
            "Host x.test not found: 2(SERVFAIL)",
            ";; communications error to 10.0.0.1#53: timed out\n;; no servers could be reached",
            "",
        ] {
            assert!(matches!(read(unknown), Answer::Unknown(_)), "{unknown}");
        }
    }

    #[test]
    fn a_text_that_ends_in_the_midst_is_no_trouble() {
        for line in ["\"", "\"\\", "\"\\9", "\"\\999\"", "\"a\" \"b"] {
            assert!(parts(line).len() <= 1, "{line}");
        }
    }

    fn program(folder: &Path, name: &str, script: &str) {
        let file = folder.join(name);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[tokio::test]
    async fn the_first_program_that_is_there_is_asked_without_a_shell_and_not_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Resolver::on(folder.path().as_os_str()).is_none());
        fs::write(folder.path().join("dig"), "no program").unwrap();
        program(folder.path(), "nslookup", "echo 'never asked'");
        program(folder.path(), "host", "for last; do :; done; echo \"$last descriptive text \\\"$#\\\"\"");
        let resolver = Resolver::on(folder.path().as_os_str()).unwrap();
        assert_eq!(resolver.name(), "host");
        assert_eq!(resolver.texts("x.test; echo y").await, texts(&["5"]));
        assert!(matches!(resolver.texts("-f/etc/passwd.").await, Answer::Unknown(_)));
        program(folder.path(), "dig", "exec sleep 1000");
        let slow = Resolver::on(folder.path().as_os_str()).unwrap().with_patience(Duration::from_millis(50));
        assert!(matches!(slow.texts("x.test").await, Answer::Unknown(_)));
    }
}
