//! Starts the command line.

/// What a page takes to be pressed is let go at once, and little is kept for long between it: the system's own allocator
/// then holds ten times as much as there is (1,059 MB with every page made, this one 117).
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    tenpho::cli::run()
}
