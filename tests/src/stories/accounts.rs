//! Accounts: who works for a member and how they come in, over HTTP and mail.

mod coming_back;
mod passkeys;
mod people;
mod provider;
mod second_factor;
mod sign_ins;

use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::staff;

use crate::harness::app::PASSWORD;
use crate::harness::{Answer, Caller, TestApp};

/// The path of a link to the office.
fn path_of(link: &str) -> String {
    format!("/office/{}", link.split("/office/").nth(1).expect("a link to the office"))
}

/// The link in the last mail to somebody. Mails of one second have no order, so stories that look for
/// another one move the clock before.
fn last_link(app: &TestApp, to: &str, part: &str) -> String {
    let mails = app.mails();
    let own = mails.iter().rev().filter(|mail| mail.header("to").contains(to));
    path_of(&own.map(|mail| mail.link(part)).find(|link| !link.is_empty()).expect("a mail with a link"))
}

/// The id of somebody on the staff.
async fn id_of(app: &TestApp, slug: &str, email: &str) -> String {
    let scope = app.hub.system_scope(app.tenant(slug).clone(), "test");
    let staff = staff::list(&scope).await.unwrap();
    staff.iter().find(|one| one.email == email).expect("on the staff").id.to_string()
}

async fn sign_in(app: &TestApp, slug: &str, email: &str, password: &str) -> Answer {
    app.anyone(slug).post_form("/office/sign-in", &[("email", email), ("password", password)]).await
}

/// Somebody with the cookie that an answer set.
fn with_cookie(app: &TestApp, slug: &str, answer: &Answer) -> Caller {
    app.anyone(slug).with("cookie", &answer.cookie().expect("a cookie"))
}

/// Invites by the form and accepts by the mail, with the usual password; gives who signed in.
async fn join(app: &TestApp, admin: &Caller, slug: &str, email: &str, role: Role) -> Caller {
    let name = email.split('@').next().unwrap();
    let form = [("email", email), ("displayName", name), ("role", role.code()), ("locale", "fr")];
    admin.post_form("/office/people", &form).await.must(303);
    app.run_worker().await;
    let path = last_link(app, email, "/office/invitation/");
    let accepted = app.anyone(slug).post_form(&path, &[("password", PASSWORD)]).await.must(303);
    with_cookie(app, slug, &accepted)
}

/// Where the form of the first open invitation of a page is sent.
fn action_of(page: &str) -> String {
    let start = page.find("/office/people/invitations/").expect("an open invitation");
    page[start..].split('"').next().unwrap().to_owned()
}
