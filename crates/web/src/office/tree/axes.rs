//! The form of an axis.

use axum::extract::{Form, Path};
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::AxisId;
use infitah_core::programme::editing::{self, AxisInput};
use infitah_core::programme::programmes::Programme;
use infitah_core::tenancy::permission::Action;

use super::home;
use crate::answers::Answer;
use crate::office::fields::{Control, FormView};
use crate::office::form_page::FormPage;
use crate::office::programmes::{ROOM, of_cycle};
use crate::office::typed::{Reader, Typed};
use crate::office::visits::{Visit, see_other};

/// `GET /office/programme/{cycle}/tree/axes/new`.
pub(crate) async fn new(visit: Visit, Path(cycle): Path<String>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    page(&visit, &programme, None, &Typed::default()).shown()
}

/// `POST /office/programme/{cycle}/tree/axes`.
pub(crate) async fn add(visit: Visit, Path(cycle): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    save(&visit, &programme, None, &typed).await
}

/// `GET /office/programme/{cycle}/tree/axes/{id}`.
pub(crate) async fn edit(visit: Visit, Path((cycle, id)): Path<(String, String)>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let id = axis_id(&id)?;
    let typed = as_typed(&visit, &programme, id).await?;
    page(&visit, &programme, Some(id), &typed).shown()
}

/// `POST /office/programme/{cycle}/tree/axes/{id}`.
pub(crate) async fn change(
    visit: Visit,
    Path((cycle, id)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let id = axis_id(&id)?;
    if typed.get("then") != "remove" {
        return save(&visit, &programme, Some(id), &typed).await;
    }
    match editing::remove_axis(&visit.scope, programme.id, id).await {
        Ok(()) => Ok(see_other(&format!("{}?done=axis-removed", home(&programme.cycle)))),
        // The button that removes sends nothing of the form.
        Err(error) => {
            let typed = as_typed(&visit, &programme, id).await?;
            page(&visit, &programme, Some(id), &typed).refused(&visit, error)
        }
    }
}

/// An axis as its form shows it.
async fn as_typed(visit: &Visit, programme: &Programme, id: AxisId) -> Result<Typed> {
    let tree = editing::tree(&visit.scope, programme.id).await?;
    let axis = tree.axes.into_iter().find(|axis| axis.id == id).ok_or(Error::NotFound("axis"))?;
    Ok(Typed::default()
        .with("seen", axis.sign())
        .with("number", axis.number)
        .with_texts("titles", &axis.titles)
        .with_texts("descriptions", &axis.descriptions))
}

async fn save(visit: &Visit, programme: &Programme, id: Option<AxisId>, typed: &Typed) -> Answer {
    let saved = async {
        let mut reader = Reader::of(typed);
        let number = reader.number("number");
        reader.finish()?;
        let input = AxisInput {
            number,
            titles: typed.texts("titles"),
            descriptions: typed.texts("descriptions"),
            seen: typed.some("seen"),
        };
        editing::put_axis(&visit.scope, programme.id, id, input).await
    };
    match saved.await {
        Ok(_) => Ok(see_other(&format!("{}?done=axis-saved", home(&programme.cycle)))),
        Err(error @ Error::Conflict("tree-changed-meanwhile")) => {
            let id = id.ok_or(Error::NotFound("axis"))?;
            let stored = as_typed(visit, programme, id).await?;
            // Saving once more is a decision of somebody who was told.
            let typed = typed.clone().instead("seen", stored.get("seen"));
            page(visit, programme, Some(id), &typed).beside(&stored).refused(visit, error)
        }
        Err(error) => page(visit, programme, id, typed).refused(visit, error),
    }
}

fn axis_id(text: &str) -> Result<AxisId> {
    text.parse().map(AxisId).map_err(|_| Error::NotFound("axis"))
}

fn page(visit: &Visit, programme: &Programme, id: Option<AxisId>, typed: &Typed) -> FormPage {
    let home = home(&programme.cycle);
    let action = id.map_or_else(|| format!("{home}/axes"), |id| format!("{home}/axes/{id}"));
    let form = FormView::to(visit, &action, "common-button-save")
        .hidden("seen", typed.get("seen"))
        .or_back_to(&home)
        .texts(typed, "titles", "change-title", &Control::Line)
        .texts(typed, "descriptions", "change-description", &Control::Block)
        .field(typed, "number", "change-number", Control::Number)
        .hint("office-tree-number-hint");
    let title = if id.is_some() { "office-tree-axis-edit" } else { "office-tree-axis-new" };
    let page = FormPage::of(visit.frame(title), ROOM, form).back_to(home, visit.phrase("office-tree-title"));
    if id.is_none() {
        return page;
    }
    let remove = FormView::to(visit, action, "office-tree-remove").prefixed("remove_");
    page.and(remove.hidden("then", "remove").grave())
}
