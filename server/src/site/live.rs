//! A number about a page that is open: told now, and whenever it has become another one (server-sent events, WHATWG HTML
//! 9.2). However much happens, each listener asks the database once in a few seconds.

use std::{convert::Infallible, net::IpAddr, sync::Arc, time::Duration};

use axum::response::sse::{Event as Message, KeepAlive, Sse};
use futures_util::{Stream, StreamExt, future::BoxFuture, stream};
use tokio::sync::broadcast::error::RecvError;

use crate::{
    events::Channel,
    kit::{app::App, error::Answer},
};

/// A page that is open is told at most so often that something changed. Not all are told in the same moment.
const PATIENCE_MS: u64 = 2000;
const SPREAD_MS: u64 = 3000;

/// Tells a number as a message `moved` to whoever listens from here: counted anew after something is heard on a channel,
/// and no more once it has come to `most`. Where nothing can be counted any more, it ends.
pub fn counted(
    app: Arc<App>,
    ip: IpAddr,
    channel: Channel,
    most: i64,
    count: impl Fn(Arc<App>) -> BoxFuture<'static, Option<i64>> + Send + 'static,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let listener = app.listeners.take(ip)?;
    let mut closing = app.closing.subscribe();
    let heard = app.db.channels.listen(channel);
    let count = move || count(app.clone());
    let counts = stream::unfold((count, heard, None), move |(count, mut heard, told)| async move {
        let mut told: Option<i64> = told;
        loop {
            if told.is_some() {
                if told >= Some(most) {
                    // Nobody counts any further.
                    std::future::pending::<()>().await;
                }
                if heard.recv().await == Err(RecvError::Closed) {
                    return None;
                }
                let patience = PATIENCE_MS + rand::random::<u64>() % SPREAD_MS;
                tokio::time::sleep(Duration::from_millis(patience)).await;
            }
            // What was heard by now is in what is read next.
            heard = heard.resubscribe();
            let number = count().await?;
            let is_news = told.unwrap_or_default() != number;
            told = Some(number);
            if is_news {
                return Some((number, (count, heard, told)));
            }
        }
    });
    let stop = async move {
        let _listener = listener;
        let _ = closing.wait_for(|closing| *closing).await;
    };
    let all =
        counts.map(|number| Ok(Message::default().event("moved").data(number.to_string()))).take_until(Box::pin(stop));
    Ok(Sse::new(all).keep_alive(KeepAlive::default()))
}
