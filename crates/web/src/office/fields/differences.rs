//! What a form holds otherwise than what is stored, for two people who changed the same thing.

use infitah_core::programme::words::{Piece, diff};

use super::{Control, Field, FormView, Part};
use crate::office::typed::{Typed, day};
use crate::words::{Attributes, Phrase};

/// A control that holds something else than what is stored.
#[derive(Debug, Clone)]
pub(crate) struct Difference {
    /// What the control is called.
    pub(crate) label: Phrase,
    /// The language of what is typed, where the page is in another.
    pub(crate) attributes: Attributes,
    /// The way from what is stored to what was typed, word by word.
    pub(crate) pieces: Vec<Piece>,
}

impl FormView {
    /// What this form holds otherwise than what is stored.
    pub(crate) fn against(&self, stored: &Typed) -> Vec<Difference> {
        let fields = self.parts.iter().flat_map(Part::held);
        let difference = |field: &Field| {
            let (before, after) = (self.said(field, stored.get(&field.name)), self.said(field, &field.value));
            let foreign = field.locale.filter(|&locale| locale != self.words.locale());
            (before != after).then(|| Difference {
                label: field.label.clone(),
                attributes: Attributes(foreign),
                pieces: diff(&before, &after),
            })
        };
        fields.filter_map(difference).collect()
    }

    /// What a control says when it holds a value.
    fn said(&self, field: &Field, value: &str) -> String {
        match &field.control {
            Control::Select(choices) | Control::Radio(choices) => {
                let chosen = choices.iter().find(|choice| choice.code == value);
                chosen.map(|choice| choice.name.plain().to_owned()).unwrap_or_default()
            }
            Control::Check if value == "yes" => self.words.plain("office-conflict-ticked", &[]),
            Control::Check => self.words.plain("office-conflict-not-ticked", &[]),
            Control::Day => day(value).map_or_else(|| value.to_owned(), |day| self.words.date(day)),
            _ => value.trim().replace("\r\n", "\n"),
        }
    }
}
