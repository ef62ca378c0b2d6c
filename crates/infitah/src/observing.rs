//! What the program says of itself: the log to stderr, as text for people or as JSON for machines,
//! and, when a collector is named, its spans by OpenTelemetry. Spans leave from a thread of their
//! own with a bounded queue: a collector that is slow or away costs spans, never a request.

use std::io::IsTerminal as _;
use std::time::Duration;

use anyhow::Context as _;
use infitah_core::ground::trace;
use opentelemetry::KeyValue;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{BatchConfigBuilder, BatchSpanProcessor, Sampler, SdkTracerProvider};
use tracing::Metadata;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _, fmt};

use crate::config::{Logs, Spans};

/// How long the collector may take for an answer, and how long spans are waited for at the end.
const PATIENCE: Duration = Duration::from_secs(2);

/// The spans that are still to leave.
pub(crate) struct Observed(Option<SdkTracerProvider>);

/// Begins to log with the filter of the configuration, or this one, and to export spans.
pub(crate) fn begin(logs: &Logs, spans: &Spans, usual: &str) -> anyhow::Result<Observed> {
    let filter = EnvFilter::try_new(logs.filter.as_deref().unwrap_or(usual))?;
    let log = fmt::layer().with_writer(std::io::stderr);
    let log = if logs.json {
        log.json().flatten_event(true).boxed()
    } else {
        log.with_ansi(std::io::stderr().is_terminal()).boxed()
    };
    let provider = spans.0.as_deref().map(provider).transpose()?;
    let export = provider.as_ref().map(|provider| {
        tracing_opentelemetry::layer()
            .with_tracer(provider.tracer("infitah"))
            .with_location(false)
            .with_threads(false)
            .with_tracked_inactivity(false)
            .with_filter(filter_fn(is_ours))
    });
    tracing_subscriber::registry()
        .with(export)
        .with(log.with_filter(filter))
        .try_init()
        .map_err(|error| anyhow::anyhow!("cannot begin to log: {error}"))?;
    if provider.is_some() {
        trace::begin_export();
    }
    Ok(Observed(provider))
}

impl Observed {
    /// Lets the last spans go, for a moment at most.
    pub(crate) fn end(self) {
        if let Some(Err(error)) = self.0.map(|provider| provider.shutdown_with_timeout(PATIENCE)) {
            tracing::debug!(%error, "the last spans did not leave");
        }
    }
}

/// Spans only, and ours only: those of libraries may hold what people typed.
fn is_ours(metadata: &Metadata<'_>) -> bool {
    metadata.is_span() && metadata.target().starts_with("infitah_")
}

fn provider(collector: &str) -> anyhow::Result<SdkTracerProvider> {
    let exporter = SpanExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{collector}/v1/traces"))
        .with_timeout(PATIENCE)
        .build()
        .context("INFITAH_OTLP_ENDPOINT: spans cannot leave")?;
    let pace = BatchConfigBuilder::default().with_scheduled_delay(Duration::from_secs(1)).build();
    let batch = BatchSpanProcessor::builder(exporter).with_batch_config(pace).build();
    let resource = Resource::builder()
        .with_service_name("infitah")
        .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
        .build();
    Ok(SdkTracerProvider::builder()
        .with_span_processor(batch)
        .with_sampler(Sampler::ParentBased(Box::new(Sampler::AlwaysOn)))
        .with_resource(resource)
        .build())
}
