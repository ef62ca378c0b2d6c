//! A focal point fills in the template, sees what it would add, and confirms.

use bytes::Bytes;
use infitah_core::Locale;
use infitah_core::programme::editing;
use infitah_core::programme::spreadsheets::{self, Format, Outcome};
use infitah_core::tenancy::permission::Role;

use super::{CYCLE, HEAD, empty_programme, scope};
use crate::harness::TestApp;
use crate::stories::office_cycle::desks::send_file;

const HERE: &str = "/office/programme/2028-2029";

/// What the page carries to the next step.
fn carried(page: &str) -> String {
    let plan = page.split("name=\"plan\" value=\"").nth(1).unwrap_or_else(|| panic!("no plan: {page}"));
    let plan = plan.split('"').next().unwrap();
    let plain = [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    plain.iter().fold(plan.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[tokio::test]
async fn focal_point_imports_a_programme_in_two_steps() {
    let app = TestApp::new().await;
    let id = empty_programme(&app, "fes", CYCLE).await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let import = format!("{HERE}/import");
    let tree = amina.get(&format!("{HERE}/tree")).await.must(200).text();
    assert!(tree.contains(&format!("href=\"{import}\"")), "{tree}");
    let page = amina.get(&import).await.must(200).text();
    assert!(page.contains("/office/programme/template.xlsx?locale=ar"), "{page}");

    // The first step says what the file would add, and adds nothing.
    let file = [
        &format!("{HEAD};problem_fr"),
        "1;Transparence;1;\"=Publier le \"\"budget\"\" & <tout>\";١٢٥٠٠٠٠;1;Collecter;31/01/2028;;\"Rien;\r\n-ou peu\"",
        ";;;;;2;Publier;2028-06-30;3;",
        "2;Participation;;;;;;;;",
    ];
    let file = file.join("\n").into_bytes();
    let checked = send_file(&amina, &import, &[], "file", "plan.csv", &file).await.must(200).text();
    assert!(
        checked.contains("محوران") && checked.contains("مشروع واحد") && checked.contains("نشاطان"),
        "{checked}"
    );
    assert!(editing::tree(&scope(&app, "fes"), id).await.unwrap().axes.is_empty());

    // The second step writes it, whoever sends it is asked once more, and it happens once.
    let plan = ("plan".to_owned(), carried(&checked).replace("\r\n", "\n").replace('\n', "\r\n"));
    let reader = app.staff("fes", Role::Moderator).await;
    send_file(&reader, &import, std::slice::from_ref(&plan), "file", "", &[]).await.must(403);
    let neighbour = app.staff("agadir", Role::FocalPoint).await;
    send_file(&neighbour, &import, std::slice::from_ref(&plan), "file", "", &[]).await.must(404);
    let done = send_file(&amina, &import, std::slice::from_ref(&plan), "file", "", &[]).await.must(303);
    assert_eq!(done.header("location"), format!("{HERE}/tree?done=programme-imported"));
    let tree = amina.get(&format!("{HERE}/tree?done=programme-imported")).await.must(200).text();
    assert!(tree.contains("تم استيراد البرنامج") && tree.contains("Participation"), "{tree}");
    let again = send_file(&amina, &import, &[plan], "file", "", &[]).await.must(409).text();
    assert!(again.contains("لهذا البرنامج محاور من قبل"), "{again}");

    let known = editing::tree(&scope(&app, "fes"), id).await.unwrap();
    let commitment = &known.commitments[0];
    assert_eq!(commitment.titles.text(Locale::Fr), "=Publier le \"budget\" & <tout>");
    assert_eq!(commitment.problems.text(Locale::Fr), "Rien;\n-ou peu");
    assert_eq!((commitment.axis, commitment.budget), (1, Some(1_250_000)));
    let milestones: Vec<_> = commitment
        .milestones
        .iter()
        .map(|milestone| (milestone.number, milestone.due_on.unwrap().to_string(), milestone.weight))
        .collect();
    assert_eq!(milestones, [(1, "2028-01-31".to_owned(), 1), (2, "2028-06-30".to_owned(), 3)]);
    // Nobody reads it before the draft is published.
    app.anyone("fes").get("/fr/programme/2028-2029/commitments/1").await.must(404);
}

#[tokio::test]
async fn programme_is_downloaded_and_the_template_filled_in() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let id = empty_programme(&app, "fes", CYCLE).await;

    // Both templates are empty until somebody writes into them, and explain the codes.
    for locale in ["ar", "fr"] {
        for kind in ["xlsx", "csv"] {
            let path = format!("/office/programme/template.{kind}?locale={locale}");
            let template = amina.get(&path).await.must(200);
            assert!(template.header("content-disposition").contains(&format!("programme-{locale}.{kind}")));
            let import = format!("{HERE}/import");
            let refused = send_file(&amina, &import, &[], "file", "t", &template.body).await.must(422).text();
            assert!(refused.contains("الملف فارغ"), "{refused}");
        }
    }
    let mut template = amina.get("/office/programme/template.csv?locale=fr").await.must(200).text();
    assert!(template.contains("# open_data: ") && template.starts_with('\u{feff}'), "{template}");
    let columns = template.lines().next().unwrap().split(';').count();
    let mut row = vec![String::new(); columns];
    let headings: Vec<String> = template.lines().next().unwrap().split(';').map(str::to_owned).collect();
    for (heading, value) in [
        ("Numéro de l’axe", "1"),
        ("Intitulé de l’axe (français)", "Transparence"),
        ("Numéro du projet", "1"),
        ("Intitulé du projet (arabe)", "نشر الميزانية"),
        ("Valeurs du gouvernement ouvert", "Participation citoyenne"),
    ] {
        let place = headings.iter().position(|one| one.trim_start_matches('\u{feff}') == heading);
        row[place.unwrap_or_else(|| panic!("{heading} in {headings:?}"))] = value.to_owned();
    }
    template.push_str(&row.join(";"));
    let outcome =
        spreadsheets::import(&scope(&app, "fes"), id, Bytes::from(template.into_bytes())).await.unwrap();
    let Outcome::Good(plan) = outcome else { panic!("{outcome:?}") };
    assert_eq!(plan.counts().commitments, 1);

    // In the language of the office, for everybody who reads drafts.
    let reader = app.staff("fes", Role::Moderator).await;
    let file = reader.get(&format!("{HERE}/export.csv")).await.must(200);
    assert!(file.text().starts_with("\u{feff}رقم المحور;"), "{}", file.text());
    assert!(file.text().contains("civic_participation"));
    assert!(file.header("content-disposition").contains("fes-2028-2029.csv"));
    let file = reader.get(&format!("{HERE}/export.xlsx")).await.must(200);
    assert!(file.body.starts_with(b"PK"));
    app.anyone("fes").get(&format!("{HERE}/export.csv")).await.must(303);
    app.staff("agadir", Role::Admin).await.get(&format!("{HERE}/export.csv")).await.must(404);

    // The sheet of an Arabic office is read from right to left, that of a French one is not.
    for (locale, is_rtl) in [(Locale::Ar, true), (Locale::Fr, false)] {
        let bytes = spreadsheets::template(&scope(&app, "fes"), Format::Xlsx, locale).await.unwrap();
        let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let page = std::io::read_to_string(book.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
        assert_eq!(page.contains("rightToLeft=\"1\""), is_rtl, "{page:.500}");
    }
}
