//! Work on comments that has time.

use super::Text;
use crate::{kit::app::App, people::community};

/// So many are rendered in one change.
const AT_ONCE: i64 = 200;

/// Renders again what an older renderer made.
pub async fn rerender_stale(app: &App) -> anyhow::Result<()> {
    let emoji = community::of(app).await?.emoji;
    loop {
        let mut conn = app.db.read().await?;
        let stale = super::stale(&mut conn, AT_ONCE).await?;
        if stale.is_empty() {
            return Ok(());
        }
        let mut rendered = Vec::with_capacity(stale.len());
        for entry in &stale {
            rendered.push(Text::render_again(&mut conn, entry, emoji).await?);
        }
        drop(conn);
        let change = async |tx: &mut crate::kit::db::Tx| {
            for (entry, text) in stale.iter().zip(&rendered) {
                super::rerender(tx, entry, &text.html).await?;
            }
            Ok(())
        };
        app.db.always(change).await?;
    }
}
