//! Fuzz targets. `FUZZ_TARGET` names the one to run; its seeds are written to the folder `FUZZ_SEEDS`. Without a target the program
//! lists the targets: name, maximum length of an input in bytes, executions of a full run.

#![no_main]
#![allow(
    clippy::disallowed_methods,
    reason = "libFuzzer reads the arguments, so the target is named by the environment"
)]

mod input;
#[path = "../../../crates/core/tests/model/mod.rs"]
mod model;
mod other;

use std::sync::OnceLock;

use crate::input::Input::{self, Bulk, Form, Response, Value};
use crate::model::{bulk, responses, values};

/// The targets: a name, and the property that the fuzzer tries to break.
const TARGETS: [(&str, Input); 13] = [
    ("customer_id", Value(values::customer_id, &["customerId"])),
    ("guid", Value(values::guid, &["customerId", "requestId", "correlationId"])),
    ("validation_code", Value(values::validation_code, &["validationCode", "validationId"])),
    ("timestamp", Value(values::timestamp, &["text"])),
    ("website", Value(other::website, &["website"])),
    ("validation_status", Response(other::status, &["readValidationStatus", "FromResponse"])),
    ("qualification", Response(responses::qualification, &["readQualification", "readUpdate"])),
    ("qualifications", Response(other::qualifications, &["readQualifications"])),
    ("update", Response(responses::update, &["readUpdate"])),
    ("validation_codes", Response(responses::validation_codes, &["readValidationCodes"])),
    ("fault", Response(responses::fault, &["readFault", "explainPurchaseRefusal"])),
    ("bulk", Bulk(bulk::text)),
    ("form", Form(other::form)),
];

static TARGET: OnceLock<Input> = OnceLock::new();

libfuzzer_sys::fuzz_target!(init: begin(), |data: &[u8]| TARGET.get().expect("a target").ask(data));

fn begin() {
    let Ok(name) = std::env::var("FUZZ_TARGET") else {
        for (name, input) in TARGETS {
            println!("{name} {} {}", input.longest(), input.executions());
        }
        std::process::exit(0);
    };
    let (_, input) = TARGETS.into_iter().find(|(other, _)| *other == name).expect("the name of a target");
    if let Ok(folder) = std::env::var("FUZZ_SEEDS") {
        input.write_seeds(folder.as_ref()).expect("a folder for the seeds");
    }
    TARGET.get_or_init(|| input);
}
