//! The one provider of TLS in a process: rustls with ring. HTTP clients look for it when they are made,
//! also those that speak plain HTTP, so whoever makes one asks for it first.

/// Makes the provider known to the process. May be called again and again.
pub fn provide() {
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        tracing::trace!("TLS has its provider already");
    }
}
