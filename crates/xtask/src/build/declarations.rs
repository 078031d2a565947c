//! The declarations of the package, once for `import` and once for `require`.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result, bail};
use xshell::cmd;

use crate::paths::{Paths, clear};
use crate::shell::run;

/// The files beside the translations that make messages of them.
const CATALOGUES: [&str; 2] = ["decision-messages", "message-catalogue"];

/// The names of the translations of the messages.
pub(crate) fn translations(paths: &Paths) -> Result<Vec<String>> {
    let folder = paths.at("pkg/src/messages");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let name = entry?.file_name();
        names.extend(name.to_str().and_then(|name| name.strip_suffix(".ts")).map(str::to_owned));
    }
    names.retain(|name| !CATALOGUES.contains(&name.as_str()));
    names.sort();
    Ok(names)
}

/// Writes the declarations of the entries for `import` and for `require`, and those they refer to, to `pkg/dist`.
pub(crate) fn build(paths: &Paths, translations: &[String]) -> Result<()> {
    let folder = paths.scratch().join("declarations");
    clear(&folder)?;
    let (sh, tsc) = (paths.shell("pkg")?, paths.npm_tool("pkg", "tsc"));
    run(cmd!(sh, "{tsc} --project tsconfig.json --emitDeclarationOnly --outDir {folder}"))?;

    let mut waiting = vec![
        String::from("entrypoints/index"),
        String::from("entrypoints/slim"),
        String::from("entrypoints/eligibility"),
    ];
    waiting.extend(translations.iter().map(|name| format!("messages/{name}")));
    let mut written = BTreeSet::new();
    fs::create_dir_all(paths.dist().join(TRANSLATIONS))?;
    while let Some(name) = waiting.pop() {
        if !written.insert(name.clone()) {
            continue;
        }
        let file = folder.join(format!("{name}.d.ts"));
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        waiting.extend(neighbours(&name, &text).with_context(|| format!("in the declarations of {name}.ts"))?);
        let (name, text) = (published(&name, translations), flat(&name, &text, translations));
        fs::write(paths.dist().join(format!("{name}.d.ts")), &text)?;
        fs::write(paths.dist().join(format!("{name}.d.cts")), for_require(&text))?;
    }
    Ok(())
}

/// The folder of the translations, which is one of the package as well.
const TRANSLATIONS: &str = "messages";

/// The name under which a declaration is published: the folders of the sources are of no interest to those who read it.
fn published(name: &str, translations: &[String]) -> String {
    let file = name.rsplit_once('/').map_or(name, |(_, file)| file);
    if translations.iter().any(|translation| translation == file) {
        format!("{TRANSLATIONS}/{file}")
    } else {
        file.to_owned()
    }
}

/// A declaration that refers to others under the names that are published.
fn flat(name: &str, declaration: &str, translations: &[String]) -> String {
    let prefix = if published(name, translations).contains('/') { "../" } else { "./" };
    specifiers(declaration).into_iter().collect::<BTreeSet<_>>().into_iter().fold(
        declaration.to_owned(),
        |text, specifier| {
            let file = specifier.rsplit_once('/').map_or(specifier, |(_, file)| file);
            text.replace(&format!("\"{specifier}\""), &format!("\"{prefix}{file}\""))
        },
    )
}

/// The modules that a declaration refers to, without their endings: of its own folder, of one beside that, or above both.
fn neighbours(name: &str, declaration: &str) -> Result<Vec<String>> {
    let folder = name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let mut found = Vec::new();
    for specifier in specifiers(declaration) {
        let stem = specifier.strip_suffix(".js");
        let own = stem.and_then(|stem| stem.strip_prefix("./")).map(|file| format!("{folder}{file}"));
        let beside = stem.and_then(|stem| stem.strip_prefix("../")).map(str::to_owned);
        match own.or(beside) {
            Some(name) if name.matches('/').count() <= 1 && !name.contains("..") => found.push(name),
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

    const DECLARATION: &str = r#"import type { Rule } from "../generated/tables.js";
export * from "../messages/lists.js";
export declare const first: import("./types.js").Decision;
"#;

    #[test]
    fn neighbours_are_found_in_every_form() {
        let mut found = neighbours("api/first", DECLARATION).unwrap();
        found.sort();
        assert_eq!(found, ["api/types", "generated/tables", "messages/lists"]);
    }

    #[test]
    fn nothing_outside_the_package_may_be_named() {
        for outside in ["../../generated/glue.js", "zod", "./a/b.js"] {
            let error = neighbours("entrypoints/index", &format!("export * from \"{outside}\";")).unwrap_err();
            assert!(error.to_string().contains(outside));
        }
    }

    #[test]
    fn what_is_published_has_no_folders_but_that_of_the_translations() {
        let translations = ["de".to_owned()];
        let published = |name| published(name, &translations);
        assert_eq!([published("entrypoints/index"), published("messages/de")], ["index", "messages/de"]);
        let text = "import type { M } from \"../generated/tables.js\";";
        assert_eq!(flat("messages/de", text, &translations), "import type { M } from \"../tables.js\";");
        assert_eq!(flat("api/form", text, &translations), "import type { M } from \"./tables.js\";");
    }

    #[test]
    fn for_require_every_neighbour_changes_its_ending() {
        assert_eq!(for_require(DECLARATION), DECLARATION.replace(".js\"", ".cjs\""));
    }
}
