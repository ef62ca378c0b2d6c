//! From what somebody signs in: families of browsers and systems, and the network address. Only
//! what its owner needs to know it again is kept; the end of the address is not.

use std::net::IpAddr;

/// Where a request comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// The network address, for counting tries; never kept.
    pub address: String,
    /// The family of the browser.
    pub browser: Option<&'static str>,
    /// The family of the system.
    pub system: Option<&'static str>,
}

/// What names a browser, the more special first: most call themselves by the names of others too.
const BROWSERS: [(&str, &str); 11] = [
    ("Edg", "edge"),
    ("OPR/", "opera"),
    ("OPT/", "opera"),
    ("SamsungBrowser/", "samsung"),
    ("Firefox/", "firefox"),
    ("FxiOS/", "firefox"),
    ("CriOS/", "chrome"),
    ("Chrome/", "chrome"),
    ("Chromium/", "chrome"),
    ("Version/", "safari"),
    ("Safari/", "safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "ios"),
    ("iPad", "ios"),
    ("Android", "android"),
    ("Windows", "windows"),
    ("Mac OS X", "macos"),
    ("CrOS", "chromeos"),
    ("Linux", "linux"),
];

impl Device {
    /// The device of a request by its address and its `User-Agent`.
    pub fn of(address: &str, agent: &str) -> Self {
        Self { address: address.to_owned(), browser: first(&BROWSERS, agent), system: first(&SYSTEMS, agent) }
    }

    /// The address without its end: enough to say whether it was me, too little to find a person.
    pub(crate) fn network_part(&self) -> Option<String> {
        Some(match self.address.parse::<IpAddr>().ok()?.to_canonical() {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                format!("{a}.{b}.{c}.*")
            }
            IpAddr::V6(address) => {
                let [a, b, c, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:*")
            }
        })
    }
}

fn first(names: &[(&str, &'static str)], agent: &str) -> Option<&'static str> {
    names.iter().find(|(name, _)| agent.contains(name)).map(|(_, family)| *family)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_read_from_what_browsers_say() {
        for (agent, browser, system) in [
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
                Some("chrome"),
                Some("android"),
            ),
            (
                "Mozilla/5.0 (Linux; Android 13; SM-A515F) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
                Some("samsung"),
                Some("android"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1",
                Some("safari"),
                Some("ios"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
                Some("edge"),
                Some("windows"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; rv:127.0) Gecko/20100101 Firefox/127.0",
                Some("firefox"),
                Some("windows"),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15",
                Some("safari"),
                Some("macos"),
            ),
            ("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/128.0", Some("firefox"), Some("linux")),
            ("curl/8.5.0", None, None),
            ("", None, None),
        ] {
            let device = Device::of("", agent);
            assert_eq!((device.browser, device.system), (browser, system), "{agent}");
        }
    }

    #[test]
    fn ends_of_addresses_are_left_out() {
        for (address, part) in [
            ("105.66.12.34", Some("105.66.12.*")),
            ("::ffff:105.66.12.34", Some("105.66.12.*")),
            ("2001:db8:12:34::1", Some("2001:db8:12:*")),
            ("", None),
        ] {
            assert_eq!(Device::of(address, "").network_part().as_deref(), part, "{address}");
        }
    }
}
