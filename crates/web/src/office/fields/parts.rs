//! The parts of a form: controls, and what folds them away while they are empty.

use super::Field;
use crate::words::Phrase;

/// A part of a form.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// One control.
    One(Field),
    /// Controls of the other languages of a text, folded away while they are empty.
    More(Vec<Field>, bool),
    /// Boxes that belong together under one name.
    Set(BoxSet),
    /// Parts that are rarely filled in, folded away under this message.
    Rare(&'static str, Vec<Part>, bool),
}

/// Boxes that belong together.
#[derive(Debug, Clone)]
pub(crate) struct BoxSet {
    /// What they are called together.
    pub(crate) legend: Phrase,
    /// Each of them.
    pub(crate) boxes: Vec<Field>,
    /// They are many, and folded away until one is ticked.
    pub(crate) folds: Folds,
}

/// Whether a part of a form can be folded away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folds {
    /// It stands in the open.
    Never,
    /// It is folded while it is empty.
    WhileEmpty,
}

impl Part {
    pub(super) fn fields(&mut self) -> Vec<&mut Field> {
        match self {
            Self::One(field) => vec![field],
            Self::More(fields, _) => fields.iter_mut().collect(),
            Self::Set(set) => set.boxes.iter_mut().collect(),
            Self::Rare(_, parts, _) => parts.iter_mut().flat_map(Self::fields).collect(),
        }
    }

    pub(super) fn held(&self) -> Vec<&Field> {
        match self {
            Self::One(field) => vec![field],
            Self::More(fields, _) => fields.iter().collect(),
            Self::Set(set) => set.boxes.iter().collect(),
            Self::Rare(_, parts, _) => parts.iter().flat_map(Self::held).collect(),
        }
    }

    /// What is to be corrected is never folded away.
    pub(super) fn open_where_broken(&mut self) {
        let is_broken = self.fields().iter().any(|field| field.breach.is_some());
        match self {
            Self::More(_, is_open) => *is_open |= is_broken,
            Self::Rare(_, parts, is_open) => {
                *is_open |= is_broken;
                parts.iter_mut().for_each(Self::open_where_broken);
            }
            Self::One(_) | Self::Set(_) => {}
        }
    }
}

impl BoxSet {
    /// How many are ticked.
    pub(crate) fn ticked(&self) -> usize {
        self.boxes.iter().filter(|field| field.value == "yes").count()
    }

    /// Whether it is folded away at first.
    pub(crate) fn is_folded(&self) -> bool {
        self.ticked() == 0
    }

    /// Whether it can be folded at all.
    pub(crate) fn can_fold(&self) -> bool {
        self.folds == Folds::WhileEmpty
    }
}
