//! Every template of the office in Arabic, French and Amazigh: language and direction are said, nothing
//! is styled or scripted inline, and what surrounds a page is there.

use askama::Template;
use infitah_core::ground::error::FieldError;
use infitah_core::ground::localised::Localised;
use infitah_core::news::articles::Status;
use infitah_core::programme::progress::Progress;
use infitah_core::tenancy::collectivities::Kind;
use infitah_i18n::{Locale, Words};

use super::articles::{ArticlesPage, Row};
use super::breaches;
use super::charts::{Chart, Shape, shades};
use super::dashboard::{DashboardPage, LateView, Listing, ProgressView, RegionView, StaleView};
use super::editors::{Choice, EditorPage, Facts, Panel, Side, panels};
use super::forms::ArticleForm;
use super::frames::Frame;
use super::invitations::InvitationPage;
use super::menus::{MenuGroup, MenuItem};
use super::notices::NoticePage;
use super::outbox::{Letter, LetterPage, OutboxPage, Piece};
use super::passkeys::ReadyPage;
use super::provider_gate::ArrivalPage;
use super::publications::{PreviewPage, UnpublishPage};
use super::sign_ins::SignInPage;
use crate::layout::{Page, Room, Site};
use crate::network::maps::outline;
use crate::words::Phrase;

fn frame(locale: Locale, title: &str) -> Frame {
    let words = Words::of(locale);
    Frame {
        words,
        title: Phrase::of(words.get(title), locale),
        site: Phrase::of(words.with("kind-commune-named", &[("name", "فاس".into())]), locale),
        site_url: "http://fes.localhost:8080/ar/".into(),
        theme: Some("/assets/theme-0b5a4e.css".into()),
        is_sample: false,
        person: Some("م. الإدريسي".into()),
        menu: vec![
            MenuGroup {
                code: "publishing",
                items: vec![MenuItem { path: "/office/articles", key: "office-menu-articles" }],
            },
            MenuGroup {
                code: "own",
                items: vec![MenuItem { path: "/office/outbox", key: "office-menu-outbox" }],
            },
        ],
        done: Some("office-editor-saved"),
    }
}

/// Renders a page and checks what must hold for all.
fn rendered(page: &impl Template, locale: Locale) -> String {
    let html = page.render().expect("the template renders");
    let start = format!("<!doctype html>\n<html lang=\"{}\" dir=\"{}\">", locale.code(), locale.direction());
    assert!(html.starts_with(&start), "{}", &html[..200.min(html.len())]);
    let html_of_scripts = html.matches("<script").count();
    assert_eq!(html_of_scripts, html.matches("<script src=\"/assets/").count(), "a script within {html}");
    for inline in ["style=", "<style", "onclick", "javascript:"] {
        assert!(!html.contains(inline), "{inline} in {html}");
    }
    assert_eq!(html.matches("<h1").count(), 1, "{html}");
    assert_eq!(html.matches("id=\"main\"").count(), 1, "{html}");
    assert!(html.contains("<title>") && html.contains("href=\"#main\""));
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id comes twice in {html}");
    for described in html.split("aria-describedby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        for id in described.split(' ') {
            assert!(ids.contains(&id), "{id} describes and does not exist");
        }
    }
    for target in html.split("<label for=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&target), "{target} is labelled and does not exist");
    }
    // A key that has no message is shown as itself.
    for area in [
        "office-articles-",
        "office-editor-",
        "office-sign-in-",
        "account-passkey",
        "office-invitation-",
        "dashboard-",
        "state-",
    ] {
        assert!(!html.contains(&format!(">{area}")), "a missing message of {area} in {html}");
    }
    html
}

/// A text that exists in Arabic only, on a page in `page`.
fn arabic(text: &str, page: Locale) -> Phrase {
    let texts = Localised::new([(Locale::Ar, text.to_owned())]);
    Phrase::written(&texts, page).expect("a text")
}

const LOCALES: [Locale; 3] = [Locale::Ar, Locale::Fr, Locale::Zgh];

fn sign_in(locale: Locale) -> SignInPage {
    SignInPage {
        frame: frame(locale, "office-sign-in-title"),
        email: "amina@example.org".into(),
        next: "/office/articles?status=draft&after=x".into(),
        refusal: None,
        again_at: None,
        is_wrong: false,
        has_passkeys: true,
        provider: Some(("/office/sign-in/provider?next=/office/articles".into(), "<Portail>".into())),
    }
}

#[test]
fn sign_in_page_keeps_the_address_and_never_the_password() {
    for locale in LOCALES {
        let words = Words::of(locale);
        let fresh = rendered(&sign_in(locale), locale);
        assert!(!fresh.contains("id=\"refusal\"") && fresh.contains("after=x"));
        let refusal = Some(Phrase::of(words.get("office-sign-in-failed"), locale));
        let again_at = Some(Phrase::own("14:32", locale));
        let wrong = rendered(&SignInPage { refusal, again_at, is_wrong: true, ..sign_in(locale) }, locale);
        assert!(wrong.contains("value=\"amina@example.org\"") && wrong.contains("14:32"));
        assert_eq!(wrong.matches("aria-invalid=\"true\"").count(), 2);
        assert_eq!(wrong.matches("value=").count(), 3, "next twice and email, no password: {wrong}");
        assert!(wrong.contains("href=\"/office/sign-in/provider?next=/office/articles\""), "{wrong}");
        assert!(wrong.contains("&lt;Portail&gt;") || wrong.contains("&#60;Portail&#62;"), "{wrong}");
        assert!(wrong.contains("<form id=\"passkey-sign-in\"") && wrong.contains("/passkey\" hidden data-"));
        let without = rendered(&SignInPage { has_passkeys: false, ..sign_in(locale) }, locale);
        assert!(!without.contains("passkey") && !without.contains("<script"), "{without}");
    }
}

#[test]
fn page_that_asks_the_device_carries_what_to_ask() {
    for locale in LOCALES {
        let page = ReadyPage {
            frame: frame(locale, "account-passkey-ready"),
            room: "/office/account",
            name: "<b>\"هاتف\"".into(),
            options: "{\"publicKey\":{\"user\":{\"name\":\"<script>\"}}}".into(),
        };
        let html = rendered(&page, locale);
        assert!(!html.contains("<b>") && !html.contains("<script>"), "{html}");
        assert!(html.contains("data-asked=\"{&#34;publicKey&#34;"), "{html}");
        assert!(
            html.contains("action=\"/office/account/passkeys\" hidden data-"),
            "shown by its script: {html}"
        );
    }
}

#[test]
fn page_of_arrival_goes_on_by_itself() {
    for locale in LOCALES {
        let path = "/office/sign-in/provider/finish?state=fes.a\"><b>&code=x".to_owned();
        let html = rendered(&ArrivalPage { frame: frame(locale, "office-sign-in-arrival"), path }, locale);
        assert!(
            html.contains("http-equiv=\"refresh\" content=\"0; url=/office/sign-in/provider/finish?state=")
        );
        assert!(!html.contains("<b>"), "{html}");
    }
}

#[test]
fn invitation_asks_for_a_new_password_or_the_known_one() {
    for locale in LOCALES {
        let page = |has_password| InvitationPage {
            frame: frame(locale, "office-invitation-title"),
            email: "amina@example.org".into(),
            role: Words::of(locale).plain("role-focal-point", &[]),
            has_password,
            is_mine: false,
            password_min: 12,
            button: "office-invitation-button",
            breach: (!has_password).then(|| "12".to_owned()),
            described_by: if has_password { String::new() } else { "password-hint password-error".into() },
        };
        let new = rendered(&page(false), locale);
        assert!(new.contains("autocomplete=\"new-password\"") && new.contains("aria-invalid"));
        let known = rendered(&page(true), locale);
        assert!(known.contains("autocomplete=\"current-password\"") && !known.contains("aria-invalid"));
    }
}

#[test]
fn notice_has_a_way_on() {
    for locale in LOCALES {
        let page = NoticePage {
            frame: frame(locale, "office-invitation-invalid-title"),
            text: "office-invitation-invalid-text",
            link: Some(("/office/sign-in", "office-sign-in-button")),
        };
        assert!(rendered(&page, locale).contains("href=\"/office/sign-in\""));
    }
}

fn articles(locale: Locale, rows: Vec<Row>) -> ArticlesPage {
    ArticlesPage {
        unsaved: Vec::new(),
        frame: frame(locale, "office-articles-title"),
        room: "/office/articles",
        total: 21,
        statuses: vec![("draft", arabic("مسودة", locale), true)],
        newer: None,
        older: Some("/office/articles?status=draft&after=AAAA".into()),
        may_write: !rows.is_empty(),
        rows,
    }
}

#[test]
fn list_of_articles_pages_and_says_when_it_is_empty() {
    let row = Row {
        id: "0193".into(),
        title: None,
        status_key: "article-status-draft".into(),
        languages: vec![Locale::Ar, Locale::Fr],
        updated: "23".into(),
        is_sample: true,
    };
    for locale in LOCALES {
        let titled = Row { title: Some(arabic("ورشة <b>", locale)), ..row.clone() };
        let full = rendered(&articles(locale, vec![row.clone(), titled]), locale);
        assert!(full.contains("ورشة &lt;b&gt;"), "{full}");
        assert_eq!(full.contains("<span lang=\"ar\" dir=\"rtl\">ورشة"), locale != Locale::Ar);
        assert!(full.contains("rel=\"next\"") && !full.contains("rel=\"prev\""));
        assert!(full.contains("/office/articles/new") && full.contains("aria-current=\"page\""));
        let empty = rendered(&articles(locale, Vec::new()), locale);
        assert!(!empty.contains("<table") && !empty.contains("/office/articles/new"));
    }
}

fn editor(locale: Locale, is_stored: bool) -> EditorPage {
    let form = ArticleForm {
        title_ar: Some("عنوان \"مقتبس\"".into()),
        body_fr: Some("</textarea><b>x</b>".into()),
        ..ArticleForm::default()
    };
    let facts = Facts {
        id: "0193".into(),
        version: 4,
        status_key: "article-status-draft".into(),
        is_public: false,
        may_unpublish: false,
        public_url: "http://fes.localhost/ar/news/x".into(),
        status: Status::Draft,
        scheduled: None,
        return_note: None,
    };
    EditorPage {
        frame: frame(locale, "office-editor-title-edit"),
        room: "/office/articles",
        article: is_stored.then_some(facts),
        panels: panels(Locale::Ar, &form),
        categories: vec![Choice { code: "workshop", name: arabic("ورشة", locale), is_chosen: true }],
        category_breach: None,
        covers: Vec::new(),
        cover_breach: None,
        may_send: true,
        breaches: Vec::new(),
        problem: None,
        may_publish: true,
        theirs: Vec::new(),
        key: "0193".into(),
        brought_back: None,
        publish_at: String::new(),
        publish_breach: None,
        note_breach: None,
        note: String::new(),
    }
}

#[test]
fn editor_shows_one_panel_a_language_with_what_was_typed() {
    for locale in LOCALES {
        let stored = rendered(&editor(locale, true), locale);
        assert_eq!(stored.matches("<details class=\"lang-panel").count(), 4);
        assert!(stored.contains("name=\"version\" value=\"4\"") && stored.contains("/0193/publish"));
        assert!(!stored.contains("</textarea><b>") && stored.contains("&#34;مقتبس&#34;"), "{stored}");
        let new = rendered(&editor(locale, false), locale);
        assert!(!new.contains("name=\"version\"") && new.contains("value=\"publish\""));
        let public = {
            let mut page = editor(locale, true);
            page.article = page.article.map(|facts| Facts { is_public: true, may_unpublish: true, ..facts });
            rendered(&page, locale)
        };
        assert!(public.contains("/0193/unpublish") && !public.contains("/0193/publish\""));
        let hidden = EditorPage { may_publish: false, ..editor(locale, true) };
        assert!(!rendered(&hidden, locale).contains("/0193/publish"));
    }
}

#[test]
fn broken_rules_stand_at_their_fields() {
    let errors =
        [FieldError::new("title.fr", "field-required"), FieldError::new("category", "field-unknown-value")];
    for locale in LOCALES {
        let breaches = breaches::of_article(Words::of(locale), Locale::Ar, &errors);
        let html = rendered(&editor(locale, true).with_breaches(breaches), locale);
        assert!(html.contains("href=\"#title_fr\"") && html.contains("href=\"#category\""));
        assert_eq!(html.matches("aria-invalid=\"true\"").count(), 2, "{html}");
        assert!(html.contains("id=\"title_fr_error\"") && html.contains("class=\"error-summary\""));
    }
}

#[test]
fn conflict_shows_both_versions() {
    for locale in LOCALES {
        let mut page = editor(locale, true);
        page.theirs = vec![Side {
            locale: Locale::Fr,
            title: "Autre titre".into(),
            summary: String::new(),
            body: "<p>Autre texte</p>".into(),
        }];
        let html = rendered(&page, locale);
        assert!(
            html.contains("Autre titre") && html.contains("<p>Autre texte</p>") && html.contains("مقتبس")
        );
        assert!(html.contains("class=\"conflict\"") && !html.contains("/publish"));
    }
}

fn preview(office: Locale, reader: Locale) -> PreviewPage {
    let site = Site {
        kind: Kind::Commune,
        names: Localised::new([(Locale::Ar, "فاس".to_owned()), (Locale::Fr, "Fès".to_owned())]),
        url: "http://fes.localhost:8080".into(),
        network_url: "http://localhost:8080".into(),
        accent: None,
        logo: None,
        locales: Locale::ALL.to_vec(),
        privacy_contact: None,
        is_sample: true,
    };
    let frame = frame(office, "office-preview-title");
    let mut page = Page::new(Words::of(reader), site, Room::News, "/", frame.title.plain().to_owned());
    page.is_private = true;
    PreviewPage {
        frame,
        page,
        id: "0193".into(),
        category: Some("workshop".into()),
        date: None,
        title: Some(arabic("عنوان", reader)),
        summary: None,
        cover: None,
        body: Some((Locale::Ar, "<p>نص</p>".into())),
        may_edit: true,
    }
}

#[test]
fn preview_speaks_the_reader_s_language_and_its_banner_the_office_s() {
    for (office, reader) in [(Locale::Fr, Locale::Ar), (Locale::Ar, Locale::Fr)] {
        let html = rendered(&preview(office, reader), reader);
        let banner = html.split("class=\"preview-banner\"").nth(1).expect("a banner");
        assert!(banner.contains(&format!("lang=\"{}\" dir=\"{}\"", office.code(), office.direction())));
        assert_eq!(html.contains("<h1 lang=\"ar\" dir=\"rtl\">"), reader != Locale::Ar);
        assert!(html.contains("عنوان</h1>") && html.contains("<p>نص</p>"));
    }
}

#[test]
fn taking_back_asks_first() {
    for locale in LOCALES {
        let page = UnpublishPage {
            frame: frame(locale, "office-unpublish-confirm-title"),
            room: "/office/articles",
            id: "0193".into(),
            version: 5,
            title: Some(arabic("عنوان", locale)),
        };
        let html = rendered(&page, locale);
        assert!(
            html.contains("method=\"post\" action=\"/office/articles/0193/unpublish\"")
                && html.contains("value=\"5\"")
        );
    }
}

#[test]
fn outbox_shows_letters() {
    let letter = Letter {
        name: "20261123-1.eml".into(),
        date: "23".into(),
        to: "amina@example.org".into(),
        subject: "أخبار".into(),
        text: vec![Piece::Words("سلام ".into()), Piece::Link("http://fes.localhost/ar/".into())],
    };
    for locale in LOCALES {
        let frame = frame(locale, "office-outbox-title");
        let list = OutboxPage { frame: frame.clone(), room: "/office/outbox", letters: vec![letter.clone()] };
        assert!(rendered(&list, locale).contains("href=\"/office/outbox/20261123-1.eml\""));
        let none = OutboxPage { frame: frame.clone(), room: "/office/outbox", letters: Vec::new() };
        assert!(!rendered(&none, locale).contains("class=\"mails\""));
        let one = LetterPage { frame, room: "/office/outbox", letter: letter.clone() };
        assert!(rendered(&one, locale).contains("<a href=\"http://fes.localhost/ar/\">"));
    }
}

fn dashboard(locale: Locale, late: u64) -> DashboardPage {
    let words = Words::of(locale);
    let named = |text: &str| arabic(text, locale);
    let progress = |done, reported, total| {
        ProgressView::of(words, Progress { done, reported, total, ..Progress::default() })
    };
    let late_row = LateView {
        member: named("جماعة فاس"),
        title: named("مشروع"),
        url: "http://fes.localhost/ar/programme/2024-2025/commitments/1".into(),
        due: "1".into(),
        days: 11,
        is_sample: true,
    };
    let stale_row = StaleView {
        member: named("جماعة أكادير"),
        url: "http://x".into(),
        cycle: "2024-2025".into(),
        last: None,
        is_sample: false,
    };
    DashboardPage {
        frame: frame(locale, "dashboard-title"),
        room: "/office/dashboard",
        today: "23".into(),
        public_path: "/ar/progress".into(),
        has_samples: late > 0,
        figures: vec![("dashboard-figure-members", 66)],
        progress: progress(0, 0, 69),
        charts: vec![
            Chart::of("dashboard-chart-by-kind", [(named("جماعات"), 50, "")]),
            Chart::of("dashboard-chart-by-cohort", []),
        ],
        shapes: vec![Shape {
            iso: "MA-03".into(),
            level: "level-5".into(),
            outline: outline("MA-03").expect("a region"),
            label: "فاس مكناس: 9".into(),
        }],
        shades: shades(9),
        regions: vec![RegionView {
            name: named("فاس مكناس"),
            members: 9,
            commitments: 40,
            progress: progress(1, 2, 9),
            late: 3,
        }],
        late: Listing {
            rows: vec![late_row],
            total: late,
            is_first: true,
            next: Some("/office/dashboard?late_after=AAAA#late".into()),
        },
        stale: Listing { rows: vec![stale_row], total: 1, is_first: false, next: None },
    }
}

#[test]
fn dashboard_has_a_table_behind_each_chart_and_no_data_is_not_zero() {
    for locale in LOCALES {
        let words = Words::of(locale);
        let html = rendered(&dashboard(locale, 37), locale);
        assert!(
            html.contains(&words.plain("common-no-data", &[]))
                && !html.contains(">0%<")
                && !html.contains(">0\u{202f}%<")
        );
        assert!(html.contains(&words.percent(50)) && html.contains("OpenStreetMap"));
        assert!(html.contains("late_after=AAAA") && html.contains("/office/dashboard#stale"));
        assert_eq!(html.matches("class=\"notice sample\"").count(), 1);
        let calm = rendered(&dashboard(locale, 0), locale);
        assert!(calm.contains(words.get("dashboard-late-empty").as_str()) && !calm.contains("notice sample"));
    }
}

#[test]
fn panels_begin_with_the_language_of_the_site() {
    let order = |main| {
        panels(main, &ArticleForm::default()).iter().map(|panel: &Panel| panel.locale).collect::<Vec<_>>()
    };
    assert_eq!(order(Locale::Fr), [Locale::Fr, Locale::Ar, Locale::Zgh, Locale::En]);
}
