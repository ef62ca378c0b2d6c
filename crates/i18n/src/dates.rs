//! Dates in words. Names and patterns follow CLDR 48 (`ar-MA`, `fr-MA`, `zgh`, `en-GB`; Unicode
//! License v3), written out here because the Unicode crates have no Amazigh and twelve names
//! a language weigh less than a library. Arabic months are those of Morocco (يوليوز, غشت).

use crate::Locale;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

const MONTHS_AR: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_ZGH: [&str; 12] = [
    "ⵉⵏⵏⴰⵢⵔ",
    "ⴱⵕⴰⵢⵕ",
    "ⵎⴰⵕⵚ",
    "ⵉⴱⵔⵉⵔ",
    "ⵎⴰⵢⵢⵓ",
    "ⵢⵓⵏⵢⵓ",
    "ⵢⵓⵍⵢⵓⵣ",
    "ⵖⵓⵛⵜ",
    "ⵛⵓⵜⴰⵏⴱⵉⵔ",
    "ⴽⵜⵓⴱⵔ",
    "ⵏⵓⵡⴰⵏⴱⵉⵔ",
    "ⴷⵓⵊⴰⵏⴱⵉⵔ",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

// From Sunday.
const DAYS_AR: [&str; 7] = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];
const DAYS_FR: [&str; 7] = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
const DAYS_ZGH: [&str; 7] = ["ⴰⵙⴰⵎⴰⵙ", "ⴰⵢⵏⴰⵙ", "ⴰⵙⵉⵏⴰⵙ", "ⴰⴽⵕⴰⵙ", "ⴰⴽⵡⴰⵙ", "ⴰⵙⵉⵎⵡⴰⵙ", "ⴰⵙⵉⴹⵢⴰⵙ"];
const DAYS_EN: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

fn month_name(locale: Locale, date: NaiveDate) -> &'static str {
    let names = match locale {
        Locale::Ar => &MONTHS_AR,
        Locale::Fr => &MONTHS_FR,
        Locale::Zgh => &MONTHS_ZGH,
        Locale::En => &MONTHS_EN,
    };
    names[date.month0() as usize]
}

fn day_name(locale: Locale, date: NaiveDate) -> &'static str {
    let names = match locale {
        Locale::Ar => &DAYS_AR,
        Locale::Fr => &DAYS_FR,
        Locale::Zgh => &DAYS_ZGH,
        Locale::En => &DAYS_EN,
    };
    names[date.weekday().num_days_from_sunday() as usize]
}

pub(crate) fn date(locale: Locale, date: NaiveDate) -> String {
    // French counts the first day of a month as an ordinal.
    let ordinal = if locale == Locale::Fr && date.day() == 1 { "er" } else { "" };
    format!("{}{ordinal} {} {}", date.day(), month_name(locale, date), date.year())
}

pub(crate) fn date_with_weekday(locale: Locale, day: NaiveDate) -> String {
    let mark = match locale {
        Locale::Ar => "،",
        Locale::En => ",",
        Locale::Fr | Locale::Zgh => "",
    };
    format!("{}{mark} {}", day_name(locale, day), date(locale, day))
}

pub(crate) fn month(locale: Locale, date: NaiveDate) -> String {
    format!("{} {}", month_name(locale, date), date.year())
}

pub(crate) fn date_time(locale: Locale, time: NaiveDateTime) -> String {
    let joint = match locale {
        Locale::Ar => "،",
        Locale::Fr => " à",
        Locale::Zgh => "",
        Locale::En => ",",
    };
    format!("{}{joint} {:02}:{:02}", date(locale, time.date()), time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn dates_read_as_in_each_language() {
        let workshop = day(2023, 3, 6);
        assert_eq!(
            Locale::ALL.map(|locale| date(locale, workshop)),
            ["6 مارس 2023", "6 mars 2023", "6 ⵎⴰⵕⵚ 2023", "6 March 2023"]
        );
        assert_eq!(
            Locale::ALL.map(|locale| date_with_weekday(locale, workshop)),
            ["الاثنين، 6 مارس 2023", "lundi 6 mars 2023", "ⴰⵢⵏⴰⵙ 6 ⵎⴰⵕⵚ 2023", "Monday, 6 March 2023"]
        );
        assert_eq!(
            Locale::ALL.map(|locale| month(locale, workshop)),
            ["مارس 2023", "mars 2023", "ⵎⴰⵕⵚ 2023", "March 2023"]
        );
        assert_eq!(
            Locale::ALL.map(|locale| date_time(locale, workshop.and_hms_opt(9, 5, 59).unwrap())),
            ["6 مارس 2023، 09:05", "6 mars 2023 à 09:05", "6 ⵎⴰⵕⵚ 2023 09:05", "6 March 2023, 09:05"]
        );
    }

    #[test]
    fn months_are_those_of_morocco() {
        assert_eq!(date(Locale::Ar, day(2026, 7, 30)), "30 يوليوز 2026");
        assert_eq!(date(Locale::Ar, day(2026, 8, 20)), "20 غشت 2026");
        assert_eq!(date(Locale::Ar, day(2026, 12, 31)), "31 دجنبر 2026");
        assert_eq!(date(Locale::Zgh, day(2026, 11, 23)), "23 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026");
    }

    #[test]
    fn french_has_a_first_of_the_month() {
        assert_eq!(date(Locale::Fr, day(2023, 10, 1)), "1er octobre 2023");
        assert_eq!(date(Locale::Fr, day(2023, 10, 21)), "21 octobre 2023");
        assert_eq!(date_with_weekday(Locale::Fr, day(2024, 2, 29)), "jeudi 29 février 2024");
    }

    #[test]
    fn weeks_run_from_sunday_to_saturday_in_every_language() {
        // 1 January 2023 was a Sunday.
        for (index, (ar, zgh)) in DAYS_AR.iter().zip(DAYS_ZGH).enumerate() {
            let date = day(2023, 1, 1 + index as u32);
            assert_eq!(&day_name(Locale::Ar, date), ar);
            assert_eq!(day_name(Locale::Zgh, date), zgh);
            assert_eq!(day_name(Locale::En, date), date.format("%A").to_string());
            assert_eq!(day_name(Locale::Fr, date), DAYS_FR[index]);
        }
    }
}
