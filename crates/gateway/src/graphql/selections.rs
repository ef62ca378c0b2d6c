//! Counting what a document selects once its fragments are spread, without spreading them: each
//! fragment is counted once and remembered. The library spreads them anew at every use, so thirty
//! fragments of two lines can keep it busy for ever; this walk is as long as the document.

use std::collections::HashMap;

use async_graphql::Positioned;
use async_graphql::parser::types::{Directive, ExecutableDocument, Selection, SelectionSet};

/// What a selection amounts to, everything spread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) selections: u64,
    pub(crate) aliases: u64,
    pub(crate) directives: u64,
    /// Fields within fields.
    pub(crate) depth: u64,
    /// Lists of the introspection that lead from type to type, within each other.
    pub(crate) type_lists: u64,
}

/// A document that cannot be counted: a fragment leads to itself.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cycle;

/// Counts the selections of one document.
#[derive(Debug)]
pub(crate) struct Counter<'a> {
    document: &'a ExecutableDocument,
    fragments: HashMap<&'a str, Option<Count>>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(document: &'a ExecutableDocument) -> Self {
        Self { document, fragments: HashMap::new() }
    }

    /// The count of a set of selections.
    pub(crate) fn count(&mut self, set: &'a SelectionSet) -> Result<Count, Cycle> {
        let mut sum = Count::default();
        for item in &set.items {
            sum = sum.and(self.item(&item.node)?);
        }
        Ok(sum)
    }

    /// The count of a fragment, whether it is used or not.
    pub(crate) fn fragment(&mut self, name: &'a str) -> Result<Count, Cycle> {
        match self.fragments.get(name) {
            Some(Some(count)) => return Ok(*count),
            Some(None) => return Err(Cycle),
            None => self.fragments.insert(name, None),
        };
        let count = match self.document.fragments.get(name) {
            Some(fragment) => {
                let own = directives(&fragment.node.directives);
                self.count(&fragment.node.selection_set.node)?.and(own)
            }
            None => Count::default(),
        };
        self.fragments.insert(name, Some(count));
        Ok(count)
    }

    fn item(&mut self, selection: &'a Selection) -> Result<Count, Cycle> {
        let own = directives(selection.directives());
        let inner = match selection {
            Selection::Field(field) => {
                let inner = self.count(&field.node.selection_set.node)?;
                let leads_on = matches!(
                    field.node.name.node.as_str(),
                    "fields" | "inputFields" | "interfaces" | "possibleTypes"
                );
                Count {
                    aliases: inner.aliases.saturating_add(u64::from(field.node.alias.is_some())),
                    depth: inner.depth.saturating_add(1),
                    type_lists: inner.type_lists.saturating_add(u64::from(leads_on)),
                    ..inner
                }
            }
            Selection::InlineFragment(fragment) => self.count(&fragment.node.selection_set.node)?,
            Selection::FragmentSpread(spread) => self.fragment(spread.node.fragment_name.node.as_str())?,
        };
        Ok(inner.and(own).and(Count { selections: 1, ..Count::default() }))
    }
}

impl Count {
    /// Both side by side.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            selections: self.selections.saturating_add(other.selections),
            aliases: self.aliases.saturating_add(other.aliases),
            directives: self.directives.saturating_add(other.directives),
            depth: self.depth.max(other.depth),
            type_lists: self.type_lists.max(other.type_lists),
        }
    }
}

fn directives(list: &[Positioned<Directive>]) -> Count {
    Count { directives: list.len() as u64, ..Count::default() }
}

/// The deepest nesting of brackets, outside of strings and comments. The parser goes one call
/// deeper with every bracket and would run out of stack long before it runs out of bytes.
pub(crate) fn nesting(query: &str) -> usize {
    let bytes = query.as_bytes();
    let (mut place, mut depth, mut deepest) = (0, 0_usize, 0);
    while let Some(&byte) = bytes.get(place) {
        place = match byte {
            b'#' => end_of_line(bytes, place),
            b'"' => end_of_string(bytes, place),
            b'{' | b'(' | b'[' => {
                depth += 1;
                deepest = deepest.max(depth);
                place + 1
            }
            b'}' | b')' | b']' => {
                depth = depth.saturating_sub(1);
                place + 1
            }
            _ => place + 1,
        };
    }
    deepest
}

fn end_of_line(bytes: &[u8], start: usize) -> usize {
    bytes[start..]
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .map_or(bytes.len(), |length| start + length)
}

fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let block = bytes[start..].starts_with(b"\"\"\"");
    let quote: &[u8] = if block { b"\"\"\"" } else { b"\"" };
    let mut place = start + quote.len();
    while place < bytes.len() {
        let rest = &bytes[place..];
        if rest.starts_with(quote) {
            return place + quote.len();
        }
        // A line ends a plain string that was left open, and the document is none.
        if !block && matches!(rest[0], b'\n' | b'\r') {
            return place;
        }
        let escaped = if block { rest.starts_with(b"\\\"\"\"") } else { rest[0] == b'\\' };
        place += match (escaped, block) {
            (true, true) => 4,
            (true, false) => 2,
            (false, _) => 1,
        };
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;

    use super::*;

    fn count(query: &str) -> Result<Count, Cycle> {
        let document = parse_query(query).expect("a document");
        let mut counter = Counter::new(&document);
        let (_, operation) = document.operations.iter().next().expect("an operation");
        counter.count(&operation.node.selection_set.node)
    }

    #[test]
    fn fragments_are_counted_as_if_spread() {
        let counted = count("{ a: x { ...F ...F } } fragment F on T { b: y @include(if: true) { z } }")
            .expect("no cycle");
        assert_eq!(counted, Count { selections: 7, aliases: 3, directives: 2, depth: 3, type_lists: 0 });
    }

    #[test]
    fn fragment_that_leads_to_itself_is_refused() {
        assert_eq!(count("{ ...A } fragment A on T { x { ...B } } fragment B on T { ...A }"), Err(Cycle));
        assert_eq!(count("{ ...A } fragment A on T { ...A }"), Err(Cycle));
    }

    #[test]
    fn brackets_in_strings_and_comments_do_not_count() {
        for (query, depth) in [
            ("{ a { b } }", 2),
            ("{ a(x: \"{{{{\") }", 2),
            ("{ a(x: \"\\\"{{{\") }", 2),
            ("{ a(x: \"\"\"{{ \\\"\"\" {{\"\"\") }", 2),
            ("# {{{{\n{ a }", 1),
            ("{ a(x: \"}}}}\") { b { c } } }", 3),
            ("[[[[", 4),
            ("\"{{{{", 0),
            ("\"\n{{{", 3),
        ] {
            assert_eq!(nesting(query), depth, "{query}");
        }
    }
}
