//! The notification worker of Infitah: from events to messages that arrive.
//!
//! Invariants:
//! - what is to be sent lies in the database; a worker holds nothing that a crash could lose;
//! - no transaction waits for a mail server;
//! - a message may go out twice after a crash, under the same `Message-ID`, but none is lost;
//! - no address and no link of a mail gets into a log.
//!
//! Deliberately absent: rules about who is told what (core's work), and HTTP.

mod content;
mod letter;
mod mailers;
mod worker;

pub use letter::{BadSender, MailFrom};
pub use mailers::{BadMailServer, Failure, FileMailer, Letter, Mailer, SmtpMailer};
pub use worker::{Stats, Worker};
