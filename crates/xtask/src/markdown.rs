//! Tables in Markdown.

/// A table, which ends with a line feed.
pub(crate) fn table<const N: usize>(header: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut table = row(&header) + &row(&["---"; N]);
    table.extend(rows.into_iter().map(|cells| row(&cells)));
    table
}

/// The cells of a row of a table; nothing if the line is none, or has another number of cells.
pub(crate) fn cells<const N: usize>(line: &str) -> Option<[&str; N]> {
    let cells: Vec<_> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    cells.try_into().ok()
}

/// What can stand in a cell: a bar ends it, and a line feed its row.
pub(crate) fn cell(text: &str) -> String {
    text.replace('|', "/").replace('\n', " ")
}

fn row(cells: &[impl AsRef<str>]) -> String {
    let cells: Vec<_> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_reads_back() {
        let text = table(["one", "two"], [["a", &cell("b|c\nd")].map(str::to_owned)]);
        assert_eq!(text, "| one | two |\n| --- | --- |\n| a | b/c d |\n");
        assert_eq!(text.lines().last().and_then(cells), Some(["a", "b/c d"]));
        assert_eq!(cells::<3>("| a | b |"), None);
        assert_eq!(cells::<1>("a"), None);
    }
}
