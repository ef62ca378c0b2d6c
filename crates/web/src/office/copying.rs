//! Copying the skeleton of a programme into one that is being prepared: where it is taken from, one's
//! own earlier cycles first; then what is to be taken of it, axis by axis.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::AxisId;
use infitah_core::ground::paging::PageRequest;
use infitah_core::programme::copying::{self, CopyInput, Original, SourceFilter, SourceMember};
use infitah_core::programme::editing;
use infitah_core::programme::programmes::{Programme, ProgrammeStatus};
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::permission::Action;
use infitah_core::tenancy::regions;
use infitah_i18n::Arg;

use super::fields::{Choice, FormView};
use super::frames::{Frame, site_name};
use super::programmes::{ROOM, cycle_name, of_cycle};
use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::cards::Turns;
use crate::words::Phrase;

/// Members on one page of the search.
const ITEMS: i64 = 20;

/// Where it is taken from.
#[derive(Debug, Template)]
#[template(path = "office/copy_sources.html")]
pub(crate) struct SourcesPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) cycle: String,
    /// Why nothing can be copied into this programme.
    pub(crate) reason: Option<&'static str>,
    pub(crate) own: Vec<SourceRow>,
    pub(crate) name: String,
    pub(crate) kinds: Vec<Choice>,
    pub(crate) regions: Vec<Choice>,
    pub(crate) members: Vec<MemberRow>,
    pub(crate) total: u64,
    pub(crate) turns: Turns,
}

/// A member whose programmes can be copied.
#[derive(Debug)]
pub(crate) struct MemberRow {
    pub(crate) name: Phrase,
    pub(crate) programmes: Vec<SourceRow>,
}

/// A programme that can be copied.
#[derive(Debug)]
pub(crate) struct SourceRow {
    pub(crate) href: String,
    pub(crate) cycle: String,
    pub(crate) axes: i64,
    pub(crate) commitments: i64,
    pub(crate) is_sample: bool,
}

/// What is taken of it.
#[derive(Debug, Template)]
#[template(path = "office/copy_preview.html")]
pub(crate) struct PreviewPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) here: String,
    pub(crate) source: Phrase,
    pub(crate) is_sample: bool,
    pub(crate) form: FormView,
    pub(crate) axes: Vec<AxisChoice>,
}

/// An axis that can be taken.
#[derive(Debug)]
pub(crate) struct AxisChoice {
    pub(crate) id: String,
    pub(crate) number: i32,
    pub(crate) title: Option<Phrase>,
    pub(crate) is_chosen: bool,
    pub(crate) milestones: usize,
    pub(crate) commitments: Vec<(Option<Phrase>, usize)>,
}

/// `GET /office/programme/{cycle}/copy`: the sources, or what one of them holds.
pub(crate) async fn show(visit: Visit, Path(cycle): Path<String>, Query(typed): Query<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    if typed.get("of").is_empty() {
        return page_with(StatusCode::OK, &sources(&visit, &programme, &typed).await?);
    }
    let original = original(&visit, &typed).await?;
    page_with(StatusCode::OK, &preview(&visit, &programme, &original, &typed))
}

/// `POST /office/programme/{cycle}/copy`.
pub(crate) async fn copy(visit: Visit, Path(cycle): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    if typed.get("of").is_empty() {
        return Err(Error::invalid("of", "field-required").into());
    }
    let copied = async { copying::copy(&visit.scope, programme.id, input(&typed)?).await };
    match copied.await {
        Ok(_) => Ok(see_other(&format!("{ROOM}/{}/tree?done=programme-copied", programme.cycle))),
        Err(error) if visit.wants_json => Err(error.into()),
        Err(error) => {
            let original = original(&visit, &typed).await?;
            preview(&visit, &programme, &original, &typed).refused(error)
        }
    }
}

/// The programme that was chosen.
async fn original(visit: &Visit, typed: &Typed) -> Result<Original> {
    copying::original(&visit.scope, typed.some("from").as_deref(), typed.get("of")).await
}

fn input(typed: &Typed) -> Result<CopyInput> {
    let wrong = |_| Error::invalid("axes", "field-unknown-value");
    let axes =
        typed.all("axis").map(|id| id.parse().map(AxisId).map_err(wrong)).collect::<Result<Vec<_>>>()?;
    if axes.is_empty() {
        return Err(Error::invalid("axes", "copy-needs-axis"));
    }
    Ok(CopyInput { member: typed.some("from"), cycle: typed.get("of").to_owned(), axes })
}

async fn sources(visit: &Visit, programme: &Programme, typed: &Typed) -> Result<SourcesPage> {
    let here = format!("{ROOM}/{}/copy", programme.cycle);
    let tree = editing::tree(&visit.scope, programme.id).await?;
    let reason = match programme.status {
        ProgrammeStatus::Preparing if tree.axes.is_empty() => None,
        ProgrammeStatus::Preparing => Some("copy-into-a-tree"),
        _ => Some("tree-is-adopted"),
    };
    let filter = filter(typed)?;
    let found = copying::sources(&visit.scope, &filter, &turn(typed)?).await?;
    let own = copying::own_sources(&visit.scope, &programme.cycle).await?;
    let regions = regions::list(visit.scope.public()).await?;
    let name = encoded(&filter.name);
    let filters = [("name", name.as_str()), ("kind", typed.get("kind")), ("region", typed.get("region"))];
    let regions = regions.into_iter().map(|region| {
        let name = Phrase::written(&region.names, visit.locale());
        (name.unwrap_or_else(|| Phrase::own(&region.code, visit.locale())), region.code)
    });
    Ok(SourcesPage {
        frame: visit.frame("office-copy-title"),
        room: ROOM,
        cycle: programme.cycle.clone(),
        reason,
        own: own.iter().map(|one| SourceRow::of(&here, None, one)).collect(),
        kinds: chosen(
            Kind::MEMBERS
                .map(|kind| (visit.phrase(&format!("kind-{}", kind.code())), kind.code().to_owned())),
            typed.get("kind"),
        ),
        regions: chosen(regions, typed.get("region")),
        members: found.items.iter().map(|member| MemberRow::of(visit, &here, member)).collect(),
        total: found.total,
        turns: Turns::of(&here, &filters, &found),
        name: filter.name,
    })
}

fn chosen(all: impl IntoIterator<Item = (Phrase, String)>, chosen: &str) -> Vec<Choice> {
    all.into_iter().map(|(name, code)| Choice { is_chosen: code == chosen, code, name }).collect()
}

/// What was searched for; what does not exist is said to be wrong.
fn filter(typed: &Typed) -> Result<SourceFilter> {
    let wrong = |field| move || Error::invalid(field, "field-unknown-value");
    let kind = typed
        .some("kind")
        .map(|code| {
            let kind = Kind::from_code(&code).filter(|kind| Kind::MEMBERS.contains(kind));
            kind.ok_or_else(wrong("kind"))
        })
        .transpose()?;
    let region = typed.some("region");
    if region.as_deref().is_some_and(|code| code.len() > 2 || !code.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Err(wrong("region")());
    }
    let name = typed.get("name").chars().take(100).collect();
    Ok(SourceFilter { name, kind, region })
}

fn turn(typed: &Typed) -> Result<PageRequest> {
    match (typed.some("after"), typed.some("before")) {
        (None, Some(before)) => PageRequest::new(None, None, Some(ITEMS), Some(&before)),
        (after, _) => PageRequest::new(Some(ITEMS), after.as_deref(), None, None),
    }
}

/// A text as the value of an address.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

impl SourceRow {
    fn of(here: &str, member: Option<&str>, programme: &copying::SourceProgramme) -> Self {
        let from = member.map(|slug| format!("from={slug}&")).unwrap_or_default();
        Self {
            href: format!("{here}?{from}of={}", programme.cycle),
            cycle: programme.cycle.clone(),
            axes: programme.axes,
            commitments: programme.commitments,
            is_sample: programme.is_sample,
        }
    }
}

impl MemberRow {
    fn of(visit: &Visit, here: &str, member: &SourceMember) -> Self {
        let row = |programme| SourceRow::of(here, Some(&member.slug), programme);
        Self {
            name: site_name(visit.words, member.kind.code(), &member.names),
            programmes: member.programmes.iter().map(row).collect(),
        }
    }
}

fn preview(visit: &Visit, programme: &Programme, original: &Original, typed: &Typed) -> PreviewPage {
    let here = format!("{ROOM}/{}/copy", programme.cycle);
    let mut form =
        FormView::to(visit, &here, "office-copy-do").or_back_to(&here).hidden("of", &original.cycle);
    if !original.is_own {
        form = form.hidden("from", &original.slug);
    }
    let member = site_name(visit.words, original.kind.code(), &original.names);
    let args = [("member", Arg::Text(member.plain())), ("cycle", Arg::Text(&original.cycle))];
    // All of it, until somebody has chosen.
    let is_first = typed.get("chosen").is_empty();
    let axis = |axis: &copying::OriginalAxis| AxisChoice {
        id: axis.id.to_string(),
        number: axis.number,
        title: Phrase::written(&axis.titles, visit.locale()),
        is_chosen: is_first || typed.all("axis").any(|id| id == axis.id.to_string()),
        milestones: axis.commitments.iter().map(|one| one.milestones.len()).sum(),
        commitments: axis
            .commitments
            .iter()
            .map(|one| (Phrase::written(&one.titles, visit.locale()), one.milestones.len()))
            .collect(),
    };
    PreviewPage {
        frame: Frame { title: copy_into(visit, programme), ..visit.frame("office-copy-title") },
        room: ROOM,
        source: Phrase::of(visit.words.with("office-copy-from", &args), visit.locale()),
        is_sample: original.is_sample(),
        form: form.hidden("chosen", "yes"),
        axes: original.axes.iter().map(axis).collect(),
        here,
    }
}

/// "Copy into: openness programme 2028-2029".
fn copy_into(visit: &Visit, programme: &Programme) -> Phrase {
    let name = cycle_name(visit, programme);
    let args = [("programme", Arg::Text(name.plain()))];
    Phrase::of(visit.words.with("office-copy-into", &args), visit.locale())
}

impl PreviewPage {
    /// The page again with what core said.
    fn refused(mut self, error: Error) -> Answer {
        let (status, form) = match error {
            Error::Invalid(errors) => (StatusCode::UNPROCESSABLE_ENTITY, self.form.with_errors(&errors)),
            Error::Conflict(key) => (StatusCode::CONFLICT, self.form.with_problem(key)),
            error => return Err(error.into()),
        };
        self.form = form;
        page_with(status, &self)
    }
}
