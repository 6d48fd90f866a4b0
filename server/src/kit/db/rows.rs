//! What rows are read into.
//!
//! sqlx can do it while it fetches, and is then compiled, with all that fetches, for every type there is and for both
//! databases. Here it fetches rows, and only reading them is compiled for each type.

use sqlx::{FromRow, Result, Row};

/// All of them, in their order.
pub fn all<T, R>(rows: Result<Vec<R>>) -> Result<Vec<T>>
where
    R: Row,
    T: for<'r> FromRow<'r, R>,
{
    rows?.iter().map(T::from_row).collect()
}

/// The one, if there is one.
pub fn one<T, R>(row: Result<Option<R>>) -> Result<Option<T>>
where
    R: Row,
    T: for<'r> FromRow<'r, R>,
{
    row?.as_ref().map(T::from_row).transpose()
}

/// The first column of the one, if there is one.
pub fn value<T, R>(row: Result<Option<R>>) -> Result<Option<T>>
where
    R: Row,
    (T,): for<'r> FromRow<'r, R>,
{
    Ok(one::<(T,), R>(row)?.map(|(value,)| value))
}
