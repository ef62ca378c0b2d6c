//! The doors of documents: the list, a new one with its first file, what is written of one, its next
//! version, and showing it to the public or not.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, FieldError, Result};
use infitah_core::ground::ids::{DocumentId, MediaId};
use infitah_core::ground::paging::PageRequest;
use infitah_core::media::{self, Upload};
use infitah_core::news::documents::{self, Document, DocumentInput, Filter, items};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Arg;
use serde::Deserialize;

use super::fields::{Choice, Control, FormView, Part};
use super::form_page::FormPage;
use super::frames::Frame;
use super::media::medium_id;
use super::sent::{Sent, SentFile};
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::cards::Turns;
use crate::pictures::size;
use crate::words::Phrase;

/// The room of the menu.
const ROOM: &str = "/office/documents";

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    item: String,
    year: String,
    after: Option<String>,
    before: Option<String>,
    done: String,
}

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/documents.html")]
pub(crate) struct DocumentsPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) rows: Vec<Row>,
    pub(crate) total: u64,
    pub(crate) items: Vec<Choice>,
    pub(crate) year: String,
    pub(crate) turns: Turns,
    pub(crate) may_write: bool,
}

/// One document in the list.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) title: Option<Phrase>,
    pub(crate) item: Phrase,
    pub(crate) dated_on: String,
    pub(crate) versions: usize,
    pub(crate) is_published: bool,
    pub(crate) is_sample: bool,
}

/// One document.
#[derive(Debug, Template)]
#[template(path = "office/document.html")]
pub(crate) struct DocumentPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) row: Row,
    pub(crate) files: Vec<FileRow>,
    pub(crate) form: Option<FormView>,
    pub(crate) next: Option<FormView>,
    pub(crate) turn: Option<FormView>,
    /// What the public sees.
    pub(crate) address: Option<String>,
}

/// One version.
#[derive(Debug, Clone)]
pub(crate) struct FileRow {
    pub(crate) number: String,
    pub(crate) medium: String,
    pub(crate) name: String,
    pub(crate) size: Phrase,
    pub(crate) added_on: String,
}

/// `GET /office/documents`.
pub(crate) async fn list(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    of_member(&visit)?;
    let request = PageRequest::new(None, wanted.after.as_deref(), None, wanted.before.as_deref())?;
    let item = items::find(&wanted.item);
    let year: Option<i32> = wanted.year.trim().parse().ok().filter(|year| (1900..=9998).contains(year));
    let filter = Filter { item: item.map(str::to_owned), year, collectivity: None };
    let found = documents::office_list(&visit.scope, &filter, &request).await?;
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    let mut items = item_choices(&visit, item.unwrap_or_default());
    let all = visit.phrase("documents-item-all");
    items.insert(0, Choice { code: String::new(), name: all, is_chosen: item.is_none() });
    let filters = [("item", item.unwrap_or_default()), ("year", year.as_str())];
    let page = DocumentsPage {
        frame: visit.frame("documents-title").after(&wanted.done),
        room: ROOM,
        turns: Turns::of(ROOM, &filters, &found),
        total: found.total,
        rows: found.items.iter().map(|document| Row::of(&visit, document)).collect(),
        items,
        year,
        may_write: visit.permits(Action::ManageDocuments),
    };
    page_with(StatusCode::OK, &page)
}

/// `GET /office/documents/new`.
pub(crate) async fn new(visit: Visit) -> Answer {
    of_member(&visit)?;
    visit.scope.require(Action::ManageDocuments)?;
    new_page(&visit, &Typed::default().with("dated_on", visit.scope.today())).shown()
}

/// `POST /office/documents`.
pub(crate) async fn create(visit: Visit, sent: Sent) -> Answer {
    of_member(&visit)?;
    visit.scope.require(Action::ManageDocuments)?;
    let Sent { mut typed, files } = sent;
    let file = take(&visit, files, &mut typed).await;
    let created = async {
        let input = input(&typed);
        // All that is wrong is said at once.
        let (input, file) = match (input, file) {
            (Ok(input), Ok(file)) => (input, file),
            (Err(Error::Invalid(mut broken)), Err(Error::Invalid(more))) => {
                broken.extend(more);
                return Err(Error::Invalid(broken));
            }
            (Err(error), _) | (_, Err(error)) => return Err(error),
        };
        documents::create(&visit.scope, input, file).await
    };
    match created.await {
        Ok(id) => Ok(see_other(&format!("{ROOM}/{id}?done=document-saved"))),
        Err(error) => new_page(&visit, &typed).refused(&visit, error),
    }
}

/// `GET /office/documents/{id}`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>, Query(wanted): Query<Wanted>) -> Answer {
    let document = documents::draft(&visit.scope, document_id(&id)?).await?;
    let mut page = DocumentPage::of(&visit, &document, &typed_of(&document));
    page.frame = page.frame.after(&wanted.done);
    page_with(StatusCode::OK, &page)
}

/// `POST /office/documents/{id}`.
pub(crate) async fn change(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::ManageDocuments)?;
    let id = document_id(&id)?;
    let changed = async { documents::update(&visit.scope, id, typed.seen(), input(&typed)?).await };
    match changed.await {
        Ok(()) => Ok(see_other(&format!("{ROOM}/{id}?done=document-saved"))),
        Err(error) => refused(&visit, id, &typed, error, |page| &mut page.form).await,
    }
}

/// `POST /office/documents/{id}/versions`: the next file.
pub(crate) async fn add_version(visit: Visit, Path(id): Path<String>, sent: Sent) -> Answer {
    visit.scope.require(Action::ManageDocuments)?;
    let id = document_id(&id)?;
    let Sent { mut typed, files } = sent;
    // Whether it may have one is known before bytes are kept.
    documents::draft(&visit.scope, id).await?;
    let added = async {
        let file = take(&visit, files, &mut typed).await?;
        documents::add_version(&visit.scope, id, typed.seen(), file).await
    };
    match added.await {
        Ok(()) => Ok(see_other(&format!("{ROOM}/{id}?done=document-version"))),
        Err(error) => refused(&visit, id, &Typed::default(), error, |page| &mut page.next).await,
    }
}

/// `POST /office/documents/{id}/turn/{verb}`: `publish` or `withdraw`.
pub(crate) async fn turn(
    visit: Visit,
    Path((id, verb)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = document_id(&id)?;
    let turned = match verb.as_str() {
        "publish" => documents::publish(&visit.scope, id, typed.seen()).await,
        "withdraw" => documents::withdraw(&visit.scope, id, typed.seen()).await,
        _ => Err(Error::NotFound("page")),
    };
    match turned {
        Ok(()) => Ok(see_other(&format!("{ROOM}/{id}?done=document-{verb}"))),
        Err(error) => refused(&visit, id, &Typed::default(), error, |page| &mut page.form).await,
    }
}

/// The page again after core said no, with what is to be corrected at one of its forms.
async fn refused(
    visit: &Visit,
    id: DocumentId,
    typed: &Typed,
    error: Error,
    at: fn(&mut DocumentPage) -> &mut Option<FormView>,
) -> Answer {
    if visit.wants_json || !matches!(error, Error::Invalid(_) | Error::Conflict(_)) {
        return Err(error.into());
    }
    let document = documents::draft(&visit.scope, id).await?;
    let stored = typed_of(&document);
    let typed = if typed.pairs().next().is_some() { typed } else { &stored };
    let mut page = DocumentPage::of(visit, &document, typed);
    let place = at(&mut page);
    let (status, form) = match (error, place.take()) {
        (Error::Invalid(errors), Some(form)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(&errors)),
        (Error::Conflict(key), Some(form)) => (StatusCode::CONFLICT, form.with_problem(key)),
        (error, _) => return Err(error.into()),
    };
    *place = Some(form);
    page_with(status, &page)
}

/// The file that came along, or the one that came along before with a form that was refused.
async fn take(visit: &Visit, files: Vec<SentFile>, typed: &mut Typed) -> Result<MediaId> {
    let sent = files.into_iter().find(|file| file.field == "file");
    match sent {
        Some(file) => {
            let medium = media::put(&visit.scope, Upload::of(file.file_name, file.bytes)).await?;
            *typed = Typed::default()
                .with("kept", medium.id)
                .with("kept_name", &medium.file_name)
                .and(std::mem::take(typed));
            Ok(medium.id)
        }
        None if typed.get("kept").is_empty() => Err(Error::invalid("file", "field-required")),
        None => medium_id(typed.get("kept")).map_err(|_| Error::invalid("file", "field-required")),
    }
}

fn input(typed: &Typed) -> Result<DocumentInput> {
    let mut reader = Reader::of(typed);
    let item = reader.chosen("item", items::find);
    let dated_on = reader.needed_day("dated_on");
    if typed.texts("titles").is_empty() {
        reader.refuse(FieldError::new("titles", "field-required"));
    }
    reader.finish()?;
    let missing = |field: &str| Error::invalid(field, "field-required");
    Ok(DocumentInput {
        item: item.ok_or_else(|| missing("item"))?.to_owned(),
        titles: typed.texts("titles"),
        descriptions: typed.texts("descriptions"),
        dated_on: dated_on.ok_or_else(|| missing("dated_on"))?,
    })
}

fn typed_of(document: &Document) -> Typed {
    Typed::default()
        .with("version", document.version)
        .with("item", &document.item)
        .with("dated_on", document.dated_on)
        .with_texts("titles", &document.titles)
        .with_texts("descriptions", &document.descriptions)
}

fn document_id(id: &str) -> Result<DocumentId> {
    id.parse().map(DocumentId).map_err(|_| Error::NotFound("document"))
}

/// The network publishes no documents of its own.
fn of_member(visit: &Visit) -> Result<()> {
    if visit.scope.tenant().is_network() { Err(Error::NotFound("page")) } else { Ok(()) }
}

fn item_choices(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let choice = |code: &str| Choice {
        code: code.to_owned(),
        name: visit.phrase(&item_key(code)),
        is_chosen: code == chosen,
    };
    items::ALL.into_iter().map(choice).collect()
}

fn item_key(code: &str) -> String {
    format!("publication-item-{}", code.replace('_', "-"))
}

/// What is written of a document, as controls.
fn with_sheet(visit: &Visit, form: FormView, typed: &Typed) -> FormView {
    let mut items = item_choices(visit, typed.get("item"));
    let none = visit.phrase("documents-choose-item");
    items.insert(0, Choice { code: String::new(), name: none, is_chosen: typed.get("item").is_empty() });
    form.texts(typed, "titles", "documents-field-title", &Control::Line)
        .needed(typed, "item", "documents-field-item", Control::Select(items))
        .hint("documents-field-item-hint")
        .needed(typed, "dated_on", "documents-field-day", Control::Day)
        .hint("documents-field-day-hint")
        .texts(typed, "descriptions", "documents-field-description", &Control::Block)
}

fn new_page(visit: &Visit, typed: &Typed) -> FormPage {
    let mut form = with_sheet(visit, FormView::to(visit, ROOM, "common-button-save").or_back_to(ROOM), typed);
    let kept = typed.get("kept");
    form = if kept.is_empty() {
        form.needed(typed, "file", "documents-field-file", Control::File)
    } else {
        form.hidden("kept", kept).hidden("kept_name", typed.get("kept_name")).field(
            typed,
            "file",
            "documents-field-other-file",
            Control::File,
        )
    };
    let form = form.hint("documents-field-file-hint");
    let page =
        FormPage::of(visit.frame("documents-new"), ROOM, form).back_to(ROOM, visit.phrase("documents-title"));
    if kept.is_empty() {
        return page;
    }
    let name = [("name", Arg::Text(typed.get("kept_name")))];
    page.saying(Phrase::of(visit.words.with("documents-kept", &name), visit.locale()))
}

impl DocumentPage {
    fn of(visit: &Visit, document: &Document, typed: &Typed) -> Self {
        let here = format!("{ROOM}/{}", document.id);
        let may = visit.permits(Action::ManageDocuments);
        let none = Typed::default();
        let verb = if document.is_published { "withdraw" } else { "publish" };
        let button = if document.is_published { "documents-withdraw" } else { "documents-publish" };
        let turn =
            FormView::to(visit, format!("{here}/turn/{verb}"), button).hidden("version", document.version);
        let turn = if document.is_published { turn.grave() } else { turn };
        let next = FormView::to(visit, format!("{here}/versions"), "documents-add-version")
            .prefixed("next_")
            .hidden("version", document.version)
            .needed(&none, "file", "documents-field-next", Control::File)
            .hint("documents-field-next-hint");
        let form = FormView::to(visit, &here, "common-button-save").hidden("version", typed.seen());
        let row = Row::of(visit, document);
        let title = row.title.clone().unwrap_or_else(|| visit.phrase("documents-title"));
        Self {
            frame: Frame::of(visit, title),
            room: ROOM,
            files: document
                .versions
                .iter()
                .map(|version| FileRow {
                    number: visit.words.number(version.number.into()),
                    medium: version.medium.id.to_string(),
                    name: version.medium.file_name.clone(),
                    size: size(visit.words, version.medium.bytes),
                    added_on: visit.words.date(calendar::day(version.added_at)),
                })
                .collect(),
            form: may.then(|| with_sheet(visit, form, typed)),
            next: may.then_some(next),
            turn: may.then_some(turn),
            address: document
                .is_published
                .then(|| format!("/{}/documents/{}", visit.locale().code(), document.id)),
            row,
        }
    }

    /// What is to be corrected, wherever it is.
    fn broken(&self) -> Option<&FormView> {
        [&self.form, &self.next].into_iter().flatten().find(|form| !form.breaches.is_empty())
    }
}

impl Row {
    fn of(visit: &Visit, document: &Document) -> Self {
        Self {
            id: document.id.to_string(),
            title: Phrase::written(&document.titles, visit.locale()),
            item: visit.phrase(&item_key(&document.item)),
            dated_on: visit.words.date(document.dated_on),
            versions: document.versions.len(),
            is_published: document.is_published,
            is_sample: document.is_sample,
        }
    }
}
