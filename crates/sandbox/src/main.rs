//! The sandbox as a program. See `--help`.

mod arguments;

use std::error::Error;
use std::fs;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;

use partner_center_sandbox::{Data, Sandbox, TimeLimits, app, serve};
use tokio::net::TcpListener;

use crate::arguments::{HELP, Options, Task};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let Options { address, port, data, portal } = match arguments::parse(lexopt::Parser::from_env())? {
        Task::Help => {
            say(HELP);
            return Ok(());
        }
        Task::Serve(options) => options,
    };
    let sandbox = Sandbox::new(data.map_or_else(|| Ok(Data::seed()?), |file| read(&file))?);
    let app = app(&sandbox, portal.as_ref())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let stop = stop()?;
        let listener = listen((address, port).into()).await?;
        let address = format!("http://{}/", listener.local_addr()?);
        say(&match portal {
            Some(_) => format!("Portal ready at {address} (Ctrl+C stops it)\n"),
            None => format!("{address}\n"),
        });
        serve(listener, app, TimeLimits::default(), stop).await;
        Ok(())
    })
}

fn read(file: &Path) -> Result<Data, Box<dyn Error>> {
    let json = fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    Ok(Data::from_json(&json).map_err(|error| format!("{}: {error}", file.display()))?)
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Box<dyn Error>> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            format!("port {} is in use: choose another with `--port N`, or 0 for a free one", address.port()).into()
        }
        _ => format!("{address} cannot be used: {error}").into(),
    })
}

/// Returns a future that completes on Ctrl-C or, on Unix, SIGTERM. From this call on neither ends the program at once.
fn stop() -> io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};

        let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => (),
                _ = terminate.recv() => (),
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        // Without a handler Ctrl-C still ends the program at once.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending().await
        }
    })
}

/// Writes the requested output to standard output. Everything else goes to standard error.
fn say(text: &str) {
    use io::Write as _;

    // An error means that the reader has closed the pipe.
    let _ = io::stdout().write_all(text.as_bytes());
}
