//! Styles, fonts and signs, built into the program. Their addresses carry a digest of their
//! content, so browsers keep them for ever and never see an old one with a new page. Fonts are
//! named by the stylesheet and live under the build's folder of it.

use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use sha2::{Digest as _, Sha256};

/// The map of the regions, to be put into a page.
pub(crate) const MAP: &str = include_str!("../assets/map-regions.svg");

const STYLES: &str = include_str!("../assets/site.css");
const FAVICON: &str = include_str!("../assets/favicon.svg");
const REPORT: &str = include_str!("../assets/report.js");
const ARTICLE: &str = include_str!("../assets/article.js");
/// Bundled by the build script; empty where Node was not at hand.
const EDITOR: &str = include_str!(concat!(env!("OUT_DIR"), "/editor.js"));
const LIBRARY: &str = include_str!("../assets/library.js");
const PASSKEYS: &str = include_str!("../assets/passkeys.js");
const MARK: &str = include_str!("../assets/mark.svg");

/// Names and bytes of the fonts that the stylesheet names as `fonts/NAME`.
const FONTS: [(&str, &[u8]); 5] = [
    ("infitah-arabic-400.woff2", include_bytes!("../assets/fonts/infitah-arabic-400.woff2")),
    ("infitah-arabic-600.woff2", include_bytes!("../assets/fonts/infitah-arabic-600.woff2")),
    ("infitah-latin-400.woff2", include_bytes!("../assets/fonts/infitah-latin-400.woff2")),
    ("infitah-latin-600.woff2", include_bytes!("../assets/fonts/infitah-latin-600.woff2")),
    ("infitah-tifinagh-400.woff2", include_bytes!("../assets/fonts/infitah-tifinagh-400.woff2")),
];

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";
const WOFF2: &str = "font/woff2";

struct Asset {
    /// As templates call it.
    name: &'static str,
    /// As browsers call it.
    path: String,
    kind: &'static str,
    body: Bytes,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let fonts: Vec<Asset> =
        FONTS.iter().map(|&(name, bytes)| asset(name, WOFF2, Bytes::from_static(bytes))).collect();
    let mut styles = STYLES.to_owned();
    for font in &fonts {
        let address = font.path.trim_start_matches("/assets/");
        styles = styles.replace(&format!("fonts/{}", font.name), address);
    }
    let mut all = fonts;
    all.push(asset("site.css", CSS, Bytes::from(styles)));
    all.push(asset("report.js", SCRIPT, Bytes::from_static(REPORT.as_bytes())));
    all.push(asset("article.js", SCRIPT, Bytes::from_static(ARTICLE.as_bytes())));
    if has_editor() {
        all.push(asset("editor.js", SCRIPT, Bytes::from_static(EDITOR.as_bytes())));
    }
    all.push(asset("library.js", SCRIPT, Bytes::from_static(LIBRARY.as_bytes())));
    all.push(asset("passkeys.js", SCRIPT, Bytes::from_static(PASSKEYS.as_bytes())));
    all.push(asset("favicon.svg", SVG, Bytes::from_static(FAVICON.as_bytes())));
    all.push(asset("mark.svg", SVG, Bytes::from_static(MARK.as_bytes())));
    all
});

/// Whether the rich editor was built in.
pub(crate) fn has_editor() -> bool {
    !EDITOR.is_empty()
}

/// The routes of all of them.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/assets/{file}", get(serve))
        .route("/favicon.svg", get(favicon))
        .route("/favicon.ico", get(favicon))
}

/// The address of an asset by its plain name, `site.css`.
pub(crate) fn url(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| asset.path.as_str())
}

/// The address of the stylesheet that gives a member its colour; nothing when the colour is none.
pub(crate) fn theme_url(accent: Option<&str>) -> Option<String> {
    let digits = accent?.strip_prefix('#')?;
    is_colour(digits).then(|| format!("/assets/theme-{}.css", digits.to_ascii_lowercase()))
}

fn is_colour(digits: &str) -> bool {
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn asset(name: &'static str, kind: &'static str, body: Bytes) -> Asset {
    let digest = Sha256::digest(&body);
    let (stem, end) = name.rsplit_once('.').expect("names of assets have an end");
    let path = format!("/assets/{stem}-{}.{end}", URL_SAFE_NO_PAD.encode(&digest[..9]));
    Asset { name, path, kind, body }
}

async fn serve(Path(file): Path<String>) -> Response {
    if let Some(colour) = file.strip_prefix("theme-").and_then(|rest| rest.strip_suffix(".css")) {
        return theme(colour);
    }
    let path = format!("/assets/{file}");
    match ASSETS.iter().find(|asset| asset.path == path) {
        Some(asset) => answer(asset.kind, asset.body.clone(), "public, max-age=31536000, immutable"),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn theme(digits: &str) -> Response {
    if !is_colour(digits) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let styles = format!(":root {{ --accent: #{digits}; }}\n");
    answer(CSS, Bytes::from(styles), "public, max-age=31536000, immutable")
}

/// Browsers ask for it by this name, so it is kept for a day only.
async fn favicon() -> Response {
    answer(SVG, Bytes::from_static(FAVICON.as_bytes()), "public, max-age=86400")
}

fn answer(kind: &'static str, body: Bytes, keep: &'static str) -> Response {
    let mut response = Response::new(Body::from(body));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stylesheet_names_fonts_that_exist() {
        let styles = ASSETS.iter().find(|asset| asset.name == "site.css").expect("the stylesheet");
        let text = std::str::from_utf8(&styles.body).expect("text");
        let named: Vec<&str> = text
            .split("url(")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .filter(|url| url.ends_with(".woff2"))
            .collect();
        assert!(named.len() >= FONTS.len());
        for url in named {
            assert!(ASSETS.iter().any(|asset| asset.path == format!("/assets/{url}")), "{url}");
        }
    }

    #[test]
    fn only_colours_become_themes() {
        for (accent, url) in [
            (Some("#0B5A4E"), Some("/assets/theme-0b5a4e.css")),
            (Some("#0b5a4"), None),
            (Some("red"), None),
            (Some("#0b5a4e;}*{"), None),
            (None, None),
        ] {
            assert_eq!(theme_url(accent).as_deref(), url, "{accent:?}");
        }
    }
}
