//! Charts that are tables: each bar stands in the row of its number, so that nothing is told by
//! length or colour alone.

use crate::words::Phrase;

/// A table of bars.
#[derive(Debug, Clone)]
pub(crate) struct Chart {
    /// The message key of its title.
    pub(crate) title: &'static str,
    /// Its rows.
    pub(crate) bars: Vec<Bar>,
    /// The sum of the rows.
    pub(crate) total: u32,
}

/// One row with its bar.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    /// What is counted.
    pub(crate) label: Phrase,
    /// How many.
    pub(crate) value: u32,
    /// The class of its colour, or nothing.
    pub(crate) class: &'static str,
    /// Its length, 0 to 100.
    pub(crate) width: String,
}

/// One region on the map.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    /// ISO 3166-2 code.
    pub(crate) iso: String,
    /// The class of its colour.
    pub(crate) level: String,
    /// The outline.
    pub(crate) outline: &'static str,
    /// What a pointer at rest reads.
    pub(crate) label: String,
}

/// One colour of the map's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shade {
    /// The class of its colour.
    pub(crate) level: String,
    /// The numbers it stands for.
    pub(crate) range: String,
}

impl Chart {
    /// A chart of labelled numbers; the longest bar fills the width.
    pub(crate) fn of(
        title: &'static str,
        rows: impl IntoIterator<Item = (Phrase, u32, &'static str)>,
    ) -> Self {
        let rows: Vec<(Phrase, u32, &'static str)> = rows.into_iter().collect();
        let longest = rows.iter().map(|(_, value, _)| *value).max().unwrap_or(0).max(1);
        let total = rows.iter().map(|(_, value, _)| *value).sum();
        let width = |value: u32| format!("{:.1}", f64::from(value) * 100.0 / f64::from(longest));
        let bars = rows
            .into_iter()
            .map(|(label, value, class)| Bar { label, value, class, width: width(value) })
            .collect();
        Self { title, bars, total }
    }
}

/// The class of a number's colour on a map whose largest number is `most`: none for zero, else one
/// of five.
pub(crate) fn level(value: u32, most: u32) -> String {
    let step = (value * 5).div_ceil(most.max(1)).min(5);
    format!("level-{step}")
}

/// The key of a map whose largest number is `most`, the empty colour first.
pub(crate) fn shades(most: u32) -> Vec<Shade> {
    let mut shades: Vec<(String, u32, u32)> = Vec::new();
    for value in 0..=most {
        let level = level(value, most);
        match shades.last_mut() {
            Some(last) if last.0 == level => last.2 = value,
            _ => shades.push((level, value, value)),
        }
    }
    let range =
        |from: u32, to: u32| if from == to { from.to_string() } else { format!("{from}\u{2013}{to}") };
    shades.into_iter().map(|(level, from, to)| Shade { level, range: range(from, to) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::maps::{outline, outlines};

    #[test]
    fn the_map_has_twelve_regions() {
        assert_eq!(outlines().len(), 12);
        for number in 1..=12 {
            assert!(
                outline(&format!("MA-{number:02}")).is_some_and(|outline| outline.starts_with('M')),
                "{number}"
            );
        }
        assert_eq!(outline("MA-13"), None);
    }

    #[test]
    fn colours_follow_numbers() {
        for (value, most, class) in [
            (0, 0, "level-0"),
            (0, 12, "level-0"),
            (1, 12, "level-1"),
            (3, 12, "level-2"),
            (12, 12, "level-5"),
            (1, 1, "level-5"),
        ] {
            assert_eq!(level(value, most), class, "{value} of {most}");
        }
        let ranges: Vec<String> = shades(12).into_iter().map(|shade| shade.range).collect();
        assert_eq!(ranges, ["0", "1–2", "3–4", "5–7", "8–9", "10–12"]);
        assert_eq!(shades(0).len(), 1);
    }

    #[test]
    fn the_longest_bar_fills_the_width() {
        let label = || Phrase::own("a", infitah_i18n::Locale::Ar);
        let chart = Chart::of("x", [(label(), 3, ""), (label(), 6, ""), (label(), 0, "")]);
        let widths: Vec<&str> = chart.bars.iter().map(|bar| bar.width.as_str()).collect();
        assert_eq!((widths, chart.total), (vec!["50.0", "100.0", "0.0"], 9));
        assert_eq!(Chart::of("x", []).total, 0);
    }
}
