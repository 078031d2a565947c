//! The declarations of the package, once for `import` and once for `require`.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result, bail};

use crate::paths::Paths;
use crate::{npm, process};

/// The names of the translations of the messages.
///
/// # Errors
/// The folder cannot be read.
pub(crate) fn translations(paths: &Paths) -> Result<Vec<String>> {
    let folder = paths.at("pkg/src/messages");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let name = entry?.file_name();
        names.extend(name.to_str().and_then(|name| name.strip_suffix(".ts")).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// Writes the declarations of the entries for `import` and for `require`, and those they refer to, to `pkg/dist`.
///
/// # Errors
/// tsc fails, or a declaration refers to something outside the package.
pub(crate) fn build(paths: &Paths, translations: &[String]) -> Result<()> {
    let folder = paths.scratch().join("declarations");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut tsc = npm::tool(paths, "tsc");
    process::run(tsc.args(["--project", "tsconfig.json", "--emitDeclarationOnly", "--outDir"]).arg(&folder))?;

    let mut waiting = vec![String::from("index"), String::from("slim")];
    waiting.extend(translations.iter().map(|name| format!("messages/{name}")));
    let mut written = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if !written.insert(name.clone()) {
            continue;
        }
        let file = folder.join(format!("{name}.d.ts"));
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        waiting.extend(neighbours(&name, &text).with_context(|| format!("in the declarations of {name}.ts"))?);
        if let Some((folder, _)) = name.rsplit_once('/') {
            fs::create_dir_all(paths.dist().join(folder))?;
        }
        fs::write(paths.dist().join(format!("{name}.d.ts")), &text)?;
        fs::write(paths.dist().join(format!("{name}.d.cts")), for_require(&text))?;
    }
    Ok(())
}

/// The modules that a declaration refers to, without their endings. A translation is one folder down.
fn neighbours(name: &str, declaration: &str) -> Result<Vec<String>> {
    let prefix = if name.contains('/') { "../" } else { "./" };
    let mut found = Vec::new();
    for specifier in specifiers(declaration) {
        let name = specifier.strip_prefix(prefix).and_then(|rest| rest.strip_suffix(".js"));
        match name {
            Some(name) if !name.contains('/') => found.push(name.to_owned()),
            _ => bail!("`{specifier}` is not a file of the package"),
        }
    }
    Ok(found)
}

/// The declaration for `require`: its neighbours are the files for `require` too.
fn for_require(declaration: &str) -> String {
    specifiers(declaration).into_iter().collect::<BTreeSet<_>>().into_iter().fold(
        declaration.to_owned(),
        |text, specifier| {
            let other = specifier.strip_suffix(".js").map(|stem| format!("{stem}.cjs"));
            text.replace(&format!("\"{specifier}\""), &format!("\"{}\"", other.as_deref().unwrap_or(specifier)))
        },
    )
}

/// Texts after `from`, and in `import("...")` and `import "..."`, as tsc writes them.
fn specifiers(declaration: &str) -> Vec<&str> {
    [" from \"", "import(\"", "import \""]
        .into_iter()
        .flat_map(|opening| declaration.split(opening).skip(1))
        .filter_map(|rest| rest.split_once('"').map(|(specifier, _)| specifier))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DECLARATION: &str = r#"import type { Rule } from "./tables.js";
export * from "./lists.js";
export declare const first: import("./types.js").Decision;
"#;

    #[test]
    fn neighbours_are_found_in_every_form() {
        let mut found = neighbours("index", DECLARATION).unwrap();
        found.sort();
        assert_eq!(found, ["lists", "tables", "types"]);
        assert_eq!(neighbours("messages/de", "import type { M } from \"../tables.js\";").unwrap(), ["tables"]);
    }

    #[test]
    fn nothing_outside_the_package_may_be_named() {
        for outside in ["../generated/glue.js", "zod", "./a/b.js"] {
            let error = neighbours("index", &format!("export * from \"{outside}\";")).unwrap_err();
            assert!(error.to_string().contains(outside));
        }
    }

    #[test]
    fn for_require_every_neighbour_changes_its_ending() {
        assert_eq!(for_require(DECLARATION), DECLARATION.replace(".js\"", ".cjs\""));
    }
}
