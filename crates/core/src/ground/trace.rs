//! The thread from a request to the messages it causes, as the W3C writes it (`traceparent`). With
//! an exporter the ids are those of the exported span; without one the trace id is the request id,
//! so the log alone leads from a message back to the request.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use opentelemetry::Context;
use opentelemetry::trace::{SpanContext, SpanId, TraceContextExt as _, TraceFlags, TraceId, TraceState};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt as _;
use uuid::Uuid;

/// Whether spans leave this process.
static EXPORTED: AtomicBool = AtomicBool::new(false);

/// Says that spans leave this process from now on.
pub fn begin_export() {
    EXPORTED.store(true, Ordering::Relaxed);
}

/// Gives a span that has not been entered yet its name and kind in exports; the log, which has
/// both in words of its own, stays as it is when nobody exports.
pub fn name(span: &Span, name: &str, kind: &'static str) {
    if EXPORTED.load(Ordering::Relaxed) {
        span.record("otel.name", name);
        span.record("otel.kind", kind);
    }
}

/// A place in a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace {
    trace: u128,
    span: u64,
    is_sampled: bool,
}

impl Trace {
    /// The trace that a request begins.
    pub fn of_request(request_id: Uuid) -> Self {
        let (_, low) = request_id.as_u64_pair();
        // The variant bits make it more than zero, which the format forbids.
        Self { trace: request_id.as_u128(), span: low, is_sampled: true }
    }

    /// Reads a `traceparent`; nothing when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let mut part = |length: usize| {
            let hex = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
            parts.next().filter(|part| part.len() == length && part.bytes().all(hex))
        };
        let (version, trace, span, flags) = (part(2)?, part(32)?, part(16)?, part(2)?);
        // Later versions may add parts, this one may not; `ff` is never a version.
        if version == "ff" || (version == "00" && parts.next().is_some()) {
            return None;
        }
        let trace = u128::from_str_radix(trace, 16).ok().filter(|&id| id != 0)?;
        let span = u64::from_str_radix(span, 16).ok().filter(|&id| id != 0)?;
        let flags = u8::from_str_radix(flags, 16).ok()?;
        Some(Self { trace, span, is_sampled: flags & 1 == 1 })
    }

    /// Reads what was stored with an event.
    pub(crate) fn stored(text: Option<&str>) -> Option<Self> {
        text.and_then(Self::parse)
    }

    /// The id of the whole trace, as logs and exported spans write it.
    pub fn id(&self) -> String {
        format!("{:032x}", self.trace)
    }

    /// Puts a span that has not been entered yet under this place.
    pub fn adopt(&self, span: &Span) {
        let parent = Context::new().with_remote_span_context(self.context());
        if let Err(error) = span.set_parent(parent) {
            tracing::trace!(%error, "nobody exports this span");
        }
    }

    /// Ties a span to this place without being under it.
    pub(crate) fn link(&self, span: &Span) {
        span.add_link(self.context());
    }

    /// The place of a span, if it is exported.
    pub fn of_span(span: &Span) -> Option<Self> {
        let context = span.context();
        let place = context.span().span_context().clone();
        place.is_valid().then(|| Self {
            trace: u128::from_be_bytes(place.trace_id().to_bytes()),
            span: u64::from_be_bytes(place.span_id().to_bytes()),
            is_sampled: place.is_sampled(),
        })
    }

    fn context(self) -> SpanContext {
        let flags = if self.is_sampled { TraceFlags::SAMPLED } else { TraceFlags::default() };
        SpanContext::new(
            TraceId::from_bytes(self.trace.to_be_bytes()),
            SpanId::from_bytes(self.span.to_be_bytes()),
            flags,
            true,
            TraceState::default(),
        )
    }
}

impl fmt::Display for Trace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "00-{:032x}-{:016x}-{:02x}", self.trace, self.span, u8::from(self.is_sampled))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traceparents_are_read_strictly() {
        let good = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        assert_eq!(Trace::parse(good).expect("good").to_string(), good);
        assert_eq!(Trace::parse(good).expect("good").id(), "4bf92f3577b34da6a3ce929d0e0e4736");
        let later = "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00-more";
        assert!(Trace::parse(later).is_some_and(|trace| trace.to_string().ends_with("-00")));
        for bad in [
            "",
            "00",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
            "00-4bf92f3577b34da6a3ce929d0e0e473\u{e9}-00f067aa0ba902b7-01",
        ] {
            assert_eq!(Trace::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn request_is_its_own_trace() {
        let id = Uuid::from_u128(0x0193_5a00_0000_7000_8000_0000_0000_0001);
        let trace = Trace::of_request(id);
        assert_eq!(trace.id(), id.simple().to_string());
        assert_eq!(Trace::parse(&trace.to_string()), Some(trace));
    }

    #[test]
    fn span_that_nobody_exports_has_no_place() {
        let span = tracing::info_span!("alone");
        Trace::of_request(Uuid::from_u128(1 << 63)).adopt(&span);
        assert_eq!(Trace::of_span(&span), None);
    }
}
