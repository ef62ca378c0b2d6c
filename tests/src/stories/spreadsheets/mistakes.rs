//! Every mistake a file may have: each is told at its cell as people count, all at once, in the
//! language of the office, and nothing is written.

use std::io::{Cursor, Write as _};
use std::time::Instant;

use infitah_core::programme::editing;
use infitah_core::programme::spreadsheets::{self, MOST_ROWS};
use infitah_core::tenancy::permission::Role;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{CYCLE, HEAD, empty_programme, mistakes_of, scope, sheet};
use crate::harness::TestApp;
use crate::stories::cycle::hidden_draft;
use crate::stories::office_cycle::desks::send_file;

const GOOD: &str = "1;Axe;1;Projet;;1;Activité;;";

/// A workbook with the short heading, filled in by a test.
fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name("Plan").unwrap();
    for (place, heading) in (0..).zip(HEAD.split(';')) {
        page.write_string(0, place, heading).unwrap();
    }
    fill(page);
    book.save_to_buffer().unwrap()
}

/// The first row of a workbook, as [`GOOD`].
fn good(page: &mut Worksheet) {
    for (place, number) in [(0, 1.0), (2, 1.0), (5, 1.0)] {
        page.write_number(1, place, number).unwrap();
    }
    for (place, text) in [(1, "Axe"), (3, "Projet"), (6, "Activité")] {
        page.write_string(1, place, text).unwrap();
    }
}

#[tokio::test]
async fn rows_are_judged_cell_by_cell() {
    let app = TestApp::new().await;
    let id = empty_programme(&app, "fes", CYCLE).await;
    for (rows, expected) in [
        (&["x;Axe;1;Projet;;1;A;;"][..], "row 2, column A (axis_number): “x” is not a whole number"),
        (&["1;Axe;1;Projet;-5;1;A;;"], "row 2, column E (budget): "),
        (&["1;Axe;1;Projet;10,5;1;A;;"], "row 2, column E (budget): “10,5” is not a whole number"),
        (&["1;Axe;1;Projet;;1;A;;101"], "row 2, column I (milestone_weight): "),
        (&["1;Axe;1;Projet;;1;A;;150 %"], "row 2, column I (milestone_weight): “150 %” is not"),
        (&["1;Axe;0;Projet;;1;A;;"], "row 2, column C (commitment_number): "),
        (&["1;Axe;1000;Projet;;1;A;;"], "row 2, column C (commitment_number): "),
        (
            &["1;Axe;1;Projet;;1;A;31/02/2028;"],
            "row 2, column H (milestone_due_on): “31/02/2028” is not a day",
        ),
        (&["1;Axe;1;Projet;;1;A;01/01/2030;"], "row 2, column H (milestone_due_on): The programme ends on"),
        (&["1;Axe;1;Projet;;1;A;31/12/2027;"], "row 2, column H (milestone_due_on): The programme begins on"),
        (
            &[GOOD, ";;;;;1;Encore;;"],
            "row 3, column F (milestone_number): This milestone number is taken in row 2",
        ),
        (
            &[GOOD, "2;Autre;1;;;2;B;;"],
            "row 3, column C (commitment_number): This project stands in axis 1 according to row 2",
        ),
        (
            &[GOOD, "1;Autre;;;;;;;"],
            "row 3, column B (axis_title_fr): This value contradicts what row 2 says",
        ),
        (&[";;;;;1;A;;"], "row 2, column A (axis_number): The number is missing"),
        (&["1;Axe;;Projet;;1;A;;"], "row 2, column C (commitment_number): The number is missing"),
        (&["1;Axe;1;Projet;;;A;;"], "row 2, column F (milestone_number): The number is missing"),
        (&["1;;1;Projet;;1;A;;"], "row 2, column B (axis_title_fr): "),
        (&["1;Axe;1;Projet;;1;;;"], "row 2, column G (milestone_title_fr): "),
        (&["1;Axe;1;Projet;;1;A;;;beaucoup"], "row 2, column J: This cell holds a value"),
        (&[], "The file is empty or has no row below its headings."),
    ] {
        let said = mistakes_of(&app, id, sheet(rows)).await;
        assert_eq!(said.len(), 1, "{rows:?}: {said:#?}");
        assert!(said[0].starts_with(expected), "{rows:?}: {said:#?}");
    }
    // More than a tree holds.
    let many: Vec<String> = (1..=13).map(|axis| format!("{axis};Axe {axis};;;;;;;")).collect();
    let said = mistakes_of(&app, id, sheet(&many.iter().map(String::as_str).collect::<Vec<_>>())).await;
    assert!(said.len() == 1 && said[0].starts_with("row 14, column A (axis_number): "), "{said:#?}");
    assert!(editing::tree(&scope(&app, "fes"), id).await.unwrap().axes.is_empty());
}

#[tokio::test]
async fn all_mistakes_are_told_at_once_in_the_language_of_the_office() {
    let app = TestApp::new().await;
    let id = empty_programme(&app, "fes", CYCLE).await;
    let rows: Vec<String> = (1..=130).map(|number| format!("1;;1;;;{number};A;hier;200")).collect();
    let file = sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let said = mistakes_of(&app, id, file.clone()).await;
    assert_eq!(said.len(), spreadsheets::MOST_SHOWN + 1, "{said:#?}");
    assert!(said[100].ends_with("more mistakes that are not shown here."), "{}", said[100]);
    assert!(said[0].starts_with("row 2, "), "{}", said[0]);

    let amina = app.staff("fes", Role::FocalPoint).await;
    let import = "/office/programme/2028-2029/import";
    let page = send_file(&amina, import, &[], "file", "plan.csv", &file).await.must(422).text();
    assert!(page.contains("السطر 2، العمود H (milestone_due_on): «hier» ليس تاريخا صحيحا"), "{page}");
    assert!(page.contains("type=\"file\""), "the way to try again: {page}");
    send_file(&amina, import, &[], "other", "plan.csv", &file).await.must(422);
    assert!(editing::tree(&scope(&app, "fes"), id).await.unwrap().axes.is_empty());
}

#[tokio::test]
async fn headings_are_needed_known_and_single() {
    let app = TestApp::new().await;
    let id = empty_programme(&app, "fes", CYCLE).await;
    for (head, expected) in [
        (format!("{HEAD};Remarques"), "row 1, column J (Remarques): The column “Remarques” is unknown"),
        (format!("{HEAD};Numéro de l'axe"), "row 1, column J (Numéro de l'axe): This column is there twice"),
        (HEAD.replace("commitment_number;", ""), "The column “Project number” is missing"),
        (HEAD.replace("milestone_title_fr;", ""), "The column “Milestone title” is missing"),
    ] {
        let file = format!("{head}\n{GOOD}");
        let said = mistakes_of(&app, id, file.into_bytes()).await;
        assert!(said.iter().any(|said| said.starts_with(expected)), "{head}: {said:#?}");
    }
}

#[tokio::test]
async fn workbooks_hold_values_and_nothing_cleverer() {
    let app = TestApp::new().await;
    let id = empty_programme(&app, "fes", CYCLE).await;
    let merged = book(|page| {
        good(page);
        page.merge_range(1, 1, 4, 1, "Axe", &Format::new()).unwrap();
    });
    let formula = book(|page| {
        good(page);
        page.write_formula(1, 4, "=1+1").unwrap();
    });
    let weight = book(|page| {
        good(page);
        page.write_number(1, 8, 0.5).unwrap();
    });
    for (file, expected) in [
        (merged, "The cells B2:B5 are merged."),
        (formula, "Sheet “Plan”, row 2, column E (budget): This cell holds a formula."),
        (weight, "Sheet “Plan”, row 2, column I (milestone_weight): “0.5” is not a whole number."),
    ] {
        let said = mistakes_of(&app, id, file).await;
        assert!(said.len() == 1 && said[0].starts_with(expected), "{expected}: {said:#?}");
    }
    // Days as a count, and a cell in the last corner that is only painted.
    let fine = book(|page| {
        good(page);
        page.write_number(1, 7, 46_784.0).unwrap();
        page.write_blank(1_048_575, 16_383, &Format::new().set_bold()).unwrap();
    });
    let outcome = spreadsheets::import(&scope(&app, "fes"), id, fine.into()).await.unwrap();
    assert!(matches!(outcome, spreadsheets::Outcome::Good(_)), "{outcome:?}");
    let tree = editing::tree(&scope(&app, "fes"), id).await.unwrap();
    assert_eq!(tree.commitments[0].milestones[0].due_on.unwrap().to_string(), "2028-02-01");
}

/// A workbook whose sheet unpacks into so many bytes.
fn bomb(bytes: usize) -> Vec<u8> {
    let plain = book(good);
    let mut parts = ZipArchive::new(Cursor::new(plain)).unwrap();
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..parts.len() {
        let part = parts.by_index(part).unwrap();
        let name = part.name().unwrap().into_owned();
        if name == "xl/worksheets/sheet1.xml" {
            made.start_file(name, SimpleFileOptions::default()).unwrap();
            let piece = vec![b' '; 1024 * 1024];
            (0..bytes / piece.len()).for_each(|_| made.write_all(&piece).unwrap());
        } else {
            made.raw_copy_file(part).unwrap();
        }
    }
    made.finish().unwrap().into_inner()
}

/// The same bomb, telling of itself that it is small.
fn lying(mut bomb: Vec<u8>, bytes: usize) -> Vec<u8> {
    let told = u32::try_from(bytes).unwrap().to_le_bytes();
    let places: Vec<usize> =
        bomb.windows(4).enumerate().filter(|(_, four)| *four == told).map(|(place, _)| place).collect();
    assert!(!places.is_empty(), "the size stands in the directory");
    for place in places {
        bomb[place..place + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    bomb
}

#[tokio::test]
async fn what_is_no_spreadsheet_or_too_much_is_refused_fast() {
    let app = TestApp::new().await;
    let id = empty_programme(&app, "fes", CYCLE).await;
    let row = |number: usize| format!("1;Axe;1;Projet;;{number};A;;");
    let many: Vec<String> = (1..=50_000).map(row).collect();
    let long = sheet(&many.iter().map(String::as_str).collect::<Vec<_>>());
    let long_book = book(|page| {
        for row in 1..=50_000 {
            page.write_number(row, 0, 1.0).unwrap();
        }
    });
    let big = bomb(64 * 1024 * 1024);
    assert!(big.len() < 1024 * 1024, "a small file: {}", big.len());
    let liar = lying(big.clone(), 64 * 1024 * 1024);
    let too_many = format!(
        "The file has more rows than the bound, which is {}",
        if MOST_ROWS == 10_000 { "10,000" } else { "?" }
    );
    let arabic = [&b"axis_number;"[..], b"\xc7\xe1\xe3\xcd\xe6\xd1"].concat();
    let no_workbook = "This file is not a spreadsheet";
    let zipped = {
        let mut made = ZipWriter::new(Cursor::new(Vec::new()));
        made.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
        made.write_all(b"<w/>").unwrap();
        made.finish().unwrap().into_inner()
    };
    for (name, file, expected) in [
        ("rows of text", long, too_many.as_str()),
        ("rows of a workbook", long_book, too_many.as_str()),
        ("bomb", big, "The content of the file is beyond the bound of 32 MB"),
        ("lying bomb", liar, ""),
        ("nothing", Vec::new(), "The file is empty"),
        ("blank", b"\n\n \n".to_vec(), "The file is empty"),
        ("document", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3".to_vec(), no_workbook),
        ("other archive", zipped, no_workbook),
        ("broken archive", b"PK\x03\x04 and then nothing".to_vec(), no_workbook),
        ("old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "This file is in the old XLS format"),
        ("Arabic of Windows", arabic, "The file is in Windows-1256 and not in UTF-8"),
        ("Latin", b"axis_number;Intitul\xe9".to_vec(), "The file is in Windows-1252 and not in UTF-8"),
    ] {
        let begun = Instant::now();
        let said = mistakes_of(&app, id, file).await;
        assert!(said.len() == 1 && said[0].starts_with(expected), "{name}: {said:#?}");
        assert!(begun.elapsed().as_secs() < 20, "{name} took {:?}", begun.elapsed());
    }
}

#[tokio::test]
async fn only_an_empty_programme_in_preparation_takes_a_file() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    // The one that is carried out, and one with a draft.
    let running = "/office/programme/2026-2027/import";
    let page = amina.get(running).await.must(200).text();
    assert!(page.contains("يتم الاستيراد أثناء الإعداد فقط") && !page.contains("type=\"file\""), "{page}");
    send_file(&amina, running, &[], "file", "plan.csv", &sheet(&[GOOD])).await.must(409);
    hidden_draft(&app).await;
    let drafted = "/office/programme/2028-2029/import";
    let page = send_file(&amina, drafted, &[], "file", "plan.csv", &sheet(&[GOOD])).await.must(409).text();
    assert!(page.contains("لهذا البرنامج محاور من قبل"), "{page}");
    amina.get("/office/programme/2030-2031/import").await.must(404);
    let tree = amina.get("/office/programme/2028-2029/tree").await.must(200).text();
    assert!(!tree.contains(drafted) && tree.contains("export.xlsx"), "{tree}");
}
