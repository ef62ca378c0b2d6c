//! Whether people can read text in a member's colour: relative luminance and contrast as WCAG 2.2
//! defines them, and the colour that links take in the dark, which the stylesheet mixes in Oklab.

/// Ratio that text needs (WCAG 2.2, success criterion 1.4.3).
pub const READABLE: f64 = 4.5;

/// A colour of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// The lowest contrast of a member's colour under the light and the dark theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contrast {
    /// Of white text on it, and of it as a link on the page.
    pub light: f64,
    /// Of links mixed from it, on the surfaces of the dark theme.
    pub dark: f64,
}

const WHITE: Colour = Colour([0xff, 0xff, 0xff]);
/// `--paper` of the light theme, the darkest ground under links.
const PAPER: Colour = Colour([0xf5, 0xf8, 0xf6]);
/// `--surface` of the dark theme, the lightest ground under links.
const NIGHT: Colour = Colour([0x14, 0x20, 0x1d]);
/// What the dark theme mixes into `--accent` for `--link`, and how much of the accent is left.
const GLOW: Colour = Colour([0xd8, 0xff, 0xf5]);
const ACCENT_SHARE: f64 = 0.38;

impl Colour {
    /// The colour of `#0b5a4e`; capital digits are the same.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// How it stands against the grounds of both themes.
    pub fn contrast(self) -> Contrast {
        let link = self.mixed(GLOW, ACCENT_SHARE);
        Contrast {
            light: ratio(self.luminance(), WHITE.luminance()).min(ratio(self.luminance(), PAPER.luminance())),
            dark: ratio(luminance(link), NIGHT.luminance()),
        }
    }

    fn luminance(self) -> f64 {
        luminance(self.linear())
    }

    fn linear(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// `color-mix(in oklab, self share, other)`, in linear light.
    fn mixed(self, other: Self, share: f64) -> [f64; 3] {
        let (one, two) = (oklab(self.linear()), oklab(other.linear()));
        let mix = |place: usize| one[place] * share + two[place] * (1.0 - share);
        unlab([mix(0), mix(1), mix(2)]).map(|part| part.clamp(0.0, 1.0))
    }
}

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: f64, two: f64) -> f64 {
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

/// Oklab of linear light (Björn Ottosson, 2020; CSS Color 4, section 9.3).
fn oklab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

fn unlab([lightness, a, b]: [f64; 3]) -> [f64; 3] {
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(text: &str) -> Contrast {
        Colour::parse(text).expect("a colour").contrast()
    }

    #[test]
    fn ratios_are_those_of_wcag() {
        let close = |one: f64, two: f64| (one - two).abs() < 0.01;
        assert!(close(ratio(0.0, 1.0), 21.0));
        // #767676 is the lightest grey that carries text on white, by the same formula elsewhere.
        let grey = Colour::parse("#767676").expect("a colour");
        assert!(close(ratio(grey.luminance(), WHITE.luminance()), 4.54));
        assert!(contrast("#767676").light < READABLE, "a link stands on paper too");
        for dark in ["#0b5a4e", "#123456", "#8b1a1a", "#7a1f3d"] {
            let found = contrast(dark);
            assert!(found.light >= READABLE && found.dark >= READABLE, "{dark} {found:?}");
        }
        // Too much black is left in the links of the dark theme.
        assert!(contrast("#000000").dark < READABLE && contrast("#000000").light > READABLE);
        for light in ["#ffcc00", "#5fb3a1", "#ffffff"] {
            assert!(contrast(light).light < READABLE, "{light}");
        }
    }

    #[test]
    fn mixing_in_oklab_comes_back() {
        let accent = Colour([11, 90, 78]);
        for (there, back) in accent.linear().into_iter().zip(unlab(oklab(accent.linear()))) {
            assert!((there - back).abs() < 1e-6);
        }
    }

    #[test]
    fn colours_are_read_strictly() {
        for (text, good) in [
            ("#0b5a4e", true),
            ("#0B5A4E", true),
            ("0b5a4e", false),
            ("#0b5", false),
            ("#0b5a4g", false),
            ("#+1+2+3", false),
            ("#é5a4e", false),
        ] {
            assert_eq!(Colour::parse(text).is_some(), good, "{text}");
        }
    }
}
