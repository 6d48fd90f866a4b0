//! Heavy work: beside the threads that answer requests, and only so much at once.

use std::sync::Arc;

use tokio::sync::Semaphore;

/// Runs heavy work beside the threads that answer requests, when it is its turn. The turn is the work's own: it ends
/// with the work, not with the visitor, who may hang up before.
pub async fn run_blocking<T: Send + 'static>(
    turns: &Arc<Semaphore>,
    work: impl FnOnce() -> T + Send + 'static,
) -> anyhow::Result<T> {
    let turn = turns.clone().acquire_owned().await?;
    let work = move || {
        let _turn = turn;
        work()
    };
    Ok(tokio::task::spawn_blocking(work).await?)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use futures_util::poll;

    use super::*;

    #[tokio::test]
    async fn a_turn_ends_with_the_work_and_not_with_whoever_waited_for_it() {
        let turns = Arc::new(Semaphore::new(1));
        let (go_on, wait) = std::sync::mpsc::channel::<()>();
        let mut work = Box::pin(run_blocking(&turns, move || wait.recv()));
        assert!(poll!(&mut work).is_pending());
        drop(work);
        assert_eq!(turns.available_permits(), 0);
        go_on.send(()).unwrap();
        let turn = tokio::time::timeout(Duration::from_secs(20), turns.acquire()).await;
        assert!(turn.is_ok());
    }
}
