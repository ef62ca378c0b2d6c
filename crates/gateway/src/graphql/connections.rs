//! Lists in pages, as the connection specification has them: from core's `Page`, whose cursors and
//! total come along.

use std::borrow::Cow;

use async_graphql::connection::PageInfo;
use async_graphql::{Object, OutputType, TypeName};
use infitah_core::ground::error::Result;
use infitah_core::ground::paging::{Page, PageRequest};

/// One page of a list.
#[derive(Debug)]
pub(crate) struct Connection<T>(Page<T>);

/// An item and its place.
#[derive(Debug)]
pub(crate) struct Edge<'a, T> {
    cursor: &'a str,
    node: &'a T,
}

impl<T> Connection<T> {
    /// The page as the API shows it.
    pub(crate) fn new<U>(page: Page<U>, show: impl FnMut(U) -> T) -> Self {
        Self(page.map(show))
    }
}

#[Object(name_type)]
impl<T: OutputType> Connection<T> {
    /// The items with their places.
    async fn edges(&self) -> Vec<Edge<'_, T>> {
        self.0.cursors.iter().zip(&self.0.items).map(|(cursor, node)| Edge { cursor, node }).collect()
    }

    /// The items.
    async fn nodes(&self) -> &[T] {
        &self.0.items
    }

    /// What is before and after.
    async fn page_info(&self) -> PageInfo {
        PageInfo {
            has_previous_page: self.0.has_previous,
            has_next_page: self.0.has_next,
            start_cursor: self.0.start_cursor().map(str::to_owned),
            end_cursor: self.0.end_cursor().map(str::to_owned),
        }
    }

    /// How many items the whole list has.
    async fn total_count(&self) -> u64 {
        self.0.total
    }
}

#[Object(name_type)]
impl<T: OutputType> Edge<'_, T> {
    /// The place, for `after` and `before`.
    async fn cursor(&self) -> &str {
        self.cursor
    }

    /// The item.
    async fn node(&self) -> &T {
        self.node
    }
}

impl<T: OutputType> TypeName for Connection<T> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Connection", T::type_name()).into()
    }
}

impl<T: OutputType> TypeName for Edge<'_, T> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Edge", T::type_name()).into()
    }
}

/// The page that the four arguments ask for.
pub(crate) fn page(
    first: Option<i32>,
    after: Option<String>,
    last: Option<i32>,
    before: Option<String>,
) -> Result<PageRequest> {
    PageRequest::new(first.map(i64::from), after.as_deref(), last.map(i64::from), before.as_deref())
}
