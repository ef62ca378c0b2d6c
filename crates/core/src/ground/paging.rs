//! Keyset paging: a page starts after a position, never at an offset, so that it neither skips
//! nor repeats when rows arrive. A cursor is opaque outside and total inside: any text that is not
//! a cursor of ours is an input error.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::error::{Error, Result};

/// Items a page has when nobody says.
pub const DEFAULT_FIRST: u32 = 20;
/// Items a page has at most.
pub const MAX_FIRST: u32 = 100;

/// Which page of a list is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// How many items, 0 to [`MAX_FIRST`].
    pub limit: u32,
    /// Read towards the beginning of the list.
    pub backwards: bool,
    /// The position to start from, exclusive.
    pub position: Option<Position>,
}

/// A position in a list: the sort key as text and the id of the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The sort key in a form of the list's own.
    pub key: String,
    /// The id that breaks ties.
    pub id: uuid::Uuid,
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The items in the order of the list.
    pub items: Vec<T>,
    /// The position of each item, for cursors.
    pub cursors: Vec<String>,
    /// There are items after the last one.
    pub has_next: bool,
    /// There are items before the first one.
    pub has_previous: bool,
    /// How many items the whole list has.
    pub total: u64,
}

impl PageRequest {
    /// Checks the four arguments of the connection specification.
    ///
    /// # Errors
    /// `Invalid` when a count is negative or above [`MAX_FIRST`], when both directions are asked
    /// for at once, or when a cursor is not one of ours.
    pub fn new(
        first: Option<i64>,
        after: Option<&str>,
        last: Option<i64>,
        before: Option<&str>,
    ) -> Result<Self> {
        if first.is_some() && last.is_some() {
            return Err(Error::invalid("last", "paging-both-directions"));
        }
        let backwards = last.is_some() || (first.is_none() && before.is_some());
        let (count_name, count) = if backwards { ("last", last) } else { ("first", first) };
        let limit = match count {
            None => DEFAULT_FIRST,
            Some(count) => {
                u32::try_from(count).ok().filter(|&count| count <= MAX_FIRST).ok_or_else(|| {
                    Error::Invalid(vec![
                        super::error::FieldError::new(count_name, "paging-count").with("max", MAX_FIRST),
                    ])
                })?
            }
        };
        let (cursor_name, cursor) = if backwards { ("before", before) } else { ("after", after) };
        if (backwards && after.is_some()) || (!backwards && before.is_some()) {
            return Err(Error::invalid(if backwards { "after" } else { "before" }, "paging-both-directions"));
        }
        let position = cursor
            .map(|text| Position::decode(text).ok_or_else(|| Error::invalid(cursor_name, "field-bad-cursor")))
            .transpose()?;
        Ok(Self { limit, backwards, position })
    }

    /// The first page with this many items.
    pub fn first(limit: u32) -> Self {
        Self { limit: limit.min(MAX_FIRST), backwards: false, position: None }
    }

    /// The rows to ask the database for: one more than the page holds, to know what follows.
    pub(crate) fn fetch(&self) -> i64 {
        i64::from(self.limit) + 1
    }

    /// Makes a page of the fetched rows.
    pub(crate) fn page<T>(&self, mut rows: Vec<T>, total: u64, position: impl Fn(&T) -> Position) -> Page<T> {
        let more = rows.len() > self.limit as usize;
        rows.truncate(self.limit as usize);
        if self.backwards {
            rows.reverse();
        }
        let cursors = rows.iter().map(|row| position(row).encode()).collect();
        let beyond = self.position.is_some();
        let (has_next, has_previous) = if self.backwards { (beyond, more) } else { (more, beyond) };
        Page { items: rows, cursors, has_next, has_previous, total }
    }
}

impl Position {
    /// The cursor of this position.
    pub fn encode(&self) -> String {
        let mut bytes = self.id.as_bytes().to_vec();
        bytes.extend_from_slice(self.key.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The position of a cursor, if it is one.
    pub fn decode(cursor: &str) -> Option<Self> {
        if cursor.len() > 400 {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (id, key) = bytes.split_at_checked(16)?;
        let key = String::from_utf8(key.to_vec()).ok()?;
        if key.contains('\0') {
            return None;
        }
        Some(Self { id: uuid::Uuid::from_slice(id).ok()?, key })
    }
}

impl<T> Page<T> {
    /// The same page with its items changed.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(change).collect(),
            cursors: self.cursors,
            has_next: self.has_next,
            has_previous: self.has_previous,
            total: self.total,
        }
    }

    /// The cursor of the last item.
    pub fn end_cursor(&self) -> Option<&str> {
        self.cursors.last().map(String::as_str)
    }

    /// The cursor of the first item.
    pub fn start_cursor(&self) -> Option<&str> {
        self.cursors.first().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_cursors_are_checked() {
        for (first, after, last, before, good) in [
            (None, None, None, None, true),
            (Some(0), None, None, None, true),
            (Some(100), None, None, None, true),
            (Some(101), None, None, None, false),
            (Some(-1), None, None, None, false),
            (None, None, Some(5), None, true),
            (Some(5), None, Some(5), None, false),
            (None, Some("!"), None, None, false),
            (None, Some(""), None, None, false),
            (None, None, None, Some("AAAA"), false),
        ] {
            assert_eq!(
                PageRequest::new(first, after, last, before).is_ok(),
                good,
                "{first:?} {after:?} {last:?}"
            );
        }
    }

    #[test]
    fn cursor_survives_the_round_trip() {
        let position =
            Position { key: "2026-11-23T10:00:00.000001+00:00".into(), id: uuid::Uuid::from_u128(7) };
        assert_eq!(Position::decode(&position.encode()), Some(position));
    }
}
