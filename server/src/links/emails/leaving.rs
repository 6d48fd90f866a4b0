//! Whether an e-mail that waited may still leave.
//!
//! It may wait for its place in the pace, or for a mail server that is away. What it tells may be hidden, deleted, narrowed or
//! worded otherwise meanwhile, or its conversation muted; whoever it is to may have ended all of it, or have another address.
//! So that is asked once more, in the change in which it is handed over.

use super::{rules, store};
use crate::{
    ids::{MemberId, RowId},
    kit::{
        db::Tx,
        email::{self, Letter, Reader},
    },
    links::{
        guests, mailing,
        notices::{self, Standing},
    },
};

/// Whether an e-mail may leave now. One that may not is taken back, and what else it told is told anew. One that is in doubt
/// may have arrived, so it leaves as it is if anything in it still stands: nothing is told twice.
pub async fn may_leave(tx: &mut Tx, id: RowId, letter: &Letter) -> anyhow::Result<bool> {
    match letter.reader() {
        Some(Reader::Member(member)) => may_leave_to_member(tx, id, letter, member).await,
        Some(Reader::Guest(guest)) => {
            let told = notices::standing_for_guest(tx, guest, id).await?;
            if stands(letter, told) && says_what_is_said(tx, id, letter, MemberId(0)).await? {
                return Ok(true);
            }
            if take_back(tx, id, letter).await? == Back::Whole {
                let soon = tx.now;
                guests::look_again(tx, guest, soon).await?;
            }
            Ok(false)
        }
        None => Ok(true),
    }
}

async fn may_leave_to_member(tx: &mut Tx, id: RowId, letter: &Letter, member: MemberId) -> anyhow::Result<bool> {
    let told = notices::standing_in(tx, member, id).await?;
    if stands(letter, told)
        && store::wants_any_at(tx, member, letter.recipient()).await?
        && says_what_is_said(tx, id, letter, member).await?
    {
        return Ok(true);
    }
    if take_back(tx, id, letter).await? == Back::Whole {
        if letter.is_digest() {
            let before = told.first_followed.map_or(i64::MAX, |first| first - 1);
            mailing::digest_again(tx, member, before).await?;
        } else {
            let soon = tx.now;
            mailing::look_again(tx, member, soon).await?;
        }
    }
    Ok(false)
}

/// What became of an e-mail that may not leave.
#[derive(PartialEq, Eq)]
enum Back {
    /// It never left, so what it told was told to nobody.
    Whole,
    /// It may have arrived.
    InDoubt,
}

/// Whether what an e-mail tells may be told as it stands there.
fn stands(letter: &Letter, told: Standing) -> bool {
    let is_all_gone = told.items > 0 && told.gone == told.items;
    !is_all_gone && (told.gone == 0 || letter.is_in_doubt())
}

/// Whether an e-mail says what is said by now; one that is in doubt may have arrived, and need not.
async fn says_what_is_said(tx: &mut Tx, id: RowId, letter: &Letter, reader: MemberId) -> anyhow::Result<bool> {
    match letter.words().filter(|_| !letter.is_in_doubt()) {
        Some(words) => Ok(rules::number(&store::words_of(tx, reader, id).await?) == words),
        None => Ok(true),
    }
}

async fn take_back(tx: &mut Tx, id: RowId, letter: &Letter) -> anyhow::Result<Back> {
    if letter.is_in_doubt() {
        email::given_up(tx, id).await?;
        return Ok(Back::InDoubt);
    }
    email::take_back_one(tx, id).await?;
    Ok(Back::Whole)
}
