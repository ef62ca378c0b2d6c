//! The program as an operator runs it: what it prints, what it refuses in one line, and the
//! demonstration from its first start to its second.

mod demo;
mod failures;
mod importing;
mod lost_factor;
mod operating;
mod starting;
mod watching;

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Longer than any start or stop.
const PATIENCE: Duration = Duration::from_secs(120);

/// The program with an environment of its own; nothing when this run has not built it.
fn program(environment: &[(&str, &str)]) -> Option<Command> {
    let Ok(path) = std::env::var("INFITAH_BIN") else {
        eprintln!("left out: INFITAH_BIN names no program; tests/run builds it");
        return None;
    };
    let mut command = Command::new(path);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("INFITAH_")) {
        command.env_remove(name);
    }
    // Tests run beside each other, and the usual port is one.
    command.env("INFITAH_OPS_LISTEN", "off");
    command.envs(environment.iter().copied()).stdin(Stdio::null());
    Some(command)
}

/// What a command that ends by itself did.
struct Done {
    status: Option<i32>,
    out: String,
    err: String,
}

fn run(command: &mut Command, arguments: &[&str]) -> Done {
    let output: Output = command.args(arguments).output().expect("the program can be started");
    Done {
        status: output.status.code(),
        out: String::from_utf8(output.stdout).expect("stdout is text"),
        err: String::from_utf8(output.stderr).expect("stderr is text"),
    }
}

impl Done {
    /// Done, and nothing to complain of.
    fn good(self) -> String {
        assert_eq!(self.status, Some(0), "{} {}", self.out, self.err);
        assert_eq!(self.err, "");
        self.out
    }

    /// Failed with one line that says why.
    fn failed(self) -> String {
        assert_eq!(self.status, Some(1), "{} {}", self.out, self.err);
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self.err
    }
}

impl Done {
    /// Failed, and the last line says why; a server writes its log before it.
    fn failed_with_logs(self) -> String {
        assert_eq!(self.status, Some(1), "{} {}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self.err.lines().last().unwrap_or_default().to_owned()
    }
}

/// A program that serves until it is told to stop. It does not outlive its test.
struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Running {
    /// Starts it and waits for the line with which it says where it listens; gives the port.
    fn start(command: &mut Command, arguments: &[&str]) -> (Self, u16) {
        let mut child =
            command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let mut running = Self { child, out };
        let line = running.line("listening");
        let address = line.split("http://").nth(1).unwrap_or_else(|| panic!("no address: {line}"));
        let port: String =
            address.split(':').nth(1).unwrap().chars().take_while(char::is_ascii_digit).collect();
        (running, port.parse().unwrap_or_else(|_| panic!("no port: {line}")))
    }

    /// The next line that begins so. The output ends when the program does, so this ends too.
    fn line(&mut self, start: &str) -> String {
        loop {
            let mut line = String::new();
            if self.out.read_line(&mut line).unwrap() == 0 {
                let mut said = String::new();
                self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
                panic!("the program ended: {said}");
            }
            if line.starts_with(start) {
                return line;
            }
        }
    }

    /// Asks it to stop as a service manager does.
    fn ask_to_stop(&self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", "TERM", &id]).status().unwrap().success());
    }

    /// Asks it to stop, and gives its status.
    fn stop(mut self) -> Option<i32> {
        self.ask_to_stop();
        // The output ends with the program; what it still says is read so that it is not held up.
        let until = Instant::now() + PATIENCE;
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        assert!(Instant::now() < until, "the program took too long to stop");
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have stopped already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// The key of a test's installation.
const KEY: &str = "0123456789abcdef0123456789abcdef0123456789";

/// An embedded database in this folder.
fn url_in(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("infitah.db").display())
}
