//! What these stories share: forms, the lines of the sheet, and forms with files.

use reqwest::Method;

use crate::harness::app::PASSWORD;
use crate::harness::{Answer, Caller, TestApp};

/// Sends a form and reads the page that it leads to.
pub(super) async fn done(caller: &Caller, path: &str, form: &[(&str, &str)], code: &str) -> String {
    let sent = caller.post_form(path, form).await.must(303);
    let next = sent.header("location").to_owned();
    assert!(next.contains(&format!("done={code}")), "{path} leads to {next}");
    caller.get(next.split('#').next().unwrap()).await.must(200).text()
}

/// The value of the first control with this name.
pub(super) fn value(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let found = page.split(&start).nth(1).unwrap_or_else(|| panic!("no {name} in {page:.3000}"));
    found.split('"').next().unwrap().to_owned()
}

/// The ids of the milestones on a sheet in their order.
pub(in crate::stories) fn milestones(page: &str) -> Vec<String> {
    let parts = page.split("data-milestone=\"").skip(1);
    parts.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// The part of a sheet that is about one milestone.
pub(super) fn line<'a>(page: &'a str, id: &str) -> &'a str {
    let rest = page.split(&format!("data-milestone=\"{id}\"")).nth(1).expect("the line");
    rest.split("class=\"panel sheet-line\"").next().unwrap()
}

/// The fields of one line, as a browser names them.
pub(in crate::stories) fn fields(page: &str, id: &str, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let hidden = ["seen", "key"].map(|name| {
        let name = format!("{id}-{name}");
        let value = value(page, &name);
        (name, value)
    });
    let typed = typed.iter().map(|(name, value)| (format!("{id}-{name}"), (*value).to_owned()));
    hidden.into_iter().chain(typed).collect()
}

/// Sends a sheet.
pub(in crate::stories) async fn send(caller: &Caller, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    caller.post_form(path, &fields).await
}

/// Sends a form with one file.
pub(in crate::stories) async fn send_file(
    caller: &Caller,
    path: &str,
    fields: &[(String, String)],
    field: &str,
    file_name: &str,
    bytes: &[u8],
) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--part\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!(
        "--part\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{file_name}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--part--\r\n");
    caller.send(Method::POST, path, Some("multipart/form-data; boundary=part"), body).await
}

/// Signs in anew, after sign-ins of days ago have ended.
pub(in crate::stories) async fn signed_in(app: &TestApp, email: &str) -> Caller {
    let caller = app.anyone("fes");
    let form = [("email", email), ("password", PASSWORD)];
    let cookie = caller.post_form("/office/sign-in", &form).await.must(303).cookie().expect("a cookie");
    caller.with("cookie", &cookie)
}
