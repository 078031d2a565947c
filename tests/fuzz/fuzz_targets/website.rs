#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::fields::website(data));
