//! Runs a reader in its own thread with a large stack and a time limit; panics of third-party parsers become refusals.

use std::{cell::Cell, panic, sync::mpsc, thread, time::Duration};

use super::{Excess, Kind, Refusal, limits};

/// The name of reader threads. Panic hooks may ignore them, as their panics become refusals.
pub const THREAD: &str = "document reader";

thread_local! {
    /// The kind of file that this thread reads, for the refusal after a panic.
    static KIND: Cell<Kind> = const { Cell::new(Kind::Text) };
}

/// Sets the kind of file that this thread reads, so that a panic is reported as a damaged file of that kind.
pub(super) fn reading(kind: Kind) {
    KIND.set(kind);
}

/// Runs a reader and waits for it. If it exceeds the time limit, its thread is abandoned.
pub(super) fn run<T: Send + 'static>(
    job: impl FnOnce() -> Result<T, Refusal> + Send + panic::UnwindSafe + 'static,
) -> Result<T, Refusal> {
    let (sender, receiver) = mpsc::channel();
    let work = move || {
        let outcome = panic::catch_unwind(job).unwrap_or_else(|payload| Err(refusal(&*payload)));
        // The receiver is gone after the time limit.
        let _ = sender.send(outcome);
    };
    thread::Builder::new()
        .name(THREAD.to_owned())
        .stack_size(limits::STACK)
        .spawn(work)
        .map_err(|fault| Refusal::broken(Kind::Text, fault))?;
    receiver
        .recv_timeout(Duration::from_secs(limits::SECONDS))
        .unwrap_or(Err(Refusal::TooLarge {
            excess: Excess::Seconds,
            limit: limits::SECONDS,
        }))
}

/// The refusal that a panic carries, else a damaged file.
fn refusal(payload: &(dyn std::any::Any + Send)) -> Refusal {
    if let Some(refusal) = payload.downcast_ref::<Refusal>() {
        return refusal.clone();
    }
    let words = payload
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned());
    let detail = words
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    Refusal::Broken {
        kind: KIND.get(),
        detail,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_refusal() {
        let outcome: Result<(), _> = run(|| {
            reading(Kind::Pdf);
            panic::resume_unwind(Box::new("no such object"))
        });
        assert_eq!(outcome, Err(Refusal::broken(Kind::Pdf, "no such object")));
    }

    #[test]
    fn a_refusal_may_be_thrown_through_a_foreign_parser() {
        let thrown = Refusal::too_large(Excess::Pieces, 3);
        let payload = thrown.clone();
        let outcome: Result<(), _> = run(move || panic::resume_unwind(Box::new(payload)));
        assert_eq!(outcome, Err(thrown));
    }
}
