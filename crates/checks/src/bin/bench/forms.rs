//! The form check, on the forms of `tests/bench/cases.json`.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use partner_center_rules::{Context, FieldText, Form, Holdings, check_form};
use serde_json::Value;

use crate::cases::cases;

fn form(case: &Value) -> Form<'_> {
    let text = |field: &str| case["form"][field].as_str().map_or(FieldText::Absent, FieldText::Text);
    Form {
        customer_id: text("customerId"),
        qualification: text("qualification"),
        education_segment: text("educationSegment"),
        website: text("website"),
        validation_code: text("validationCode"),
        ..Form::default()
    }
}

fn nothing_held() -> Context<'static> {
    Context { held: Some(Holdings::default()), ..Context::default() }
}

/// Panics unless the valid forms are accepted and the wrong ones have three issues.
pub(crate) fn compare() {
    for case in cases("validForms") {
        assert!(check_form(&form(&case), &nothing_held()).is_ok());
    }
    for case in cases("wrongForms") {
        assert_eq!(check_form(&form(&case), &nothing_held()).unwrap_err().issues.len(), 3);
    }
}

#[divan::bench(sample_count = 100)]
fn valid(bencher: Bencher<'_, '_>) {
    checked(bencher, "validForms");
}

#[divan::bench(sample_count = 100)]
fn with_three_errors(bencher: Bencher<'_, '_>) {
    checked(bencher, "wrongForms");
}

fn checked(bencher: Bencher<'_, '_>, kind: &str) {
    let (cases, context) = (cases(kind), nothing_held());
    let forms: Vec<_> = cases.iter().map(form).collect();
    bencher.counter(ItemsCount::new(forms.len())).bench_local(|| {
        for form in &forms {
            // Dropping the result is part of the measured work.
            drop(black_box(check_form(black_box(form), &context)));
        }
    });
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_forms_have_the_expected_results() {
        super::compare();
    }
}
