//! The form of a milestone.

use axum::extract::{Form, Path};
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::{CommitmentId, MilestoneId};
use infitah_core::programme::editing::{self, MilestoneInput};
use infitah_core::programme::programmes::Programme;
use infitah_core::tenancy::permission::Action;

use super::commitments::commitment_id;
use super::home;
use crate::answers::Answer;
use crate::office::fields::{Control, FormView};
use crate::office::form_page::FormPage;
use crate::office::programmes::{ROOM, of_cycle};
use crate::office::typed::{Reader, Typed};
use crate::office::visits::{Visit, see_other};

/// `GET /office/programme/{cycle}/tree/commitments/{id}/milestones/new`.
pub(crate) async fn new(visit: Visit, Path((cycle, commitment)): Path<(String, String)>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let commitment = commitment_id(&commitment)?;
    editing::open_commitment(&visit.scope, programme.id, commitment).await?;
    page(&visit, &programme, commitment, None, &Typed::default()).shown()
}

/// `POST /office/programme/{cycle}/tree/commitments/{id}/milestones`.
pub(crate) async fn add(
    visit: Visit,
    Path((cycle, commitment)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    save(&visit, &programme, commitment_id(&commitment)?, None, &typed).await
}

/// `GET /office/programme/{cycle}/tree/commitments/{id}/milestones/{milestone}`.
pub(crate) async fn edit(
    visit: Visit,
    Path((cycle, commitment, id)): Path<(String, String, String)>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let (commitment, id) = (commitment_id(&commitment)?, milestone_id(&id)?);
    let typed = as_typed(&visit, &programme, commitment, id).await?;
    page(&visit, &programme, commitment, Some(id), &typed).shown()
}

/// `POST /office/programme/{cycle}/tree/commitments/{id}/milestones/{milestone}`.
pub(crate) async fn change(
    visit: Visit,
    Path((cycle, commitment, id)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let (commitment, id) = (commitment_id(&commitment)?, milestone_id(&id)?);
    if typed.get("then") != "remove" {
        return save(&visit, &programme, commitment, Some(id), &typed).await;
    }
    match editing::remove_milestone(&visit.scope, commitment, id).await {
        Ok(()) => Ok(see_other(&format!("{}?done=milestone-removed", home(&programme.cycle)))),
        // The button that removes sends nothing of the form.
        Err(error) => {
            let typed = as_typed(&visit, &programme, commitment, id).await?;
            page(&visit, &programme, commitment, Some(id), &typed).refused(&visit, error)
        }
    }
}

/// A milestone as its form shows it.
async fn as_typed(
    visit: &Visit,
    programme: &Programme,
    commitment: CommitmentId,
    id: MilestoneId,
) -> Result<Typed> {
    let tree = editing::tree(&visit.scope, programme.id).await?;
    let milestone = tree
        .commitments
        .into_iter()
        .filter(|one| one.id == commitment)
        .flat_map(|one| one.milestones)
        .find(|milestone| milestone.id == id)
        .ok_or(Error::NotFound("milestone"))?;
    Ok(Typed::default()
        .with("seen", milestone.sign())
        .with("number", milestone.number)
        .with_texts("titles", &milestone.titles)
        .with_some("starts_on", milestone.starts_on)
        .with_some("due_on", milestone.due_on)
        .with("weight", milestone.weight))
}

async fn save(
    visit: &Visit,
    programme: &Programme,
    commitment: CommitmentId,
    id: Option<MilestoneId>,
    typed: &Typed,
) -> Answer {
    let saved = async {
        let mut reader = Reader::of(typed);
        let input = MilestoneInput {
            number: reader.number("number"),
            titles: typed.texts("titles"),
            starts_on: reader.day("starts_on"),
            due_on: reader.day("due_on"),
            weight: reader.number("weight"),
            seen: typed.some("seen"),
        };
        reader.finish()?;
        editing::put_milestone(&visit.scope, commitment, id, input).await
    };
    match saved.await {
        Ok(_) => Ok(see_other(&format!("{}?done=milestone-saved", home(&programme.cycle)))),
        Err(error @ Error::Conflict("tree-changed-meanwhile")) => {
            let id = id.ok_or(Error::NotFound("milestone"))?;
            let stored = as_typed(visit, programme, commitment, id).await?;
            // Saving once more is a decision of somebody who was told.
            let typed = typed.clone().instead("seen", stored.get("seen"));
            page(visit, programme, commitment, Some(id), &typed).beside(&stored).refused(visit, error)
        }
        Err(error) => page(visit, programme, commitment, id, typed).refused(visit, error),
    }
}

fn milestone_id(text: &str) -> Result<MilestoneId> {
    text.parse().map(MilestoneId).map_err(|_| Error::NotFound("milestone"))
}

fn page(
    visit: &Visit,
    programme: &Programme,
    commitment: CommitmentId,
    id: Option<MilestoneId>,
    typed: &Typed,
) -> FormPage {
    let home = home(&programme.cycle);
    let list = format!("{home}/commitments/{commitment}/milestones");
    let action = id.map_or_else(|| list.clone(), |id| format!("{list}/{id}"));
    let form = FormView::to(visit, &action, "common-button-save")
        .hidden("seen", typed.get("seen"))
        .or_back_to(&home)
        .texts(typed, "titles", "change-milestone-title", &Control::Line)
        .field(typed, "starts_on", "change-milestone-starts-on", Control::Day)
        .field(typed, "due_on", "change-milestone-due-on", Control::Day)
        .hint("office-tree-due-hint")
        .field(typed, "weight", "change-milestone-weight", Control::Number)
        .hint("office-tree-weight-hint")
        .field(typed, "number", "change-number", Control::Number)
        .hint("office-tree-number-hint");
    let title = if id.is_some() { "office-tree-milestone-edit" } else { "office-tree-milestone-new" };
    let page = FormPage::of(visit.frame(title), ROOM, form).back_to(home, visit.phrase("office-tree-title"));
    if id.is_none() {
        return page;
    }
    let remove = FormView::to(visit, action, "office-tree-remove").prefixed("remove_");
    page.and(remove.hidden("then", "remove").grave())
}
