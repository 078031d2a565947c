#![doc = include_str!("../README.md")]

mod checked_update;
mod customer_data;
mod json_form;
mod json_text;
mod path_customer;
mod problem;

pub use crate::checked_update::CheckedUpdate;
pub use crate::customer_data::CustomerData;
pub use crate::json_text::{JsonText, MAX_REQUEST_BYTES};
pub use crate::path_customer::PathCustomer;
pub use crate::problem::Problem;
