//! Blocking work: on Tokio's blocking pool, and only so much at once.

use std::sync::{Arc, LazyLock};

use tokio::sync::Semaphore;

/// Runs blocking work on Tokio's blocking pool, a limited number at a time. The permit is held until the work ends, even
/// if the request was cancelled.
pub async fn run_blocking<T: Send + 'static>(
    permits: &Arc<Semaphore>,
    work: impl FnOnce() -> T + Send + 'static,
) -> anyhow::Result<T> {
    let permit = permits.clone().acquire_owned().await?;
    let work = move || {
        let _permit = permit;
        work()
    };
    Ok(tokio::task::spawn_blocking(work).await?)
}

/// What is longer than this is rendered beside the threads that answer, in bytes.
const LONG_BYTES: usize = 16 * 1024;
/// Rendering long texts: only so many at once.
static RENDERERS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));

/// Renders a text of so many bytes: a long one beside the threads that answer, when it is its turn.
pub async fn render<T: Send + 'static>(bytes: usize, work: impl FnOnce() -> T + Send + 'static) -> anyhow::Result<T> {
    if bytes < LONG_BYTES { Ok(work()) } else { run_blocking(&RENDERERS, work).await }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use futures_util::poll;

    use super::*;

    #[tokio::test]
    async fn a_long_text_is_rendered_beside_the_threads_that_answer() {
        let here = std::thread::current().id();
        let place = || std::thread::current().id();
        assert_eq!(render(100, place).await.unwrap(), here, "a short one is not worth the way");
        assert_ne!(render(100_000, place).await.unwrap(), here);
    }

    #[tokio::test]
    async fn a_permit_is_held_until_the_work_ends_whoever_waited_for_it() {
        let permits = Arc::new(Semaphore::new(1));
        let (go_on, wait) = std::sync::mpsc::channel::<()>();
        let mut work = Box::pin(run_blocking(&permits, move || wait.recv()));
        assert!(poll!(&mut work).is_pending());
        drop(work);
        assert_eq!(permits.available_permits(), 0);
        go_on.send(()).unwrap();
        let permit = tokio::time::timeout(Duration::from_secs(20), permits.acquire()).await;
        assert!(permit.is_ok());
    }
}
