//! As much of Redis's protocol as the tests need to listen in and to call out. The program's own
//! client would share the program's own mistakes.

use std::io::{Error, Result};

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// A connection.
pub(crate) struct Redis(BufReader<TcpStream>);

/// What came back. An error of the server is an error here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    Nothing,
    Number(i64),
    Text(String),
    List(Vec<Reply>),
}

impl Redis {
    /// Connects to the server of the run.
    pub(crate) async fn connect() -> Self {
        let url = url();
        let address = url.strip_prefix("redis://").expect("a plain address").trim_end_matches('/');
        Self(BufReader::new(TcpStream::connect(address).await.expect("Redis is there")))
    }

    /// Sends a command and gives its reply.
    pub(crate) async fn ask(&mut self, words: &[&str]) -> Result<Reply> {
        let mut bytes = format!("*{}\r\n", words.len()).into_bytes();
        for word in words {
            bytes.extend_from_slice(format!("${}\r\n{word}\r\n", word.len()).as_bytes());
        }
        self.0.get_mut().write_all(&bytes).await?;
        self.reply().await
    }

    /// Waits for the next reply, or the next message of a subscription.
    pub(crate) async fn reply(&mut self) -> Result<Reply> {
        let line = self.line().await?;
        let (kind, rest) = line.split_at_checked(1).ok_or_else(|| Error::other("an empty line"))?;
        let number = || rest.parse::<i64>().map_err(Error::other);
        Ok(match kind {
            "+" => Reply::Text(rest.to_owned()),
            ":" => Reply::Number(number()?),
            "$" => match usize::try_from(number()?) {
                Ok(length) => Reply::Text(self.text(length).await?),
                Err(_) => Reply::Nothing,
            },
            "*" => {
                let mut parts = Vec::new();
                for _ in 0..number()? {
                    parts.push(Box::pin(self.reply()).await?);
                }
                Reply::List(parts)
            }
            _ => return Err(Error::other(line)),
        })
    }

    async fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.0.read_line(&mut line).await? == 0 {
            return Err(Error::other("the connection ended"));
        }
        Ok(line.trim_end_matches("\r\n").to_owned())
    }

    async fn text(&mut self, length: usize) -> Result<String> {
        let mut bytes = vec![0; length + 2];
        self.0.read_exact(&mut bytes).await?;
        bytes.truncate(length);
        String::from_utf8(bytes).map_err(Error::other)
    }
}

/// The address of the server of the run.
pub(crate) fn url() -> String {
    std::env::var("INFITAH_TEST_REDIS_URL").expect("tests/run names the Redis server")
}
