//! Forms as values: what each control is called, holds and explains, and what is to be corrected. One
//! template draws them all, so that every form of the office behaves alike.

mod differences;
mod parts;

use infitah_core::ground::error::FieldError;
use infitah_i18n::{Arg, Locale, Words};

use super::typed::{Typed, day};
use super::visits::Visit;
use crate::failures::breach;
use crate::words::Phrase;

pub(crate) use differences::Difference;
pub(crate) use parts::{BoxSet, Folds, Part};

/// A form.
#[derive(Debug, Clone)]
pub(crate) struct FormView {
    /// Where it is sent.
    pub(crate) action: String,
    /// What is sent along unseen.
    pub(crate) hidden: Vec<(String, String)>,
    /// Its parts in their order.
    pub(crate) parts: Vec<Part>,
    /// The message key of its button.
    pub(crate) button: &'static str,
    /// What is sent as `then` by a second button, and its message key.
    pub(crate) second: Option<(&'static str, &'static str)>,
    /// The message key of a heading above it.
    pub(crate) heading: Option<&'static str>,
    /// What it does cannot be undone.
    pub(crate) is_grave: bool,
    /// Its button stands back behind others.
    pub(crate) is_light: bool,
    /// Where one goes who does not want to.
    pub(crate) cancel: Option<String>,
    /// What is to be corrected.
    pub(crate) breaches: Vec<Broken>,
    words: Words,
    prefix: String,
    main: Locale,
    latest: usize,
}

/// One control.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// The id of the control.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// What it is called.
    pub(crate) label: Phrase,
    /// What helps to fill it in.
    pub(crate) hint: Option<Phrase>,
    /// What it holds.
    pub(crate) value: String,
    /// What it is.
    pub(crate) control: Control,
    /// The language of what is typed.
    pub(crate) locale: Option<Locale>,
    /// It may stay empty.
    pub(crate) is_optional: bool,
    /// What is to be corrected.
    pub(crate) breach: Option<String>,
}

/// What a control is.
#[derive(Debug, Clone)]
pub(crate) enum Control {
    /// One line.
    Line,
    /// Several lines.
    Block,
    /// A day.
    Day,
    /// An hour of the day.
    Hour,
    /// A number.
    Number,
    /// A web address.
    Address,
    /// A file; the form that holds one is sent in parts.
    File,
    /// A picture; the form that holds one is sent in parts.
    Picture,
    /// An e-mail address, of whoever fills the form in or of somebody else.
    Email(&'static str),
    /// A password, by what password managers call it; never shown again.
    Password(&'static str),
    /// A code of an authenticator, or a recovery code.
    Code,
    /// What is written in Latin letters whatever the language: a colour, a telephone, a number.
    Latin,
    /// One of a list.
    Select(Vec<Choice>),
    /// One of a few.
    Radio(Vec<Choice>),
    /// Yes or no.
    Check,
}

/// One of several.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) code: String,
    /// What is read.
    pub(crate) name: Phrase,
    /// It is the one chosen.
    pub(crate) is_chosen: bool,
}

/// One thing to correct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    /// The id of the control, empty when it is about none.
    pub(crate) control: String,
    /// What the control is called.
    pub(crate) label: String,
    /// What to correct.
    pub(crate) sentence: String,
}

impl FormView {
    /// A form that is sent to `action`.
    pub(crate) fn to(visit: &Visit, action: impl Into<String>, button: &'static str) -> Self {
        Self {
            action: action.into(),
            hidden: Vec::new(),
            parts: Vec::new(),
            button,
            second: None,
            heading: None,
            is_grave: false,
            is_light: false,
            cancel: None,
            breaches: Vec::new(),
            words: visit.words,
            prefix: String::new(),
            main: visit.scope.tenant().default_locale,
            latest: 0,
        }
    }

    /// The same with a beginning for its ids, where a page has several forms.
    pub(crate) fn prefixed(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// The same with a value that is sent along.
    pub(crate) fn hidden(mut self, name: &str, value: impl ToString) -> Self {
        self.hidden.push((name.to_owned(), value.to_string()));
        self
    }

    /// The same with a way back.
    pub(crate) fn or_back_to(mut self, path: impl Into<String>) -> Self {
        self.cancel = Some(path.into());
        self
    }

    /// The same with a heading, where a page has several forms.
    pub(crate) fn titled(mut self, key: &'static str) -> Self {
        self.heading = Some(key);
        self
    }

    /// The same with a button that stands back behind others.
    pub(crate) fn light(mut self) -> Self {
        self.is_light = true;
        self
    }

    /// The same for what cannot be undone.
    pub(crate) fn grave(mut self) -> Self {
        self.is_grave = true;
        self
    }

    /// The same with a second button, which sends `then`.
    pub(crate) fn or_also(mut self, then: &'static str, button: &'static str) -> Self {
        self.second = Some((then, button));
        self
    }

    /// The same with one more control.
    pub(crate) fn field(mut self, typed: &Typed, name: &str, label: &str, control: Control) -> Self {
        let field = self.control(name, self.phrase(label), typed.get(name), control);
        self.latest = self.parts.len();
        self.parts.push(Part::One(field));
        self
    }

    /// The same with one more control that must be filled in.
    pub(crate) fn needed(self, typed: &Typed, name: &str, label: &str, control: Control) -> Self {
        self.field(typed, name, label, control).changed(|field| field.is_optional = false)
    }

    /// The same with a text in its languages: the site's own first and in the open. Of a line Arabic
    /// and French are too; of a block, which is long, every other language waits until it is asked for.
    pub(crate) fn texts(mut self, typed: &Typed, name: &str, label: &str, control: &Control) -> Self {
        let is_line = matches!(control, Control::Line);
        let (open, rare): (Vec<Locale>, Vec<Locale>) = std::iter::once(self.main)
            .chain(Locale::ALL.into_iter().filter(|&locale| locale != self.main))
            .partition(|&locale| locale == self.main || is_line && matches!(locale, Locale::Ar | Locale::Fr));
        self.latest = self.parts.len();
        for locale in open {
            let field = self.text(typed, name, label, control, locale);
            self.parts.push(Part::One(field));
        }
        let rare: Vec<Field> =
            rare.into_iter().map(|locale| self.text(typed, name, label, control, locale)).collect();
        let is_open = rare.iter().any(|field| !field.value.is_empty());
        self.parts.push(Part::More(rare, is_open));
        self
    }

    /// The same with boxes that belong together: names and what each is called.
    pub(crate) fn boxes(
        mut self,
        typed: &Typed,
        legend: &str,
        folds: Folds,
        all: impl IntoIterator<Item = (String, Phrase)>,
    ) -> Self {
        let one =
            |(name, label): (String, Phrase)| self.control(&name, label, typed.get(&name), Control::Check);
        let boxes = all.into_iter().map(one).collect();
        let set = BoxSet { legend: self.phrase(legend), boxes, folds };
        self.latest = self.parts.len();
        self.parts.push(Part::Set(set));
        self
    }

    /// The same with parts that are rarely filled in, open where one of them is.
    pub(crate) fn rarely(mut self, summary: &'static str, add: impl FnOnce(Self) -> Self) -> Self {
        let before = std::mem::take(&mut self.parts);
        let mut form = add(self);
        let mut rare = std::mem::replace(&mut form.parts, before);
        // Everything has a number; it is no reason to unfold the rest.
        let says_something = |field: &&mut Field| !field.value.is_empty() && field.name != "number";
        let is_open = rare.iter_mut().flat_map(Part::fields).any(|field| says_something(&field));
        form.latest = form.parts.len();
        form.parts.push(Part::Rare(summary, rare, is_open));
        form
    }

    /// Whether it brings files.
    pub(crate) fn brings_files(&self) -> bool {
        let is_file =
            |part: &Part| matches!(part, Part::One(Field { control: Control::File | Control::Picture, .. }));
        self.parts.iter().any(is_file)
    }

    /// The same with a text in the site's own language alone.
    pub(crate) fn own_text(mut self, typed: &Typed, name: &str, label: &str, control: &Control) -> Self {
        self.latest = self.parts.len();
        let field = self.text(typed, name, label, control, self.main);
        self.parts.push(Part::One(field));
        self
    }

    /// The same with that text, which must be filled in.
    pub(crate) fn needed_text(self, typed: &Typed, name: &str, label: &str) -> Self {
        self.own_text(typed, name, label, &Control::Line).changed(|field| field.is_optional = false)
    }

    /// The same with a text in the languages besides the site's own.
    pub(crate) fn other_texts(mut self, typed: &Typed, name: &str, label: &str, control: &Control) -> Self {
        self.latest = self.parts.len();
        for locale in Locale::ALL.into_iter().filter(|&locale| locale != self.main) {
            let field = self.text(typed, name, label, control, locale);
            self.parts.push(Part::One(field));
        }
        self
    }

    /// The same with help for the control added last, or for the first of its languages.
    pub(crate) fn hint(self, key: &str) -> Self {
        let hint = self.phrase(key);
        self.explained(hint)
    }

    /// The same with help that was put together before.
    pub(crate) fn explained(self, hint: Phrase) -> Self {
        self.changed(|field| field.hint = Some(hint))
    }

    /// The same with what is to be corrected.
    pub(crate) fn with_errors(mut self, errors: &[FieldError]) -> Self {
        for error in errors {
            let sentence = sentence(self.words, error);
            let name = error.field.replace('.', "_");
            let (in_main, main) = (format!("{name}_{}", self.main.code()), format!("{name}_ar"));
            let mut fields: Vec<&mut Field> = self.parts.iter_mut().flat_map(Part::fields).collect();
            let place = [name, in_main, main]
                .iter()
                .find_map(|name| fields.iter().position(|field| field.name == *name));
            let (control, label) = match place.and_then(|place| fields.get_mut(place)) {
                Some(field) => {
                    field.breach = Some(sentence.clone());
                    (field.id.clone(), field.label.plain().to_owned())
                }
                None => (String::new(), String::new()),
            };
            self.breaches.push(Broken { control, label, sentence });
        }
        self.parts.iter_mut().for_each(Part::open_where_broken);
        self
    }

    /// The same with a sentence about the whole of it.
    pub(crate) fn with_problem(mut self, key: &str) -> Self {
        let sentence = self.words.plain(key, &[]);
        self.breaches.push(Broken { control: String::new(), label: String::new(), sentence });
        self
    }

    /// The language that texts begin with.
    pub(crate) fn main(&self) -> Locale {
        self.main
    }

    fn changed(mut self, change: impl FnOnce(&mut Field)) -> Self {
        if let Some(Part::One(field)) = self.parts.get_mut(self.latest) {
            change(field);
        }
        self
    }

    fn phrase(&self, key: &str) -> Phrase {
        Phrase::of(self.words.get(key), self.words.locale())
    }

    fn text(&self, typed: &Typed, name: &str, label: &str, control: &Control, locale: Locale) -> Field {
        let name = format!("{name}_{}", locale.code());
        let text = self.words.with(
            "office-field-in-language",
            &[
                ("field", Arg::Text(&self.words.plain(label, &[]))),
                ("language", Arg::Text(&self.words.plain(&format!("language-{}", locale.code()), &[]))),
            ],
        );
        let label = Phrase::of(text, self.words.locale());
        let mut field = self.control(&name, label, typed.get(&name), control.clone());
        field.locale = Some(locale);
        field
    }

    fn control(&self, name: &str, label: Phrase, value: &str, control: Control) -> Field {
        let is_secret = matches!(control, Control::Password(_) | Control::Code);
        Field {
            id: format!("{}{name}", self.prefix),
            name: name.to_owned(),
            label,
            hint: None,
            value: if is_secret { String::new() } else { value.to_owned() },
            control,
            locale: None,
            is_optional: true,
            breach: None,
        }
    }
}

impl Field {
    /// The ids of what describes the control.
    pub(crate) fn described_by(&self) -> String {
        let hint = self.hint.is_some().then(|| format!("{}_hint", self.id));
        let error = self.breach.is_some().then(|| format!("{}_error", self.id));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }

    /// Whether it is several controls under one name.
    pub(crate) fn is_group(&self) -> bool {
        matches!(self.control, Control::Radio(_))
    }
}

/// The choices of a list by their codes and message keys.
pub(crate) fn choices(visit: &Visit, chosen: &str, all: &[(&str, &str)]) -> Vec<Choice> {
    let choice = |&(code, key): &(&str, &str)| Choice {
        code: code.to_owned(),
        name: visit.phrase(key),
        is_chosen: code == chosen,
    };
    all.iter().map(choice).collect()
}

/// What is wrong with a field in words; days as the language writes them.
pub(crate) fn sentence(words: Words, error: &FieldError) -> String {
    let mut error = error.clone();
    for (_, value) in &mut error.arguments {
        if let Some(day) = Some(value.len() == 10).filter(|&is_day| is_day).and_then(|_| day(value)) {
            *value = words.date(day);
        }
    }
    breach(words, &error)
}
