//! The map of the twelve regions with their progress. The drawing is read once; a page colours it
//! by class, gives each region a name and a link, and shows the same numbers in a table.

use std::fmt;
use std::sync::LazyLock;

use askama::filters::HtmlSafe;
use infitah_core::network::overview::RegionRow;
use infitah_i18n::Arg;

use crate::assets::MAP;
use crate::layout::Page;

struct Drawing {
    /// The shape of each region by ISO code.
    regions: Vec<(&'static str, &'static str)>,
    /// The pattern of regions without data.
    pattern: &'static str,
    view_box: &'static str,
}

static DRAWING: LazyLock<Drawing> = LazyLock::new(|| {
    let regions = MAP.lines().filter_map(|line| {
        Some((attribute(line, " id=\"MA-").and(attribute(line, " id=\""))?, attribute(line, " d=\"")?))
    });
    Drawing {
        regions: regions.collect(),
        pattern: MAP.lines().find(|line| line.starts_with("<defs>")).unwrap_or_default(),
        view_box: attribute(MAP, " viewBox=\"").unwrap_or_default(),
    }
});

/// The outlines of the regions by ISO code.
#[cfg(test)]
pub(crate) fn outlines() -> &'static [(&'static str, &'static str)] {
    &DRAWING.regions
}

/// The outline of a region by its ISO code.
pub(crate) fn outline(iso: &str) -> Option<&'static str> {
    DRAWING.regions.iter().find(|(code, _)| *code == iso).map(|(_, outline)| *outline)
}

fn attribute(text: &'static str, start: &str) -> Option<&'static str> {
    let rest = text.split_once(start)?.1;
    rest.split_once('"').map(|(value, _)| value)
}

/// A coloured map, ready for a page.
#[derive(Debug, Clone)]
pub(crate) struct Map(String);

impl Map {
    /// The progress of each region.
    pub(crate) fn of(page: &Page, rows: &[RegionRow]) -> Self {
        let mut html = format!(
            "<svg class=\"map\" viewBox=\"{}\" role=\"group\" aria-label=\"{}\">{}",
            DRAWING.view_box,
            escaped(page.t("network-home-map").plain()),
            DRAWING.pattern
        );
        for (iso, shape) in &DRAWING.regions {
            if let Some(row) = rows.iter().find(|row| row.region.iso == *iso) {
                html.push_str(&region(page, row, shape));
            }
        }
        html.push_str("</svg>");
        Self(html)
    }
}

fn region(page: &Page, row: &RegionRow, shape: &str) -> String {
    let percent = row.progress.percent();
    let rate = match percent {
        Some(percent) => page.words.percent(percent),
        None => page.t("state-no-data").plain().to_owned(),
    };
    let args = [("region", Arg::Text(row.region.name(page.locale()))), ("rate", Arg::Text(&rate))];
    let label = escaped(&page.words.plain("network-progress-region-rate", &args));
    let href = page.href(&format!("/members?region={}", row.region.code));
    let level = level(percent);
    format!(
        "<a href=\"{href}\" aria-label=\"{label}\"><path class=\"region {level}\" d=\"{shape}\"><title>{label}</title></path></a>"
    )
}

/// The class of a percentage: five steps of twenty, zero apart from no data.
fn level(percent: Option<u8>) -> &'static str {
    match percent {
        None => "none",
        Some(0) => "level-0",
        Some(1..=20) => "level-1",
        Some(21..=40) => "level-2",
        Some(41..=60) => "level-3",
        Some(61..=80) => "level-4",
        Some(_) => "level-5",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

impl fmt::Display for Map {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// Names are escaped above; the rest is ours.
impl HtmlSafe for Map {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_has_twelve_regions() {
        let codes: Vec<_> = DRAWING.regions.iter().map(|(iso, _)| (*iso).to_owned()).collect();
        let expected: Vec<_> = (1..=12).map(|number| format!("MA-{number:02}")).collect();
        assert_eq!(codes, expected);
        assert!(DRAWING.regions.iter().all(|(_, shape)| shape.starts_with('M')));
        assert!(DRAWING.pattern.contains("no-data-hatch"));
        assert!(DRAWING.view_box.starts_with("0 0 "));
    }

    #[test]
    fn no_data_is_not_zero_on_the_map() {
        for (percent, class) in [
            (None, "none"),
            (Some(0), "level-0"),
            (Some(1), "level-1"),
            (Some(20), "level-1"),
            (Some(21), "level-2"),
            (Some(100), "level-5"),
        ] {
            assert_eq!(level(percent), class, "{percent:?}");
        }
    }
}
