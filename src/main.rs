//! Starts the command line.

fn main() -> std::process::ExitCode {
    tenpho::cli::run()
}
