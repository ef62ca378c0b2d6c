//! The tree of a programme written by forms: an axis, a commitment, a milestone, each refused where
//! it is wrong with nothing lost, changed, and taken out again.

use infitah_core::tenancy::permission::Role;

use super::desks::{done, signed_in, value};
use crate::harness::TestApp;
use crate::stories::cycle::hidden_draft;

const TREE: &str = "/office/programme/2028-2029/tree";

/// The path of the link whose words are these.
fn link(page: &str, words: &str) -> String {
    let end = page.find(&format!(">{words}")).unwrap_or_else(|| panic!("no link to {words}: {page}"));
    let start = page[..end].rfind("href=\"").expect("a link") + 6;
    page[start..end].split('"').next().expect("its path").to_owned()
}

#[tokio::test]
async fn tree_is_written_by_forms() {
    let app = TestApp::new().await;
    hidden_draft(&app).await;
    let email = app.account("fes", Role::FocalPoint).await;
    let amina = signed_in(&app, &email).await;
    let page = amina.get("/office/programme/2028-2029").await.must(200).text();
    assert!(page.contains(&format!("href=\"{TREE}\"")), "{page}");

    let axes = format!("{TREE}/axes");
    let refused =
        amina.post_form(&axes, &[("descriptions_ar", "وصف"), ("number", "1")]).await.must(422).text();
    assert!(refused.contains("وصف"), "nothing typed is lost: {refused}");
    let axis = [("titles_ar", "محور جديد"), ("number", "")];
    let page = done(&amina, &axes, &axis, "axis-saved").await;
    let axis = link(&page, "محور جديد");
    let id = axis.rsplit('/').next().expect("an id").to_owned();

    // A commitment with an Arabic budget and a value; the form shows all of it again.
    let commitments = format!("{TREE}/commitments");
    let written = [
        ("axis", id.as_str()),
        ("titles_ar", "نشر الميزانية"),
        ("problems_ar", "لا تنشر الميزانية"),
        ("budget", "٢٥٠٠٠٠"),
        ("value_public_accountability", "yes"),
        ("ends_on", "2031-01-01"),
    ];
    let refused = amina.post_form(&commitments, &written).await.must(422).text();
    assert!(refused.contains("id=\"ends_on_error\"") && refused.contains("لا تنشر الميزانية"), "{refused}");
    let page = done(&amina, &commitments, &written[..5], "commitment-saved").await;
    let commitment = link(&page, "نشر الميزانية");
    let form = amina.get(&commitment).await.must(200).text();
    assert!(form.contains("value=\"250000\"") && form.contains("لا تنشر الميزانية"), "{form}");
    // What is rarely filled in stands open because it holds the budget; no policy area is ticked.
    assert!(form.contains("<details class=\"rare\" open>"), "{form}");
    let areas = [("areas", "shown"), ("policy_open_data", "yes"), ("policy_made_up", "yes")];
    let ticked = [&written[..2], &areas, &[("version", "1")]].concat();
    done(&amina, &commitment, &ticked, "commitment-saved").await;
    let form = amina.get(&commitment).await.must(200).text();
    assert!(form.contains("name=\"policy_open_data\" value=\"yes\" checked"), "{form}");
    assert!(form.contains("name=\"policy_youth\" value=\"yes\">") && !form.contains("policy_made_up"));
    assert!(form.contains("<details class=\"rare\">"), "nothing rare is left: {form}");

    let milestones = format!("{commitment}/milestones");
    amina.get(&format!("{milestones}/new")).await.must(200);
    let late = [("titles_ar", "جمع المعطيات"), ("due_on", "2030-01-01"), ("weight", "2")];
    let refused = amina.post_form(&milestones, &late).await.must(422).text();
    assert!(refused.contains("id=\"due_on_error\"") && refused.contains("value=\"2030-01-01\""), "{refused}");
    let good = [("titles_ar", "جمع المعطيات"), ("due_on", "2029-06-30"), ("weight", "2")];
    let page = done(&amina, &milestones, &good, "milestone-saved").await;
    let milestone = link(&page, "جمع المعطيات");
    assert!(amina.get(&milestone).await.must(200).text().contains("value=\"2029-06-30\""));

    // Two people at once: the second is told, and what was typed stays.
    let change = [("axis", id.as_str()), ("titles_ar", "نشر الميزانية كاملة"), ("version", "2")];
    done(&amina, &commitment, &change, "commitment-saved").await;
    let late = [change[0], ("titles_ar", "نشر الميزانية المفتوحة"), change[2]];
    let refused = amina.post_form(&commitment, &late).await.must(409).text();
    assert!(
        refused.contains("value=\"نشر الميزانية المفتوحة\"")
            && refused.contains("name=\"version\" value=\"3\"")
    );
    let both = "نشر الميزانية <del>كاملة</del> <ins>المفتوحة</ins>";
    assert!(refused.contains(both), "what the other one wrote stands beside it: {refused}");
    // Whoever was told and saves once more has decided so.
    let again = [late[0], late[1], ("version", "3")];
    done(&amina, &commitment, &again, "commitment-saved").await;

    // The same for an axis and a milestone, which carry a sign of what was seen.
    let (axis_seen, milestone_seen) =
        (value(&amina.get(&axis).await.text(), "seen"), value(&amina.get(&milestone).await.text(), "seen"));
    for (path, seen, code) in
        [(&axis, &axis_seen, "axis-saved"), (&milestone, &milestone_seen, "milestone-saved")]
    {
        let first = [("titles_ar", "محور جديد أول"), ("weight", "2"), ("seen", seen.as_str())];
        done(&amina, path, &first, code).await;
        let late = [("titles_ar", "محور جديد ثان"), ("weight", "2"), ("seen", seen.as_str())];
        let refused = amina.post_form(path, &late).await.must(409).text();
        assert!(refused.contains("محور جديد <del>أول</del> <ins>ثان</ins>"), "{refused}");
        let seen = value(&refused, "seen");
        done(&amina, path, &[late[0], late[1], ("seen", &seen)], code).await;
    }

    // What holds something is not taken out by one press.
    let removal = [("then", "remove")];
    let refused = amina.post_form(&axis, &removal).await.must(409).text();
    assert!(refused.contains("محور جديد"));
    amina.post_form(&commitment, &removal).await.must(422);
    done(&amina, &milestone, &removal, "milestone-removed").await;
    done(&amina, &commitment, &[("then", "remove"), ("sure", "yes")], "commitment-removed").await;
    let page = done(&amina, &axis, &removal, "axis-removed").await;
    assert!(!page.contains("محور جديد"));
    amina.get(&commitment).await.must(404);
    app.anyone("fes").get("/ar/programme/2028-2029/commitments/3").await.must(404);
}
