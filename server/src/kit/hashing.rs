//! Hashing passwords with Argon2id (RFC 9106), in memory that is kept: 19 MiB for each of two at a time, taken once and
//! never given back. Taken anew for every password, the allocator would keep what it is given in ever more places.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::anyhow;
use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::phc::{Output, ParamsString, PasswordHash, Salt},
};
use tokio::sync::Semaphore;

use super::blocking::run_blocking;

/// So many passwords are hashed at once; others wait.
const AT_ONCE: usize = 2;

/// The memory that passwords are hashed in.
pub struct Hashing {
    turns: Arc<Semaphore>,
    memory: Arc<Mutex<Vec<Vec<Block>>>>,
}

impl Default for Hashing {
    fn default() -> Self {
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)), memory: Arc::default() }
    }
}

impl Hashing {
    /// The hash of a secret under a new salt, as a string that says how it was made (PHC string format).
    pub async fn hash(&self, secret: String) -> anyhow::Result<String> {
        self.with_memory(move |memory| {
            let params = Params::default();
            let salt = rand::random::<[u8; 16]>();
            let out = digest(Algorithm::default(), Version::default(), &params, secret.as_bytes(), &salt, memory)?;
            let hash = PasswordHash {
                algorithm: Algorithm::default().ident(),
                version: Some(Version::default().into()),
                params: ParamsString::try_from(&params).map_err(said)?,
                salt: Some(Salt::new(&salt).map_err(said)?),
                hash: Some(Output::new(&out).map_err(said)?),
            };
            Ok(hash.to_string())
        })
        .await
    }

    /// The first of these secrets that has this hash, by its place.
    pub async fn first_fit(&self, secrets: Vec<String>, hash: String) -> anyhow::Result<Option<usize>> {
        self.with_memory(move |memory| {
            let Ok(hash) = PasswordHash::new(&hash) else { return Ok(None) };
            let (Some(salt), Some(expected)) = (&hash.salt, &hash.hash) else { return Ok(None) };
            let algorithm = Algorithm::try_from(hash.algorithm.as_str()).map_err(said)?;
            let version = hash.version.map_or(Ok(Version::default()), Version::try_from).map_err(said)?;
            let params = Params::try_from(&hash).map_err(said)?;
            for (place, secret) in secrets.iter().enumerate() {
                let out = digest(algorithm, version, &params, secret.as_bytes(), salt, memory)?;
                // Outputs are compared in constant time.
                if Output::new(&out).map_err(said)? == *expected {
                    return Ok(Some(place));
                }
            }
            Ok(None)
        })
        .await
    }

    async fn with_memory<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Vec<Block>) -> anyhow::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let kept = self.memory.clone();
        run_blocking(&self.turns, move || {
            let mut memory = kept.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
            let done = work(&mut memory);
            kept.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
            done
        })
        .await?
    }
}

fn digest(
    algorithm: Algorithm,
    version: Version,
    params: &Params,
    secret: &[u8],
    salt: &[u8],
    memory: &mut Vec<Block>,
) -> anyhow::Result<Vec<u8>> {
    if memory.len() < params.block_count() {
        memory.resize(params.block_count(), Block::default());
    }
    let mut out = vec![0; params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN)];
    let argon = Argon2::new(algorithm, version, params.clone());
    argon
        .hash_password_into_with_memory(secret, salt, &mut out, &mut memory[..params.block_count()])
        .map_err(|error| anyhow!("hashing failed: {error}"))?;
    Ok(out)
}

fn said(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow!("a hash cannot be read: {error}")
}

#[cfg(test)]
mod tests {
    use argon2::{PasswordHasher, PasswordVerifier};

    use super::*;

    /// Pages of memory that the process holds, in KiB.
    fn resident() -> usize {
        let told = std::fs::read_to_string("/proc/self/statm").unwrap();
        told.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() * 4
    }

    #[tokio::test]
    async fn a_hash_made_elsewhere_is_known_again() {
        let made = Argon2::default().hash_password(b"a sentence she likes").unwrap().to_string();
        let hashing = Hashing::default();
        let tries = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        assert_eq!(hashing.first_fit(tries(&["not it", "a sentence she likes"]), made.clone()).await.unwrap(), Some(1));
        assert_eq!(hashing.first_fit(tries(&["not it", "nor it"]), made).await.unwrap(), None);
        let own = hashing.hash("own".into()).await.unwrap();
        assert!(Argon2::default().verify_password(b"own", &PasswordHash::new(&own).unwrap()).is_ok());
        assert_eq!(hashing.first_fit(tries(&["own"]), "no hash".into()).await.unwrap(), None);
    }

    /// In a process of its own, so that nothing else is measured.
    #[test]
    fn however_many_passwords_are_tried_the_process_does_not_grow() {
        let itself = std::env::current_exe().unwrap();
        let name = format!("{}::a_hundred_tries", module_path!().split_once("::").unwrap().1);
        let told = std::process::Command::new(itself).args(["--exact", &name, "--ignored"]).output().unwrap();
        let said = String::from_utf8_lossy(&told.stdout);
        assert!(told.status.success() && said.contains("1 passed"), "{said}");
    }

    #[test]
    #[ignore = "run by the test above, in a process of its own"]
    fn a_hundred_tries() {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().worker_threads(4).build().unwrap();
        runtime.block_on(async {
            let hashing = Arc::new(Hashing::default());
            let hash = hashing.hash("a sentence she likes".into()).await.unwrap();
            let before = resident();
            for _ in 0..10 {
                let tries = (0..10).map(|_| {
                    let (hashing, hash) = (hashing.clone(), hash.clone());
                    tokio::spawn(async move { hashing.first_fit(vec!["wrong".into()], hash).await.unwrap() })
                });
                for tried in tries.collect::<Vec<_>>() {
                    assert_eq!(tried.await.unwrap(), None);
                }
            }
            // One buffer more than before, and as much again for whatever else.
            let grown = resident().saturating_sub(before);
            assert!(grown < 40 * 1024, "grown by {grown} KiB");
        });
    }
}
