//! The office: the pages for people who are signed in, at a member and at the network. Each door
//! parses, calls core and fills a template; rules and permissions are core's.

mod account;
mod account_factor;
mod account_gate;
mod articles;
mod audit;
mod audit_files;
mod audit_words;
mod autosaves;
mod breaches;
mod charts;
mod committee;
mod copying;
mod corrections;
mod covers;
mod dashboard;
mod deliveries;
mod documents;
mod domains;
mod door;
mod editors;
mod event_forms;
mod events;
mod evidence;
mod exports;
mod fields;
mod form_page;
mod forms;
mod frames;
mod histories;
mod home;
mod imports;
mod invitations;
mod media;
mod menus;
mod newsroom;
mod notices;
mod outbox;
mod outcomes;
mod pages;
mod passkey_gate;
mod passkeys;
mod people;
mod people_one;
mod personal_data;
mod picture_lists;
mod programme_page;
mod programmes;
mod provider_gate;
mod publications;
mod queue;
mod sent;
mod sessions;
mod settings;
mod sheet_lines;
mod sheets;
mod sign_ins;
mod steps;
#[cfg(test)]
mod tests;
mod tree;
mod typed;
mod uploads;
mod verbs;
mod visits;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{get, post};

/// The routes of the office, relative to the root of a host.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/office", get(sign_ins::enter))
        .route("/office/", get(sign_ins::enter))
        .route("/office/sign-in", get(sign_ins::show).post(sign_ins::open))
        .route("/office/sign-out", post(sign_ins::close))
        .route("/office/invitation/{token}", get(invitations::show).post(invitations::accept))
        .route(home::ROOM, get(home::show))
        .route("/office/dashboard", get(dashboard::show))
        .route(deliveries::ROOM, get(deliveries::list))
        .route("/office/outbox", get(outbox::list))
        .route("/office/outbox/{name}", get(outbox::show))
        .merge(article_routes())
        .merge(people_routes())
        .merge(account_routes())
        .merge(event_routes())
        .merge(page_routes())
        .merge(programme_routes())
        .merge(report_routes())
        .merge(outcome_routes())
        .merge(library_routes())
        .merge(document_routes())
        .merge(trust_routes())
        .route_layer(from_fn(door::complete))
}

/// The newsroom. An article in four languages is longer than other forms.
fn article_routes() -> Router {
    Router::new()
        .route("/office/articles", get(articles::list).post(articles::create))
        .route("/office/articles/new", get(articles::new))
        .route("/office/articles/autosave", post(autosaves::save))
        .route("/office/articles/discard", post(autosaves::discard))
        .route("/office/articles/{id}", get(articles::edit).post(articles::update))
        .route("/office/articles/{id}/preview", get(publications::preview))
        .route("/office/articles/{id}/publish", post(publications::publish))
        .route(
            "/office/articles/{id}/unpublish",
            get(publications::ask_unpublish).post(publications::unpublish),
        )
        .route("/office/articles/{id}/history", get(histories::list))
        .route("/office/articles/{id}/history/{version}", get(histories::show).post(histories::restore))
        .route("/office/articles/{id}/{verb}", post(newsroom::act))
        .route_layer(DefaultBodyLimit::max(4 * 1024 * 1024))
}

/// The rooms of those who manage the staff.
fn people_routes() -> Router {
    Router::new()
        .route("/office/people", get(people::list).post(people::invite))
        .route("/office/people/new", get(people::new))
        .route("/office/people/second-factor", post(people::demand))
        .route("/office/people/invitations/{id}", post(people::change_invitation))
        .route("/office/people/{id}", get(people_one::show).post(people_one::change))
}

/// The rooms of everybody's own account, and the ways back in.
fn account_routes() -> Router {
    Router::new()
        .route("/office/account", get(account::show))
        .route("/office/account/details", get(account::ask_details).post(account::change_details))
        .route("/office/account/password", get(account::ask_password).post(account::change_password))
        .route("/office/account/sign-ins", post(account::end_others))
        .route("/office/account/sign-ins/{id}", post(account::end))
        .route("/office/account/passkeys", get(passkeys::back).post(passkeys::add))
        .route("/office/account/passkeys/new", get(passkeys::new).post(passkeys::begin))
        .route("/office/account/passkeys/{id}", get(passkeys::ask_removal).post(passkeys::remove))
        .route("/office/account/second-factor", get(account_factor::show).post(account_factor::begin))
        .route("/office/account/second-factor/on", get(account_factor::show).post(account_factor::confirm))
        .route("/office/account/second-factor/codes", get(account_factor::show).post(account_factor::renew))
        .route("/office/account/second-factor/off", get(account_factor::show).post(account_factor::turn_off))
        .route("/office/sign-in/second", get(account_gate::ask_second).post(account_gate::second))
        .route("/office/sign-in/passkey", get(sign_ins::show).post(passkey_gate::sign_in))
        .route("/office/sign-in/passkey/options", post(passkey_gate::ask))
        .route("/office/sign-in/provider", get(provider_gate::begin))
        .route("/office/sign-in/provider/callback", get(provider_gate::pass_on))
        .route("/office/sign-in/provider/arrival", get(provider_gate::arrive))
        .route("/office/sign-in/provider/finish", get(provider_gate::finish))
        .route("/office/account/provider", get(account::back).post(account::unlink))
        .route("/office/forgot", get(account_gate::ask_forgot).post(account_gate::forgot))
        .route("/office/reset/{token}", get(account_gate::ask_reset).post(account_gate::reset))
}

/// The rooms of events.
fn event_routes() -> Router {
    Router::new()
        .route("/office/events", get(events::list).post(events::create))
        .route("/office/events/new", get(events::new))
        .route("/office/events/{id}", get(events::edit).post(events::update))
        .route("/office/events/{id}/record", post(events::record))
        .route("/office/events/{id}/cancel", post(events::cancel))
        .route("/office/events/{id}/take-back", post(events::take_back))
        .route("/office/events/{id}/archive", post(events::archive))
        .route_layer(DefaultBodyLimit::max(4 * 1024 * 1024))
}

/// The rooms of pages that stay.
fn page_routes() -> Router {
    Router::new()
        .route("/office/pages", get(pages::list).post(pages::create))
        .route("/office/pages/new", get(pages::new))
        .route("/office/pages/autosave", post(autosaves::save_page))
        .route("/office/pages/discard", post(autosaves::discard_page))
        .route("/office/pages/{id}", get(pages::edit).post(pages::update))
        .route("/office/pages/{id}/take-back", post(pages::take_back))
        .route("/office/pages/{id}/up", post(pages::up))
        .route("/office/pages/{id}/down", post(pages::down))
        .route_layer(DefaultBodyLimit::max(4 * 1024 * 1024))
}

/// The rooms of the programme and its council.
fn programme_routes() -> Router {
    Router::new()
        .route("/office/programme", get(programmes::list).post(programmes::create))
        .route("/office/programme/new", get(programmes::new))
        .route("/office/programme/{cycle}", get(programme_page::show))
        .route("/office/programme/{cycle}/settings", get(programmes::settings).post(programmes::change))
        .route("/office/programme/{cycle}/next/{verb}", get(verbs::ask).post(verbs::act))
        .route("/office/programme/{cycle}/steps/{step}", get(steps::show).post(steps::change))
        .route("/office/programme/template.xlsx", get(exports::template_xlsx))
        .route("/office/programme/template.csv", get(exports::template_csv))
        .route("/office/programme/{cycle}/export.xlsx", get(exports::xlsx))
        .route("/office/programme/{cycle}/export.csv", get(exports::csv))
        .route("/office/programme/{cycle}/copy", get(copying::show).post(copying::copy))
        .route("/office/programme/{cycle}/tree", get(tree::show))
        .route("/office/programme/{cycle}/tree/axes", post(tree::axes::add))
        .route("/office/programme/{cycle}/tree/axes/new", get(tree::axes::new))
        .route("/office/programme/{cycle}/tree/axes/{id}", get(tree::axes::edit).post(tree::axes::change))
        .route("/office/programme/{cycle}/tree/commitments", post(tree::commitments::add))
        .route("/office/programme/{cycle}/tree/commitments/new", get(tree::commitments::new))
        .route(
            "/office/programme/{cycle}/tree/commitments/{id}",
            get(tree::commitments::edit).post(tree::commitments::change),
        )
        .route("/office/programme/{cycle}/tree/commitments/{id}/milestones", post(tree::milestones::add))
        .route("/office/programme/{cycle}/tree/commitments/{id}/milestones/new", get(tree::milestones::new))
        .route(
            "/office/programme/{cycle}/tree/commitments/{id}/milestones/{milestone}",
            get(tree::milestones::edit).post(tree::milestones::change),
        )
        .route("/office/programme/{cycle}/committee", get(committee::list).post(committee::add))
        .route("/office/programme/{cycle}/committee/new", get(committee::new))
        .route("/office/programme/{cycle}/committee/{id}", get(committee::edit).post(committee::change))
        .route("/office/sessions", get(sessions::list).post(sessions::add))
        .route("/office/sessions/new", get(sessions::new))
        .route("/office/sessions/{id}", get(sessions::edit).post(sessions::change))
}

/// The rooms of the reports, and those that take files: only they take more than a form.
fn report_routes() -> Router {
    let with_files = Router::new()
        .route("/office/programme/{cycle}/import", get(imports::show).post(imports::take))
        .route("/office/reports/{cycle}", get(sheets::show).post(sheets::send))
        .route("/office/reports/{cycle}/files", post(sheets::upload))
        .route_layer(DefaultBodyLimit::max(sent::MOST_BYTES));
    Router::new()
        .route("/office/files/{id}", get(evidence::show))
        .route("/office/reports/queue", get(queue::list))
        .route("/office/reports/queue/{id}", post(queue::decide))
        .route("/office/reports/mine", get(queue::mine))
        .route("/office/reports/corrections/{id}", get(corrections::show).post(corrections::send))
        .route("/office/reports/eyes", post(queue::set_eyes))
        .route("/office/reports/{cycle}/drafts", post(sheets::save_draft))
        .merge(with_files)
}

/// The rooms of one commitment.
fn outcome_routes() -> Router {
    let here = |rest: &str| format!("/office/programme/{{cycle}}/commitments/{{number}}/{rest}");
    Router::new()
        .route(&here("outcomes"), get(outcomes::show))
        .route(&here("indicators"), post(outcomes::add_indicator))
        .route(&here("indicators/new"), get(outcomes::new_indicator))
        .route(&here("indicators/{id}"), get(outcomes::edit_indicator).post(outcomes::change_indicator))
        .route(&here("indicators/{id}/measure"), get(outcomes::ask_value).post(outcomes::measure))
        .route(&here("assessments"), post(outcomes::record))
        .route(&here("assessments/new"), get(outcomes::new_assessment))
}

/// The rooms of the library. Only the one that takes files takes more than a form.
fn library_routes() -> Router {
    let with_files = Router::new()
        .route("/office/media", get(media::list).post(uploads::send))
        .route_layer(DefaultBodyLimit::max(uploads::MOST_AT_ONCE));
    Router::new()
        .route("/office/media/{id}", get(media::show).post(media::change))
        .route("/office/media/{id}/delete", get(media::ask_removal).post(media::remove))
        .route("/office/media/{id}/picture/{width}", get(media::picture))
        .merge(with_files)
}

/// The rooms of the documents. Those that take a file take more than a form.
fn document_routes() -> Router {
    let with_files = Router::new()
        .route("/office/documents", get(documents::list).post(documents::create))
        .route("/office/documents/{id}/versions", post(documents::add_version))
        .route_layer(DefaultBodyLimit::max(sent::MOST_BYTES));
    Router::new()
        .route("/office/documents/new", get(documents::new))
        .route("/office/documents/{id}", get(documents::show).post(documents::change))
        .route("/office/documents/{id}/turn/{verb}", post(documents::turn))
        .merge(with_files)
}

/// The rooms of those who answer for the site.
fn trust_routes() -> Router {
    let with_files = Router::new()
        .route("/office/settings", get(settings::show).post(settings::save))
        .route("/office/settings/preview", post(settings::preview))
        .route_layer(DefaultBodyLimit::max(sent::MOST_BYTES));
    Router::new()
        .route("/office/audit", get(audit::list))
        .route("/office/audit.csv", get(audit_files::csv))
        .route("/office/audit.jsonl", get(audit_files::jsonl))
        .route("/office/settings/restore", post(settings::restore))
        .route("/office/settings/domain", get(domains::show).post(domains::act))
        .route("/office/personal-data", get(personal_data::show).post(personal_data::search))
        .route("/office/personal-data/export", post(personal_data::export))
        .route("/office/personal-data/erase", post(personal_data::erase))
        .route("/office/personal-data/requests", post(personal_data::record))
        .route("/office/personal-data/requests/{id}", post(personal_data::finish))
        .merge(with_files)
}
